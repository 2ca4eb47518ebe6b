import { createBrief } from './brief-changes.ts'
import { describe, expect, it } from 'vitest'
import { proposed } from '../../agreement/fact.ts'
import { quotationBlock } from '../../brief/brief.ts'
import { readQuotation } from '../../brief/brief-nodes.ts'
import { anchorOf } from '../../text/anchor.ts'
import { applyOperations } from '../apply.ts'
import { AGREEMENT, annotationOf, AUTHOR, libraryState, TEXT, TREATY } from '../fixture.testing.ts'
import { create, inverseAll, change } from '../operation.ts'
import { setBindingness } from './assessment-changes.ts'
import { waitingMarks } from './uncarried-changes.ts'
import {
  ASIDE,
  heldBy,
  wordsOf,
  restore,
  correctFirst,
  structureCorrected,
  provisionNote,
  pictureOf,
  annotation,
} from './text-restoring.testing.ts'

describe('restoring an earlier state of a text', () => {
  it('leaves what already stands at its words, to the letter', () => {
    const state = libraryState()
    const first = heldBy(state)
    const before = annotationOf('Wishing to keep the peace', ['SEC.1'], 'before')
    applyOperations(state, [create('annotation', before)])
    correctFirst(state, 'it deems', 'that Party deems')
    const { operations, waiting } = restore(state, first)
    expect(heldBy(state)).toEqual(first)
    expect(waiting).toBe(0)
    expect(annotation(state, 'before')).toBe(before)
    expect(operations.map(({ ref }) => ref.kind)).toEqual(['text', 'structure'])
  })

  it('moves what stands behind the corrected words by as much as they have grown', () => {
    const state = libraryState()
    const first = heldBy(state)
    correctFirst(state, 'it deems', 'that Party deems')
    const now = wordsOf(state).text
    const at = now.indexOf('twenty years')
    const late = annotationOf('twenty years', ['SEC.1'], 'late')
    applyOperations(state, [
      create('annotation', { ...late, target: { kind: 'span', anchor: anchorOf(now, at, at + 12) } }),
    ])
    restore(state, first)
    expect(annotation(state, 'late')?.target.anchor).toEqual(late.target.anchor)
  })

  it('asks about words that were not there then, keeps the text they stand in, and is taken back to the letter', () => {
    const state = libraryState()
    const first = heldBy(state)
    correctFirst(state, 'without delay of:', 'without delay and in writing through their embassies of:')
    const now = wordsOf(state).text
    const quote = 'in writing through their embassies'
    const at = now.indexOf(quote)
    applyOperations(state, [
      create('annotation', {
        ...annotationOf('Inner Sea', ['SEC.1'], 'new'),
        target: { kind: 'span', anchor: anchorOf(now, at, at + quote.length) },
      }),
      ...setBindingness({ textId: TEXT.id, provisionId: 'art-2' }, { level: 4, reason: 'shall' }, AUTHOR),
    ])
    const before = pictureOf(state)
    const { operations, waiting } = restore(state, first)
    expect(waiting).toBe(1)
    expect(annotation(state, 'new')).toBeUndefined()
    const left = annotation(state, 'new', ASIDE)
    expect(left?.target.anchor.quote).toBe(quote)
    expect(left?.uncarried).toMatchObject({ textId: TEXT.id })
    expect(waitingMarks([{ kind: 'annotation', value: left ?? annotationOf('Inner Sea') }])).toHaveLength(1)
    expect(wordsOf(state, ASIDE).text).toBe(now)
    expect(heldBy(state).text.replaces).toBe(ASIDE)
    // What is about a provision that is there has stayed.
    expect(state.assessmentsOf(TEXT.id)).toMatchObject([{ provisionId: 'art-2', bindingness: { level: 4 } }])
    applyOperations(state, inverseAll(operations))
    expect(pictureOf(state)).toEqual(before)
  })

  it('brings provisions back: an assessment stays with its provision, a note on one that goes is on its words', () => {
    const state = libraryState()
    const first = heldBy(state)
    structureCorrected(state, { kind: 'split', offset: TREATY.indexOf('Each Party will assist') })
    const half = heldBy(state).structure.provisions.find(
      ({ id }) => !first.structure.provisions.some((p) => p.id === id),
    )
    applyOperations(state, [
      create('annotation', provisionNote(state, half?.id ?? '')),
      ...setBindingness({ textId: TEXT.id, provisionId: 'art-2' }, { level: 4, reason: 'shall' }, AUTHOR),
    ])
    restore(state, first)
    expect(heldBy(state)).toEqual(first)
    expect(state.assessmentsOf(TEXT.id)).toMatchObject([{ provisionId: 'art-2' }])
    expect(annotation(state, `note-${half?.id}`)?.target).toMatchObject({
      kind: 'span',
      anchor: { quote: expect.stringMatching(/^Each Party will assist/) },
    })
  })

  it('leaves an assessment of a provision that was not there with the text it was made on', () => {
    const state = libraryState()
    const first = heldBy(state)
    structureCorrected(state, { kind: 'split', offset: TREATY.indexOf('Each Party will assist') })
    const half = heldBy(state).structure.provisions.find(
      ({ id }) => !first.structure.provisions.some((p) => p.id === id),
    )
    const provisionId = half?.id ?? ''
    applyOperations(
      state,
      setBindingness({ textId: TEXT.id, provisionId }, { level: 2, reason: 'deems' }, AUTHOR),
    )
    expect(restore(state, first).waiting).toBe(1)
    expect(state.assessmentsOf(TEXT.id)).toEqual([])
    expect(state.assessmentsOf(ASIDE)).toMatchObject([
      {
        id: `${ASIDE}:${provisionId}`,
        provisionId,
        uncarried: { textId: TEXT.id },
        bindingness: { level: 2 },
      },
    ])
  })

  it('moves what a brief quotes and what a fact names with their words', () => {
    const state = libraryState()
    const first = heldBy(state)
    const quote = 'This Treaty shall remain in force for twenty years.'
    const at = TREATY.indexOf(quote)
    const anchor = anchorOf(TREATY, at, at + quote.length)
    const blocks = [quotationBlock({ textId: TEXT.id, agreementId: AGREEMENT.id, anchor })]
    const source = { kind: 'text', textId: TEXT.id, start: at, end: at + quote.length, quote } as const
    applyOperations(state, [
      ...createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4', blocks }, AUTHOR),
      ...change('agreement', AGREEMENT, { ...AGREEMENT, signedAt: proposed('Port Arden', source) }),
    ])
    correctFirst(state, 'it deems', 'that Party deems')
    restore(state, first)
    const block = state.find('brief', 'b')?.blocks[0]
    expect(block && readQuotation(block)?.anchor).toEqual(anchor)
    expect(state.find('agreement', AGREEMENT.id)?.signedAt?.source).toEqual(source)
  })
})
