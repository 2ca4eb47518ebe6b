import { describe, expect, it } from 'vitest'
import { quotationBlock, type Brief } from '../../brief/brief.ts'
import { readQuotation } from '../../brief/brief-nodes.ts'
import { anchorHolds, anchorOf, type Anchor } from '../../text/anchor.ts'
import type { Uncarried } from '../../text/uncarried.ts'
import { carryThroughSplice, spliceText } from '../../text/carry/carry-splice.ts'
import { applyOperations } from '../apply.ts'
import { AGREEMENT, annotationOf, AUTHOR, libraryState, TEXT, TREATY } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { create, inverseAll } from '../operation.ts'
import { createBrief } from './brief-changes.ts'
import { followChange } from './correction-follows.ts'

const BEFORE = 'Wishing to keep the peace'
const BEHIND = 'This Treaty shall remain in force for twenty years.'

const place = (words: string, content = TREATY): Anchor =>
  anchorOf(content, content.indexOf(words), content.indexOf(words) + words.length)

const quotation = (words: string): ReturnType<typeof quotationBlock> =>
  quotationBlock({ textId: TEXT.id, agreementId: AGREEMENT.id, anchor: place(words) })

/** A library with a brief that quotes, and a mark of an earlier version that waits for a place. */
function library(): LibraryState {
  const state = libraryState()
  const blocks = [quotation(BEFORE), quotation(BEHIND)]
  applyOperations(state, [
    ...createBrief({ id: 'b', title: 'Peace', language: 'en', paper: 'A4', blocks }, AUTHOR),
    create('annotation', {
      ...annotationOf(BEFORE),
      id: 'waiting',
      uncarried: { state: 'review', textId: TEXT.id, anchor: place(BEHIND), score: 0.7 },
    }),
  ])
  return state
}

function corrected(state: LibraryState, was: string, is: string): { content: string; undo: () => void } {
  const splice = { at: TREATY.indexOf(was), remove: was, insert: is }
  const content = spliceText(TREATY, splice)
  const earlier = state.annotationsOf(TEXT.id).map((value) => ({ kind: 'annotation' as const, value }))
  const elsewhere = { briefs: state.all('brief'), themes: state.all('theme'), earlier }
  const operations = followChange(elsewhere, TEXT.id, (anchor) => carryThroughSplice(anchor, splice, content))
  applyOperations(state, operations)
  return { content, undo: () => applyOperations(state, inverseAll(operations)) }
}

const quotationsOf = (state: LibraryState): (Anchor | undefined)[] =>
  (state.find('brief', 'b') as Brief).blocks.map((block) => readQuotation(block)?.anchor)

const uncarriedIn = (state: LibraryState): Uncarried | undefined =>
  state.annotationsOf(TEXT.id).find(({ id }) => id === 'waiting')?.uncarried

describe('what follows elsewhere from a correction', () => {
  it('moves what is quoted behind it, and undo moves it back', () => {
    const state = library()
    const before = quotationsOf(state)
    const { content, undo } = corrected(state, 'it deems', 'that Party deems')
    const [first, second] = quotationsOf(state)
    expect(first).toEqual(before[0])
    expect(second?.quote).toBe(BEHIND)
    expect(second && anchorHolds(content, second)).toBe(true)
    undo()
    expect(quotationsOf(state)).toEqual(before)
  })

  it('leaves a quotation of the corrected words as it was quoted', () => {
    const state = library()
    const [before] = quotationsOf(state)
    corrected(state, 'keep the peace', 'preserve the peace')
    expect(quotationsOf(state)[0]).toEqual(before)
  })

  it('moves a proposed place with its words, and gives it up when they are gone', () => {
    const moved = library()
    const { content } = corrected(moved, 'it deems', 'that Party deems')
    const waiting = uncarriedIn(moved)
    expect(waiting).toMatchObject({ state: 'review', anchor: { quote: BEHIND } })
    expect(waiting?.state === 'review' && anchorHolds(content, waiting.anchor)).toBe(true)

    const gone = library()
    corrected(gone, BEHIND, '')
    expect(uncarriedIn(gone)).toEqual({ state: 'lost', textId: TEXT.id })
  })
})
