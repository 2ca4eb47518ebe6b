import { PactaError } from '#contract/errors.ts'
import { isSameState, type TextState } from '#domain/history/text-states.ts'
import type { CarriedMark } from '#domain/library/changes/carry-marks.ts'
import { spliceBetweenTexts } from '#domain/library/changes/text-correction.ts'
import { restoringOf, type Restored, type RestoringTask } from '#domain/library/changes/text-restoring.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { TextSplice } from '#domain/text/carry/carry-splice.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { wordsOf } from '../library/words-of.ts'
import { elsewhereOf } from './elsewhere.ts'
import { textStates } from './history-index.ts'

/** What restoring a text needs from outside. */
export interface TextRestorer {
  /** Carries what does not stay by itself. It takes its time, and may be cancelled. */
  readonly seek: (task: RestoringTask) => Promise<readonly CarriedMark[]>
  readonly newId: () => TextId
}

/**
 * The operations that make a text what it was, with the marks that there are now. Nothing is changed by asking.
 *
 * @throws PactaError `changed-elsewhere` when the text is not there, is as it was, or something has changed while its
 * marks were sought; `content-missing` when its words, of then or of now, are lost; `cancelled`.
 */
export async function restoreText(
  library: OpenLibrary,
  id: TextId,
  wanted: TextState['held'],
  { seek, newId }: TextRestorer,
): Promise<Restored> {
  const { state, headSeq } = library
  const text = state.find('text', id)
  const structure = state.find('structure', id)
  const agreement = text && state.find('agreement', text.agreementId)
  if (!text || !structure || !agreement || !wanted || isSameState({ text, structure }, wanted)) {
    throw new PactaError('changed-elsewhere')
  }
  const present = {
    text,
    structure,
    agreement,
    content: await wordsOf(library, text.content.hash),
    annotations: state.annotationsOf(id),
    assessments: state.assessmentsOf(id),
    elsewhere: elsewhereOf(state, text),
  }
  const past = {
    record: wanted.text,
    text: await wordsOf(library, wanted.text.content.hash),
    provisions: wanted.structure.provisions,
    steps: await stepsBack(library, await textStates(library, id), wanted),
  }
  const { task, finish } = restoringOf(present, past)
  const isSought = task.before.annotations.length + task.before.assessments.length > 0
  const carried = isSought ? await seek(task) : []
  // What was marked meanwhile would stand on words that are about to change.
  if (library.headSeq !== headSeq) throw new PactaError('changed-elsewhere')
  return finish(carried, newId())
}

/** The changes of its words that lead from a text as it is to one of its states, by all the states in between. */
async function stepsBack(
  library: OpenLibrary,
  states: readonly TextState[],
  wanted: NonNullable<TextState['held']>,
): Promise<TextSplice[]> {
  const at = states.findLastIndex(({ held }) => isSameState(held, wanted))
  const hashes = states.slice(Math.max(0, at)).flatMap(({ held }) => held?.text.content.hash ?? [])
  const path = [wanted.text.content.hash, ...hashes].filter((hash, n, all) => hash !== all[n - 1])
  const steps: TextSplice[] = []
  let before: string | undefined
  for (const hash of path.toReversed()) {
    // A state in between whose words are lost makes one change of two.
    const words = await wordsOf(library, hash).catch(() => before)
    if (words === undefined) continue
    const splice = before === undefined ? undefined : spliceBetweenTexts(before, words)
    if (splice) steps.push(splice)
    before = words
  }
  return steps
}
