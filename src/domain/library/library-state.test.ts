import { describe, expect, it, vi } from 'vitest'
import { annotationOf, libraryOperations, STRUCTURE, TEXT } from './fixture.testing.ts'
import { applyOperations } from './apply.ts'
import { refOf } from './entities.ts'
import { LibraryState } from './library-state.ts'
import { create } from './operation.ts'
import type { StoredText } from './stored-text.ts'

const FIRST = annotationOf('twenty years', ['SEC.1'], 'a1')
const SECOND = annotationOf('Parties', ['POL.4'], 'a2')
const STORED: StoredText = {
  structure: JSON.stringify(STRUCTURE),
  annotations: [JSON.stringify(FIRST)],
  assessments: [],
}

function stateWith(read: () => StoredText): LibraryState {
  const state = new LibraryState()
  const others = libraryOperations().filter(({ ref }) => ref.kind !== 'structure')
  applyOperations(state, others)
  state.keepStored(TEXT.id, read)
  return state
}

describe('what belongs to a text', () => {
  it.each([
    ['its structure', (state: LibraryState) => state.find('structure', TEXT.id), STRUCTURE],
    ['the structure among all', (state: LibraryState) => state.all('structure'), [STRUCTURE]],
    ['one of its marks', (state: LibraryState) => state.get(refOf('annotation', FIRST)), FIRST],
    ['its marks', (state: LibraryState) => state.annotationsOf(TEXT.id), [FIRST]],
    ['marks of another kind', (state: LibraryState) => state.assessmentsOf(TEXT.id), []],
    ['the texts that have marks', (state: LibraryState) => state.markedTexts(), [TEXT.id]],
    ['everything', (state: LibraryState) => [...state.entities()].length > 3, true],
  ])('is read once, when somebody asks for %s', (_, ask, answer) => {
    const read = vi.fn<() => StoredText>(() => STORED)
    const state = stateWith(read)
    expect(state.find('agreement', 'agreement-1')).toBeDefined()
    expect([...state.textless()].map(([kind]) => kind)).not.toContain('structure')
    expect(read).not.toHaveBeenCalled()
    expect(ask(state)).toEqual(answer)
    expect(ask(state)).toEqual(answer)
    expect(read).toHaveBeenCalledOnce()
  })

  it('is changed as if it had been read before', () => {
    const state = stateWith(() => STORED)
    applyOperations(state, [
      create('annotation', SECOND),
      { op: 'delete', ref: refOf('annotation', FIRST), value: FIRST },
    ])
    expect(state.annotationsOf(TEXT.id)).toEqual([SECOND])
    expect(state.find('structure', TEXT.id)).toEqual(STRUCTURE)
  })

  it('is there another time when it could not be read once', () => {
    let isBroken = true
    const state = stateWith(() => {
      if (isBroken) throw new Error('not now')
      return STORED
    })
    expect(() => state.annotationsOf(TEXT.id)).toThrow('not now')
    isBroken = false
    expect(state.annotationsOf(TEXT.id)).toEqual([FIRST])
  })

  it('is handed out as it is stored, read or not, and as it was when it was asked for', () => {
    const read = vi.fn<() => StoredText>(() => STORED)
    const state = stateWith(read)
    const [unread] = state.storedTexts()
    expect(read).not.toHaveBeenCalled()
    state.readAll()
    const [asRead] = state.storedTexts()
    state.set(refOf('annotation', SECOND), SECOND)
    expect(asRead?.stored()).toEqual(STORED)
    expect(unread?.stored()).toEqual(STORED)
    expect(state.storedTexts()[0]?.stored().annotations).toHaveLength(2)
  })
})
