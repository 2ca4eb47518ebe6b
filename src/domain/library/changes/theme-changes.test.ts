import { describe, expect, it } from 'vitest'
import { DEFAULT_CODEBOOK_ID } from '../../codebook/default-codebook.ts'
import { applyOperations } from '../apply.ts'
import { libraryState, TEXT } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { createCodebook } from './codebook-changes.ts'
import {
  addExample,
  createTheme,
  editTheme,
  lastPlace,
  moveTheme,
  removeExample,
  themeProblem,
} from './theme-changes.ts'

const themesIn = (state: LibraryState) => new Map(state.all('theme').map((t) => [t.id, t]))

function themeIn(state: LibraryState, code: string) {
  const theme = state.all('theme').find((t) => t.code === code)
  if (!theme) throw new Error(`No theme ${code}`)
  return theme
}

describe('a new theme', () => {
  it('stands where it is put, with a code and the colour of the theme above', () => {
    const state = libraryState()
    const place = { codebookId: DEFAULT_CODEBOOK_ID, parentId: 'default.FRM', index: 1 }
    applyOperations(state, createTheme(themesIn(state), { id: 'n', label: ' Oaths ' }, place))
    expect(state.find('theme', 'n')).toMatchObject({
      code: 'FRM.5',
      label: 'Oaths',
      colour: 'framing',
      order: 1,
    })
    expect(themeIn(state, 'FRM.2').order).toBe(2)
  })

  it('gets a code of its own in any script', () => {
    const state = libraryState()
    const themes = themesIn(state)
    const place = lastPlace(themes, DEFAULT_CODEBOOK_ID)
    const [created] = createTheme(themes, { id: 'n', label: 'دفاع مشترک' }, place)
    expect(created).toMatchObject({ value: { code: 'دفا', order: 9 } })
    const [second] = createTheme(themes, { id: 'n', label: 'Political parties' }, place)
    expect(second).toMatchObject({ value: { code: 'POL-2' } })
  })
})

describe('an edited theme', () => {
  it('is refused a code that is taken, and no words', () => {
    const state = libraryState()
    const theme = themeIn(state, 'SEC.1')
    expect(themeProblem(themesIn(state), { ...theme, code: 'SEC.2' })).toBe('code-taken')
    expect(themeProblem(themesIn(state), { ...theme, label: ' ' })).toBe('label-empty')
    expect(editTheme(themesIn(state), theme, { code: 'SEC.2' })).toEqual([])
  })

  it('hands its colour down to those below that had the same', () => {
    const state = libraryState()
    applyOperations(state, editTheme(themesIn(state), themeIn(state, 'SEC.2'), { colour: 'legal' }))
    applyOperations(state, editTheme(themesIn(state), themeIn(state, 'SEC'), { colour: 'energy' }))
    expect(themeIn(state, 'SEC.1').colour).toBe('energy')
    expect(themeIn(state, 'SEC.2').colour).toBe('legal')
  })

  it('takes its number key from the theme that had it', () => {
    const state = libraryState()
    applyOperations(state, editTheme(themesIn(state), themeIn(state, 'SEC.2'), { shortcut: 3 }))
    applyOperations(state, editTheme(themesIn(state), themeIn(state, 'SEC.1'), { shortcut: 3 }))
    expect(themeIn(state, 'SEC.1').shortcut).toBe(3)
    expect(themeIn(state, 'SEC.2').shortcut).toBeUndefined()
  })

  it('loses a field whose words were emptied', () => {
    const state = libraryState()
    applyOperations(state, editTheme(themesIn(state), themeIn(state, 'SEC.1'), { definition: '' }))
    expect(themeIn(state, 'SEC.1')).not.toHaveProperty('definition')
  })
})

describe('the examples of a theme', () => {
  it('are kept once each, and can be taken away', () => {
    const state = libraryState()
    const example = {
      quote: 'peace',
      source: { textId: TEXT.id, anchor: { start: 1, end: 6, quote: 'peace', prefix: '', suffix: '' } },
    }
    applyOperations(state, addExample(themeIn(state, 'SEC.1'), example))
    expect(addExample(themeIn(state, 'SEC.1'), { ...example })).toEqual([])
    applyOperations(state, removeExample(themeIn(state, 'SEC.1'), example))
    expect(themeIn(state, 'SEC.1')).not.toHaveProperty('examples')
  })
})

describe('a theme moved to another codebook', () => {
  it('goes with all below it, and keeps its codes where they are free', () => {
    const state = libraryState()
    applyOperations(state, createCodebook({ id: 'mine', name: 'Mine' }))
    applyOperations(
      state,
      createTheme(themesIn(state), { id: 'x', label: 'X', code: 'FRM.1' }, { codebookId: 'mine', index: 0 }),
    )
    const place = { codebookId: 'mine', index: 0 }
    applyOperations(state, moveTheme(themesIn(state), themeIn(state, 'FRM'), place))
    const mine = state.all('theme').filter((t) => t.codebookId === 'mine')
    expect(mine.map((t) => t.code).sort()).toEqual(['FRM', 'FRM.1', 'FRM.1-2', 'FRM.2', 'FRM.3', 'FRM.4'])
  })
})
