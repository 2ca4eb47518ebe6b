import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../annotation/annotation.ts'
import type { Assessment } from '../../bindingness/assessment.ts'
import { plainText, richText } from '../../rich-text/rich-text.ts'
import { detectStructure } from '../../structure/detect.ts'
import { anchorHolds } from '../../text/anchor.ts'
import { currentTexts, earlierVersions, latestVersion } from '../../text/versions.ts'
import type { Text } from '../../text/text.ts'
import { applyOperations } from '../apply.ts'
import { annotationOf, AUTHOR, libraryState, STRUCTURE, TEXT, TREATY } from '../fixture.testing.ts'
import { violationsOf } from '../invariants.ts'
import type { LibraryState } from '../library-state.ts'
import { create, inverseAll, type Operation } from '../operation.ts'
import { setBindingness } from './assessment-changes.ts'
import { carryMarks, carryOperations, type CarriedMark } from './carry-marks.ts'
import { acceptProposal, dismissUncarried, placeByHand, waitingMarks } from './uncarried-changes.ts'

const KEPT = 'The Parties shall inform each other without delay'
const REWORDED = 'An attack on one Party shall be considered an attack on both.'
const GONE = 'This Treaty shall remain in force for twenty years.'
const NOTE = richText([
  { type: 'paragraph', children: [{ type: 'text', text: 'Compare the first treaty.' }] },
])

/** The treaty with a new first article, all others renumbered, one sentence changed, one article gone. */
const NEXT = TREATY.replace('Article 3\n\nThis Treaty shall remain in force for twenty years.\n\n', '')
  .replace('Article 2\nMutual', 'Article 3\nMutual')
  .replace(
    'Article 1\nConsultation',
    'Article 1\n\nIn this Treaty “sea” means the Inner Sea.\n\nArticle 2\nConsultation',
  )
  .replace(REWORDED, 'An armed attack on one of the Parties shall be considered an attack on each of them.')

const NEXT_TEXT: Text = {
  ...TEXT,
  id: 'text-2',
  content: { hash: 'd'.repeat(64), length: NEXT.length },
  replaces: TEXT.id,
}

function marked(): LibraryState {
  const state = libraryState()
  const kept: Annotation = { ...annotationOf(KEPT, ['SEC.1'], 'kept'), note: NOTE }
  applyOperations(state, [
    create('annotation', kept),
    create('annotation', annotationOf(REWORDED, ['SEC.1'], 'reworded')),
    create('annotation', annotationOf(GONE, ['SEC.1'], 'gone')),
    ...setBindingness({ textId: TEXT.id, provisionId: 'art-1' }, { level: 4, reason: 'shall' }, AUTHOR),
    ...setBindingness({ textId: TEXT.id, provisionId: 'art-3' }, { level: 2, reason: 'term' }, AUTHOR),
  ])
  return state
}

function carry(state: LibraryState, next = NEXT): CarriedMark[] {
  const before = {
    text: TREATY,
    provisions: STRUCTURE.provisions,
    annotations: state.annotationsOf(TEXT.id),
    assessments: state.assessmentsOf(TEXT.id),
  }
  return [...carryMarks(before, { text: next, provisions: detectStructure(next) }, new Set())]
}

function importNext(state: LibraryState): Operation[] {
  const operations = [
    create('text', NEXT_TEXT),
    create('structure', { id: NEXT_TEXT.id, provisions: detectStructure(NEXT) }),
    ...carryOperations(carry(state), NEXT_TEXT.id),
  ]
  applyOperations(state, operations)
  return operations
}

function ids(marks: readonly (Annotation | Assessment)[]): string[] {
  return marks.map(({ id }) => id)
}

describe('story A7: a new version', () => {
  it('takes over what is found in it, with themes and note, and leaves the rest with the earlier one', () => {
    const state = marked()
    importNext(state)
    const [kept] = state.annotationsOf('text-2')
    expect(kept).toMatchObject({ id: 'kept', textId: 'text-2', themeIds: annotationOf(KEPT).themeIds })
    expect(plainText(kept?.note?.blocks ?? [])).toBe('Compare the first treaty.')
    expect(anchorHolds(NEXT, kept?.target.anchor ?? annotationOf(KEPT).target.anchor)).toBe(true)
    expect(state.assessmentsOf('text-2')).toMatchObject([{ id: 'text-2:art-2', bindingness: { level: 4 } }])
    expect(ids(state.annotationsOf(TEXT.id))).toEqual(['reworded', 'gone'])
    const states = [...state.annotationsOf(TEXT.id), ...state.assessmentsOf(TEXT.id)].map(
      ({ uncarried }) => uncarried?.state,
    )
    expect(states).toEqual(['review', 'lost', 'lost'])
  })

  it('leaves a sound library, and is taken back to the letter', () => {
    const state = marked()
    const before = [...state.entities()]
    const operations = importNext(state)
    const wrong = operations.flatMap(({ ref }) => {
      const value = state.get(ref)
      return value ? violationsOf(state, ref, value) : []
    })
    expect(wrong).toEqual([])
    applyOperations(state, inverseAll(operations))
    expect(new Set([...state.entities()].map((entity) => JSON.stringify(entity)))).toEqual(
      new Set(before.map((entity) => JSON.stringify(entity))),
    )
  })

  it('says of what is carried whether its words have changed', () => {
    const corrected = TREATY.replace('inform each other without delay', 'inform each other without de1ay')
    const isReworded = (next: string): boolean =>
      carry(marked(), next).some((carried) => carried.rewording && carried.mark.value.id === 'kept')
    expect(isReworded(corrected)).toBe(true)
    expect(isReworded(TREATY.replace('each other without', 'each  other\nwithout'))).toBe(false)
  })

  it('leaves what is in the trash and what was dismissed', () => {
    const state = marked()
    const [kept, reworded] = state.annotationsOf(TEXT.id)
    if (!kept || !reworded) throw new Error('no annotations')
    state.set(
      { kind: 'annotation', id: kept.id, textId: TEXT.id },
      { ...kept, trashed: { at: AUTHOR.at, by: 'Ana' } },
    )
    state.set(
      { kind: 'annotation', id: reworded.id, textId: TEXT.id },
      { ...reworded, uncarried: { state: 'dismissed', textId: 'text-0' } },
    )
    expect(carry(state).map(({ mark }) => mark.value.id)).toEqual(['gone', 'text-1:art-1', 'text-1:art-3'])
  })

  it('never carries two assessments to one provision', () => {
    const state = marked()
    const before = {
      text: TREATY,
      provisions: STRUCTURE.provisions,
      annotations: [],
      assessments: state.assessmentsOf(TEXT.id),
    }
    const after = { text: NEXT, provisions: detectStructure(NEXT) }
    const [first] = [...carryMarks(before, after, new Set(['art-2']))]
    expect(first?.outcome).toMatchObject({ kind: 'review', provisionId: 'art-2' })
  })

  it('loses no mark, whatever sentences are gone', () => {
    const lines = TREATY.split('\n')
    fc.assert(
      fc.property(fc.subarray(lines), (left) => {
        const state = marked()
        const next = `${left.join('\n')}\nEnd.`
        const provisions = detectStructure(next)
        applyOperations(state, [
          create('text', { ...NEXT_TEXT, content: { hash: 'd'.repeat(64), length: next.length } }),
          create('structure', { id: 'text-2', provisions }),
          ...carryOperations(carry(state, next), 'text-2'),
        ])
        const all = [...state.annotationsOf(TEXT.id), ...state.annotationsOf('text-2')]
        expect(ids(all).toSorted()).toEqual(['gone', 'kept', 'reworded'])
        for (const { target } of state.annotationsOf('text-2'))
          expect(anchorHolds(next, target.anchor)).toBe(true)
        for (const { uncarried } of state.annotationsOf(TEXT.id)) expect(uncarried).toBeDefined()
        expect(state.assessmentsOf(TEXT.id).length + state.assessmentsOf('text-2').length).toBe(2)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what waits for the analyst', () => {
  const waiting = (state: LibraryState): ReturnType<typeof waitingMarks> =>
    waitingMarks([
      ...state.assessmentsOf(TEXT.id).map((value) => ({ kind: 'assessment' as const, value })),
      ...state.annotationsOf(TEXT.id).map((value) => ({ kind: 'annotation' as const, value })),
    ])

  it('is listed with the questions first', () => {
    const state = marked()
    importNext(state)
    expect(waiting(state).map(({ value }) => value.id)).toEqual(['reworded', 'text-1:art-3', 'gone'])
  })

  it('goes to the proposed place, to a chosen one, or stays for good, each of them one step that can be taken back', () => {
    const state = marked()
    importNext(state)
    const [review, level, gone] = waiting(state)
    if (!review || !level || !gone) throw new Error('nothing waits')
    const after = [...state.entities()].length
    const steps = [
      acceptProposal(review),
      placeByHand(gone, {
        textId: 'text-2',
        anchor: { start: 0, end: 6, quote: 'TREATY', prefix: '', suffix: '' },
      }),
      dismissUncarried(level, 'text-2'),
    ]
    for (const operations of steps) applyOperations(state, operations)
    expect(ids(state.annotationsOf('text-2'))).toEqual(['kept', 'reworded', 'gone'])
    expect(state.annotationsOf('text-2').every(({ uncarried }) => uncarried === undefined)).toBe(true)
    expect(waiting(state)).toEqual([])
    for (const operations of steps.toReversed()) applyOperations(state, inverseAll(operations))
    expect(waiting(state).map(({ value }) => value.id)).toHaveLength(3)
    expect([...state.entities()]).toHaveLength(after)
  })

  it('holds what has come back from the trash since, and no mere refusal of a suggestion', () => {
    const state = marked()
    importNext(state)
    const back = annotationOf('Wishing to keep', ['SEC.1'], 'back')
    const refusal = { id: 'text-1:art-2', textId: TEXT.id, provisionId: 'art-2', refusedThemes: [] }
    applyOperations(state, [create('annotation', back), create('assessment', refusal)])
    expect(waiting(state).map(({ value }) => value.id)).toEqual(['reworded', 'text-1:art-3', 'gone', 'back'])
  })

  it('refuses an assessment without a provision, and a proposal where there is none', () => {
    const state = marked()
    importNext(state)
    const [, level, gone] = waiting(state)
    if (!level || !gone) throw new Error('nothing waits')
    expect(acceptProposal(gone)).toEqual([])
    expect(placeByHand(level, { textId: 'text-2', anchor: annotationOf(KEPT).target.anchor })).toEqual([])
  })
})

describe('versions of a text', () => {
  const third: Text = { ...NEXT_TEXT, id: 'text-3', replaces: 'text-2' }
  const french: Text = { ...TEXT, id: 'text-fr', language: 'fr' }
  const texts = new Map([TEXT, NEXT_TEXT, third, french].map((text) => [text.id, text]))

  it('are worked with in their latest state, one for each language', () => {
    expect(textIds(currentTexts(texts, TEXT.agreementId))).toEqual(['text-3', 'text-fr'])
    expect(textIds(earlierVersions(texts, third))).toEqual(['text-2', 'text-1'])
    expect(latestVersion(texts, TEXT).id).toBe('text-3')
    expect(latestVersion(texts, french).id).toBe('text-fr')
  })

  it('come back when the newer one is in the trash, and never run in a circle', () => {
    const trashed = { ...third, trashed: { at: AUTHOR.at, by: 'Ana' } }
    expect(textIds(currentTexts(new Map(texts).set('text-3', trashed), TEXT.agreementId))).toEqual([
      'text-2',
      'text-fr',
    ])
    expect(
      textIds(earlierVersions(new Map(texts).set('text-1', { ...TEXT, replaces: 'text-3' }), third)),
    ).toEqual(['text-2', 'text-1'])
  })
})

function textIds(texts: readonly Text[]): string[] {
  return texts.map(({ id }) => id)
}
