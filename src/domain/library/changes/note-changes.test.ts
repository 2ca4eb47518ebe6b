import { describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../rich-text/rich-text.ts'
import { applyOperations } from '../apply.ts'
import { libraryOperations } from '../fixture.testing.ts'
import { LibraryState } from '../library-state.ts'
import { inverseAll } from '../operation.ts'
import { setAgreementNote, setThemeNote } from './note-changes.ts'

const NOTE = richText([paragraph('Signed in haste.')])

function library(): LibraryState {
  const state = new LibraryState()
  applyOperations(state, libraryOperations())
  return state
}

describe('a note', () => {
  it('stands on an agreement, and is taken back', () => {
    const state = library()
    const [agreement] = state.all('agreement')
    if (!agreement) throw new Error('no agreement')
    const operations = setAgreementNote(agreement, NOTE)
    applyOperations(state, operations)
    expect(state.find('agreement', agreement.id)?.note).toEqual(NOTE)
    applyOperations(state, inverseAll(operations))
    expect(state.find('agreement', agreement.id)).toEqual(agreement)
  })

  it('stands on a theme', () => {
    const state = library()
    const [theme] = state.all('theme')
    if (!theme) throw new Error('no theme')
    applyOperations(state, setThemeNote(theme, NOTE))
    expect(state.find('theme', theme.id)?.note).toEqual(NOTE)
  })

  it('that is emptied is gone', () => {
    const state = library()
    const [theme] = state.all('theme')
    if (!theme) throw new Error('no theme')
    applyOperations(state, setThemeNote({ ...theme }, NOTE))
    const noted = state.find('theme', theme.id)
    if (!noted) throw new Error('no theme')
    applyOperations(state, setThemeNote(noted, richText([paragraph(' ')])))
    expect(state.find('theme', theme.id)).toEqual(theme)
  })
})
