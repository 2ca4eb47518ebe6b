import { followChange } from './correction-follows.ts'
import { carryMarks } from './carry-marks.ts'
import type { Annotation } from '../../annotation/annotation.ts'
import type { Structure } from '../../structure/provision.ts'
import { anchorOf, type Anchor } from '../../text/anchor.ts'
import { carryThroughSplice, spliceText, type TextSplice } from '../../text/carry/carry-splice.ts'
import type { CarryOutcome } from '../../text/carry/carry.ts'
import type { Text } from '../../text/text.ts'
import { applyOperations } from '../apply.ts'
import { AGREEMENT, TEXT, TREATY, annotationOf } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { type Operation } from '../operation.ts'
import { correctStructure, type StructureCorrection } from './structure-changes.ts'
import { correctWords, spliceBetweenTexts } from './text-correction.ts'
import { restoringOf, type RestoredText } from './text-restoring.ts'

/** The id of the text that is kept aside when something does not come along. */
export const ASIDE = 'text-aside'

/** The words of every state, by their hash; and of each unit which one of the first text or of what was typed it is. */
const contents = new Map<string, { readonly text: string; readonly units: readonly number[] }>()
let typed = TREATY.length
const hashOf = (n: number): string => n.toString(16).padStart(64, '0')

function keep(text: string, units: readonly number[]): string {
  const hash = hashOf(contents.size)
  contents.set(hash, { text, units })
  return hash
}

/** A text of a library with its provisions. */
export function heldBy(
  state: LibraryState,
  id = TEXT.id,
): { readonly text: Text; readonly structure: Structure } {
  const [text, structure] = [state.find('text', id), state.find('structure', id)]
  if (!text || !structure) throw new Error('The text is there')
  return { text, structure }
}

/** The words of a text, and which unit of the first text, or of what was typed since, each of them is. */
export function wordsOf(state: LibraryState, id = TEXT.id): { text: string; units: readonly number[] } {
  return (
    contents.get(heldBy(state, id).text.content.hash) ?? {
      text: TREATY,
      units: Array.from(TREATY, (_, n) => n),
    }
  )
}

/** The text as it is, with everything that stands on it. */
export function present(state: LibraryState): RestoredText {
  return {
    ...heldBy(state),
    agreement: state.find('agreement', AGREEMENT.id) ?? AGREEMENT,
    content: wordsOf(state).text,
    annotations: state.annotationsOf(TEXT.id),
    assessments: state.assessmentsOf(TEXT.id),
    elsewhere: { briefs: state.all('brief'), themes: state.all('theme'), earlier: [] },
  }
}

/** Restores a state, and returns what was done. */
export function restore(
  state: LibraryState,
  past: ReturnType<typeof heldBy>,
  between: readonly string[] = [],
): { operations: readonly Operation[]; waiting: number } {
  const text = textOf(past.text.content.hash)
  const words = [wordsOf(state).text, ...between, text]
  const { task, finish } = restoringOf(present(state), {
    record: past.text,
    text,
    provisions: past.structure.provisions,
    steps: words.slice(1).flatMap((is, n) => spliceBetweenTexts(words[n] ?? '', is) ?? []),
  })
  const carried = [...carryMarks(task.before, task.after, new Set(task.taken))]
  const restored = finish(carried, ASIDE)
  applyOperations(state, restored.operations)
  return restored
}

/** The words that were kept under a hash. */
export function textOf(hash: string): string {
  return contents.get(hash)?.text ?? TREATY
}

/** Corrects words as the window does, with what follows elsewhere. */
export function correct(state: LibraryState, id: string, splice: TextSplice): boolean {
  const { text, units } = wordsOf(state)
  const outcome = correctWords(present(state), id, splice)
  if (outcome.kind !== 'corrected') return false
  const fresh = Array.from(splice.insert, () => typed++)
  const hash = keep(outcome.content, units.toSpliced(splice.at, splice.remove.length, ...fresh))
  const follow = (anchor: Anchor): CarryOutcome =>
    carryThroughSplice(anchor, splice, spliceText(text, splice))
  applyOperations(state, [
    ...outcome.operations(hash),
    ...followChange(present(state).elsewhere, TEXT.id, follow),
  ])
  return true
}

/** Corrects the first occurrence of some words. */
export function correctFirst(state: LibraryState, was: string, is: string): void {
  const { text } = wordsOf(state)
  const at = text.indexOf(was)
  const provision = heldBy(state).structure.provisions.findLast((p) => p.start <= at && at < p.end)
  if (!correct(state, provision?.id ?? '', { at, remove: was, insert: is }))
    throw new Error('It can be corrected')
}

/** Corrects the provisions, where the correction makes sense. */
export function structureCorrected(state: LibraryState, correction: StructureCorrection): void {
  const outcome = correctStructure(present(state), correction)
  if (outcome.kind === 'corrected') applyOperations(state, outcome.operations)
}

/** A note on a whole provision. */
export function provisionNote(state: LibraryState, id: string): Annotation {
  const provision = heldBy(state).structure.provisions.find((p) => p.id === id)
  const { text } = wordsOf(state)
  const anchor = anchorOf(text, provision?.start ?? 0, provision?.end ?? 1)
  return {
    ...annotationOf('Inner Sea', [], `note-${id}`),
    target: { kind: 'provision', provisionId: id, anchor },
  }
}

/** Everything in a library, to be compared. */
export function pictureOf(state: LibraryState): ReadonlySet<string> {
  return new Set([...state.entities()].map((entity) => JSON.stringify(entity)))
}

/** An annotation by its id; nothing when it is not on that text. */
export function annotation(state: LibraryState, id: string, textId = TEXT.id): Annotation | undefined {
  return state.annotationsOf(textId).find((one) => one.id === id)
}
