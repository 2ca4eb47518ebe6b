import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAnnotations, touches, type Annotation } from './annotation.ts'
import { annotationSet } from './annotation-set.ts'

function annotation(id: number, start: number, length: number): Annotation {
  const anchor = { start, end: start + length, quote: 'x'.repeat(length), prefix: '', suffix: '' }
  return {
    id: `annotation-${id}`,
    textId: 'text',
    target: { kind: 'span', anchor },
    themeIds: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'Test',
  }
}

const steps = fc.array(
  fc.record({
    gone: fc.array(fc.nat(2000), { maxLength: 4 }),
    come: fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 60 })), { maxLength: 400 }),
  }),
  { maxLength: 8 },
)

describe('annotationSet', () => {
  it('is what a sorted list would be, whatever comes and goes', () => {
    fc.assert(
      fc.property(steps, fc.nat(900), fc.integer({ min: 1, max: 80 }), (steps, start, length) => {
        let ids = 0
        let list: Annotation[] = []
        let set = annotationSet([])
        for (const { gone, come } of steps) {
          const left = new Set(gone.flatMap((n) => list[n % list.length] ?? []))
          const added = come.map(([at, long]) => annotation(ids++, at, long))
          set = set.with([...left], added)
          list = [...list.filter((a) => !left.has(a)), ...added]
        }
        const sorted = list.toSorted(compareAnnotations)
        expect(set.all).toEqual(sorted)
        expect(set.overlapping(start, start + length)).toEqual(
          sorted.filter((a) => touches(a, start, start + length)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the set before as it was', () => {
    const first = annotation(1, 0, 5)
    const second = annotation(2, 3, 5)
    const before = annotationSet([first])
    const after = before.with([first], [second])
    expect(before.all).toEqual([first])
    expect(after.all).toEqual([second])
  })
})
