import { describe, expect, it } from 'vitest'
import { COLOUR_NAMES, hexOf, nearestColour, parseHex, THEME_COLOURS } from './colours.ts'

describe('colours of themes', () => {
  it('come back from what other programs are given', () => {
    for (const colour of THEME_COLOURS) expect(nearestColour(hexOf(colour))).toBe(colour)
    expect(new Set(Object.values(COLOUR_NAMES)).size).toBe(THEME_COLOURS.length)
  })

  it('are found for colours of other programs by how they look', () => {
    expect(nearestColour('#FF0000')).toBe('security')
    expect(nearestColour('#0000FF')).toBe('legal')
    expect(nearestColour('#000000')).toBe('other')
  })

  it('are read in both ways of writing, and in no other', () => {
    expect(parseHex('#aBc')).toBe('#AABBCC')
    expect(parseHex(' #12af00 ')).toBe('#12AF00')
    expect(parseHex('red')).toBeUndefined()
    expect(parseHex('#12345')).toBeUndefined()
  })
})
