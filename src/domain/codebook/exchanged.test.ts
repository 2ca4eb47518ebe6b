import { describe, expect, it } from 'vitest'
import { applyOperations } from '../library/apply.ts'
import { libraryState } from '../library/fixture.testing.ts'
import type { LibraryState } from '../library/library-state.ts'
import { DEFAULT_CODEBOOK_ID } from './default-codebook.ts'
import { countThemes, exchangedCodebook, planImport, type ExchangedCodebook } from './exchanged.ts'

const themesIn = (state: LibraryState) => new Map(state.all('theme').map((t) => [t.id, t]))

function ids() {
  let last = 0
  return { next: () => `new-${++last}` }
}

function defaultAsFile(state: LibraryState): ExchangedCodebook {
  const codebook = state.find('codebook', DEFAULT_CODEBOOK_ID)
  if (!codebook) throw new Error('The library has the default codebook')
  return exchangedCodebook(codebook, themesIn(state), (theme) => theme.id)
}

describe('importing a codebook', () => {
  it('as one of its own keeps every code', () => {
    const state = libraryState()
    const file = defaultAsFile(state)
    const plan = planImport(file, { themes: themesIn(state), into: undefined }, ids())
    applyOperations(state, plan.operations)
    expect(plan).toMatchObject({ themes: 79, recoded: [] })
    const imported = state.find('codebook', 'new-1')
    if (!imported) throw new Error('The import makes a codebook')
    const again = exchangedCodebook(imported, themesIn(state), (theme) => theme.guid ?? '')
    expect(again).toEqual(file)
  })

  it('into one that is there drops nothing: codes that are taken become others', () => {
    const state = libraryState()
    const file = defaultAsFile(state)
    const plan = planImport(file, { themes: themesIn(state), into: DEFAULT_CODEBOOK_ID }, ids())
    applyOperations(state, plan.operations)
    const themes = state.all('theme')
    expect(themes).toHaveLength(2 * countThemes(file.themes))
    expect(new Set(themes.map((theme) => theme.code)).size).toBe(themes.length)
    expect(plan.recoded).toHaveLength(79)
    expect(plan.recoded).toContainEqual({ label: 'Mutual defence', from: 'SEC.1', to: 'SEC.1-2' })
  })

  it('gives codes to themes that have none, and keeps colours that are not ours', () => {
    const theme = { label: 'Krieg', codable: true, colour: '#FF0001', shortcut: 1, children: [] }
    const file: ExchangedCodebook = {
      name: 'Other',
      themes: [{ ...theme, children: [{ ...theme, label: 'x'.repeat(600) }] }],
      leftOut: [],
    }
    const { operations } = planImport(file, { themes: new Map(), into: undefined }, ids())
    const [, outer, inner] = operations.map((op) => ('value' in op ? op.value : undefined))
    expect(outer).toMatchObject({ code: 'KRI', colour: 'security', foreignColour: '#FF0001', shortcut: 1 })
    expect(inner).toMatchObject({ code: 'KRI.1', label: 'x'.repeat(500), definition: 'x'.repeat(600) })
    expect(inner).not.toHaveProperty('shortcut')
  })
})
