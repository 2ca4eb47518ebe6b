import { describe, expect, it } from 'vitest'
import { readQuotation } from '../brief/brief-nodes.ts'
import { addAnnotation, setNote } from '../library/changes/annotation-changes.ts'
import { setAgreementNote, setThemeNote } from '../library/changes/note-changes.ts'
import { applyOperations } from '../library/apply.ts'
import { AUTHOR, libraryOperations, TREATY } from '../library/fixture.testing.ts'
import { LibraryState } from '../library/library-state.ts'
import { paragraph, plainText, richText } from '../rich-text/rich-text.ts'
import { anchorOf } from '../text/anchor.ts'
import { listNotes, searchNotes, type ListedNote } from './note-list.ts'
import { notesAsBlocks } from './notes-brief.ts'

/** A library with a note on the agreement, on two passages and on a theme. */
function notes(): ListedNote[] {
  const state = new LibraryState()
  applyOperations(state, libraryOperations())
  const [agreement] = state.all('agreement')
  const [text] = state.all('text')
  const [theme] = state.all('theme')
  if (!agreement || !text || !theme) throw new Error('an empty library')
  const before = listNotes(bearers(state, text.id))
  expect(before).toEqual([])
  for (const [id, words, note] of [
    ['late', 'Article 3', 'Réserve possible'],
    ['early', 'Article 1', 'Consultation first'],
  ] as const) {
    const start = TREATY.indexOf(words)
    const anchor = anchorOf(TREATY, start, start + words.length)
    applyOperations(
      state,
      addAnnotation({ id, textId: text.id, target: { kind: 'span', anchor }, themeIds: [] }, AUTHOR),
    )
    const annotation = state.annotationsOf(text.id).find((a) => a.id === id)
    if (annotation) applyOperations(state, setNote(annotation, richText([paragraph(note)]), AUTHOR))
  }
  applyOperations(state, setAgreementNote(agreement, richText([paragraph('Signed in haste')])))
  applyOperations(state, setThemeNote(theme, richText([paragraph('Used sparingly')])))
  return listNotes(bearers(state, text.id))
}

function bearers(state: LibraryState, textId: string): Parameters<typeof listNotes>[0] {
  return {
    agreements: state.all('agreement'),
    texts: new Map(state.all('text').map((text) => [text.id, text])),
    themes: state.all('theme'),
    annotations: state.annotationsOf(textId),
  }
}

describe('the notes of a library', () => {
  it('are listed by agreement in the order of the text, then by theme', () => {
    expect(notes().map(({ words }) => words)).toEqual([
      'Signed in haste',
      'Consultation first',
      'Réserve possible',
      'Used sparingly',
    ])
  })

  it.each([
    ['reserve', ['Réserve possible']],
    ['HASTE signed', ['Signed in haste']],
    ['article 3', ['Réserve possible']],
    ['nowhere', []],
  ])('are found by %s', (typed, found) => {
    expect(searchNotes(notes(), typed).map(({ words }) => words)).toEqual(found)
  })

  it('become a brief with the words they are about', () => {
    const blocks = notesAsBlocks(notes())
    expect(blocks.filter(({ type }) => type === 'heading')).toHaveLength(2)
    expect(blocks.flatMap((block) => readQuotation(block)?.anchor.quote ?? [])).toEqual([
      'Article 1',
      'Article 3',
    ])
    expect(plainText(blocks)).toContain('Used sparingly')
  })
})
