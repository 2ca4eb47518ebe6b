import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripeLanes, type UnitLanes } from './stripe-lanes.ts'

const lanesOf = ({ laneOf }: UnitLanes): Record<string, number> => Object.fromEntries(laneOf)

describe('the lanes beside the text', () => {
  it('are one for each theme, the same beside every provision', () => {
    const lanes = stripeLanes(3)
    expect(lanesOf(lanes.take(['POL', 'SEC']))).toEqual({ POL: 0, SEC: 1 })
    expect(lanesOf(lanes.take(['ENE', 'SEC']))).toEqual({ SEC: 1, ENE: 2 })
  })

  it('are given to another theme when no provision draws the first', () => {
    const lanes = stripeLanes(2)
    const first = lanes.take(['POL'])
    const second = lanes.take(['POL', 'SEC'])
    first.release()
    second.release()
    expect(lanesOf(lanes.take(['ENE']))).toEqual({ ENE: 0 })
  })

  it('are lent to a theme without one where they are free, and what does not fit is named', () => {
    const lanes = stripeLanes(2)
    lanes.take(['POL', 'SEC'])
    const other = lanes.take(['ENE', 'SEC', 'SOC'])
    expect(lanesOf(other)).toEqual({ SEC: 1, ENE: 0 })
    expect(other.left).toEqual(['SOC'])
  })

  it('never hold two themes of a provision, and are never more than there is room for', () => {
    const themes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    const step = fc.record({ themes, releases: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (steps, most) => {
        const lanes = stripeLanes(most)
        const drawn: UnitLanes[] = []
        for (const { themes: wanted, releases } of steps) {
          if (releases) drawn.shift()?.release()
          const unit = lanes.take(wanted)
          drawn.push(unit)
          const held = [...unit.laneOf.values()]
          expect(new Set(held).size).toBe(held.length)
          expect(Math.max(...held)).toBeLessThan(most)
          expect(held.length).toBe(Math.min(most, wanted.length))
          expect([...unit.laneOf.keys(), ...unit.left].sort()).toEqual([...wanted].sort())
        }
      }),
    )
  })
})
