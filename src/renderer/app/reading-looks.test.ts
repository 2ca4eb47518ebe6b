import { describe, expect, it } from 'vitest'
import { steppedLooks, USUAL_LOOKS } from './reading-looks.ts'

describe('steppedLooks', () => {
  it('goes up and comes back', () => {
    const larger = steppedLooks(USUAL_LOOKS, 1, 1)
    expect(larger).toEqual({ textSize: 110, measure: 74 })
    expect(steppedLooks(larger, -1, -1)).toEqual(USUAL_LOOKS)
  })

  it('stays within what can be read', () => {
    expect(steppedLooks(USUAL_LOOKS, 99, 99)).toEqual({ textSize: 250, measure: 110 })
    expect(steppedLooks(USUAL_LOOKS, -99, -99)).toEqual({ textSize: 70, measure: 40 })
  })
})
