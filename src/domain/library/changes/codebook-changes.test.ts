import { describe, expect, it } from 'vitest'
import { applyOperations } from '../apply.ts'
import { AUTHOR, libraryState } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { inverseAll } from '../operation.ts'
import {
  differenceOf,
  editCodebook,
  freezeVersion,
  frozenThemes,
  isUnchangedSinceVersion,
} from './codebook-changes.ts'
import { editTheme } from './theme-changes.ts'

const themesIn = (state: LibraryState) => new Map(state.all('theme').map((t) => [t.id, t]))

function codebookIn(state: LibraryState) {
  const codebook = state.find('codebook', 'default')
  if (!codebook) throw new Error('The library has the default codebook')
  return codebook
}

function redefine(state: LibraryState, id: string, definition: string): void {
  const theme = state.find('theme', id)
  if (!theme) throw new Error(`No theme ${id}`)
  applyOperations(state, editTheme(themesIn(state), theme, { definition }))
}

describe('a version of a codebook', () => {
  it('keeps what the themes meant, under a number and a name', () => {
    const state = libraryState()
    const definition = state.find('theme', 'default.SEC.1')?.definition
    applyOperations(state, freezeVersion(codebookIn(state), themesIn(state), 'As agreed in May', AUTHOR))
    expect(isUnchangedSinceVersion(codebookIn(state), themesIn(state))).toBe(true)
    redefine(state, 'default.SEC.1', 'Something else.')
    const { version, versions } = codebookIn(state)
    expect(version).toBe(2)
    expect(versions).toHaveLength(1)
    expect(versions?.[0]).toMatchObject({ number: 1, name: 'As agreed in May', at: AUTHOR.at })
    expect(versions?.[0]?.themes.find((t) => t.id === 'default.SEC.1')?.definition).toBe(definition)
    expect(isUnchangedSinceVersion(codebookIn(state), themesIn(state))).toBe(false)
    const { changed, added, removed } = differenceOf(
      versions?.[0]?.themes ?? [],
      frozenThemes(themesIn(state), 'default'),
    )
    expect(changed.map(({ after }) => after.code)).toEqual(['SEC.1'])
    expect([...added, ...removed]).toEqual([])
  })

  it('is written without those before it, and can be taken back', () => {
    const state = libraryState()
    applyOperations(state, freezeVersion(codebookIn(state), themesIn(state), 'First', AUTHOR))
    const before = codebookIn(state)
    const second = freezeVersion(before, themesIn(state), 'Second', AUTHOR)
    expect(second.map((op) => op.op)).toEqual(['splice', 'update'])
    expect(JSON.stringify(second)).not.toContain('First')
    applyOperations(state, second)
    expect(codebookIn(state).versions?.map((v) => v.number)).toEqual([1, 2])
    applyOperations(state, inverseAll(second))
    expect(codebookIn(state)).toEqual(before)
  })

  it('needs a name', () => {
    const state = libraryState()
    expect(freezeVersion(codebookIn(state), themesIn(state), '  ', AUTHOR)).toEqual([])
    expect(editCodebook(codebookIn(state), { name: ' ' })).toEqual([])
  })
})
