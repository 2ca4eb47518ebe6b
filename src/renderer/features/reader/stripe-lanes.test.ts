import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes } from './stripe-lanes.ts'

describe('assignLanes', () => {
  it('puts what does not overlap into one lane and what does side by side', () => {
    const stretches = [
      { top: 0, bottom: 20 },
      { top: 10, bottom: 40 },
      { top: 30, bottom: 50 },
    ]
    expect(assignLanes(stretches)).toEqual([0, 1, 0])
  })

  it('never overlaps two stripes in a lane, up to seven deep', () => {
    const stretch = fc
      .record({ top: fc.nat({ max: 200 }), height: fc.integer({ min: 1, max: 60 }) })
      .map(({ top, height }) => ({ top, bottom: top + height }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 7 }), (stretches) => {
        const lanes = assignLanes(stretches)
        stretches.forEach((a, i) =>
          stretches.forEach((b, j) => {
            if (i < j && lanes[i] === lanes[j]) expect(a.top >= b.bottom || b.top >= a.bottom).toBe(true)
          }),
        )
      }),
    )
  })
})
