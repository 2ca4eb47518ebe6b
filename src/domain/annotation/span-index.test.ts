import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanIndex, type Spanned } from './span-index.ts'

const span = fc
  .record({ start: fc.nat({ max: 60 }), length: fc.integer({ min: 1, max: 20 }) })
  .map(({ start, length }): Spanned => ({ start, end: start + length }))

describe('spanIndex', () => {
  it('finds exactly the spans that overlap, in order of start', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 50 }), span, (spans, wanted) => {
        const found = spanIndex(spans, (s) => s).overlapping(wanted.start, wanted.end)
        const expected = spans
          .filter((s) => s.start < wanted.end && wanted.start < s.end)
          .sort((a, b) => a.start - b.start || b.end - a.end)
        expect(found).toEqual(expected)
      }),
    )
  })

  it('finds nothing among nothing', () => {
    expect(spanIndex<Spanned>([], (s) => s).overlapping(0, 100)).toEqual([])
  })
})
