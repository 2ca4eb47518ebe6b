import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, rowHeights, runWithin, type RowHeights, type Run } from './drawn-rows.ts'

function total(heights: RowHeights): number {
  return heights.topOf(heights.count)
}

const someGuesses = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 })
const someRuns = fc.array(
  fc.tuple(fc.nat(70), fc.nat(10)).map(([first, more]): Run => ({ first, last: first + more })),
  { maxLength: 4 },
)

describe('rowHeights', () => {
  it('takes what was measured, and moves what comes after', () => {
    const heights = rowHeights([100, 100, 100])
    const third = heights.topOf(2)
    const first = heights.topOf(1)
    heights.measured(0, first + 50)
    expect(heights.topOf(1)).toBe(first + 50)
    expect(heights.topOf(2)).toBe(third + 50)
  })

  it('finds the row at a height, for any heights', () => {
    fc.assert(
      fc.property(
        someGuesses,
        fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 3000 }))),
        fc.nat(),
        (all, measures, at) => {
          const heights = rowHeights(all)
          for (const [index, height] of measures) if (index < all.length) heights.measured(index, height)
          const top = at % (total(heights) + 1)
          const index = heights.indexAt(top)
          expect(heights.topOf(index)).toBeLessThanOrEqual(top)
          if (index < all.length - 1) expect(heights.topOf(index + 1)).toBeGreaterThan(top)
        },
      ),
    )
  })
})

describe('drawnRows', () => {
  it('draws the rows on the screen and leaves room for the others', () => {
    const heights = rowHeights([700, 700, 700, 700, 700])
    const run = runWithin(heights, heights.topOf(1) + 1, heights.topOf(3) - 1)
    expect(run).toEqual({ first: 1, last: 2 })
    expect(drawnRows(heights, [run, { first: 4, last: 4 }])).toEqual([
      { kind: 'room', from: 0, height: heights.topOf(1) },
      { kind: 'row', index: 1 },
      { kind: 'row', index: 2 },
      { kind: 'room', from: 3, height: heights.topOf(4) - heights.topOf(3) },
      { kind: 'row', index: 4 },
    ])
  })

  it('is as high as all rows together, in order, whatever is drawn', () => {
    fc.assert(
      fc.property(someGuesses, someRuns, (all, runs) => {
        const heights = rowHeights(all)
        const drawn = drawnRows(heights, runs)
        const heightOf = (index: number): number => heights.topOf(index + 1) - heights.topOf(index)
        const height = drawn.reduce((sum, d) => sum + (d.kind === 'room' ? d.height : heightOf(d.index)), 0)
        expect(height).toBe(total(heights))
        const order = drawn.map((d) => (d.kind === 'room' ? d.from : d.index))
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
      }),
    )
  })
})
