import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Reference } from '#domain/references/reference.ts'
import { partsOf } from './reference-parts.ts'

const reference = (start: number, end: number): Reference => ({
  start,
  end,
  from: 'art-1',
  kind: 'internal',
  targets: ['art-2'],
})

it('cuts a segment before and behind a reference', () => {
  const link = reference(4, 9)
  expect(partsOf({ start: 0, end: 12 }, [link])).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 9, reference: link },
    { start: 9, end: 12 },
  ])
})

it('leaves a segment without references whole', () => {
  expect(partsOf({ start: 3, end: 8 }, [reference(0, 3), reference(8, 9)])).toEqual([{ start: 3, end: 8 }])
})

it('keeps every character in exactly one part, whatever the references', () => {
  const range = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.array(range), (start, length, ranges) => {
      const sorted = ranges
        .map(([from, size]) => reference(from, from + size))
        .sort((a, b) => a.start - b.start)
      const parts = partsOf({ start, end: start + length }, sorted)
      expect(parts[0]?.start).toBe(start)
      expect(parts.at(-1)?.end).toBe(start + length)
      parts.forEach((part, i) => {
        expect(part.end).toBeGreaterThan(part.start)
        if (i > 0) expect(part.start).toBe(parts[i - 1]?.end)
      })
    }),
  )
})
