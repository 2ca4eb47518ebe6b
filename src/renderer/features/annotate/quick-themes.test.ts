import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { afterUse, FIRST_QUICK_THEMES, withPins } from './quick-themes.ts'

describe('the themes on the number keys', () => {
  it('stay where they are when one of them is used', () => {
    const after = afterUse(FIRST_QUICK_THEMES, 'default.POL.1')
    expect(after.slots).toEqual(FIRST_QUICK_THEMES.slots)
    expect(after.recent).toEqual(['default.POL.1'])
  })

  it('make room for a new theme where the least used one was', () => {
    let keys = FIRST_QUICK_THEMES
    for (const id of keys.slots.filter((id) => id !== 'default.IMP.2')) keys = afterUse(keys, id)
    const after = afterUse(keys, 'default.ENE.1')
    expect(after.slots[4]).toBe('default.ENE.1')
    expect(after.slots.filter((id) => id !== 'default.ENE.1')).toEqual(
      keys.slots.filter((id) => id !== 'default.IMP.2'),
    )
  })

  it('are those that the codebook says, and use does not change them', () => {
    const themes = defaultCodebook().themes.map((theme) =>
      theme.code === 'ENE.1'
        ? { ...theme, shortcut: 5 }
        : theme.code === 'SEC.1'
          ? { ...theme, shortcut: 2 }
          : theme,
    )
    let keys = withPins(FIRST_QUICK_THEMES, themes)
    expect(keys.slots[4]).toBe('default.ENE.1')
    expect(keys.slots.slice(0, 2)).toEqual(['default.SEC.5', 'default.SEC.1'])
    for (const theme of themes.slice(0, 30)) keys = afterUse(keys, theme.id)
    expect(keys.slots[4]).toBe('default.ENE.1')
    expect(keys.slots[1]).toBe('default.SEC.1')
    expect(new Set(keys.slots).size).toBe(9)
  })

  it('never hold a theme twice', () => {
    const ids = ['default.ENE.1', 'default.ENE.2', 'default.ENE.1', 'default.SEC.1', 'default.ENE.3']
    const { slots } = ids.reduce(afterUse, FIRST_QUICK_THEMES)
    expect(new Set(slots).size).toBe(9)
  })
})
