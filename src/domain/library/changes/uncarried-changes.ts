import type { TextId } from '../../shared/id.ts'
import { moved, withUncarried, type Mark, type MarkPlace } from './carry-marks.ts'
import type { Operation } from '../operation.ts'

/**
 * The mark at the place that was proposed for it. Nothing when there is no proposal, or, for an assessment, when the
 * proposal is no provision.
 */
export function acceptProposal(mark: Mark): Operation[] {
  const { uncarried } = mark.value
  if (uncarried?.state !== 'review') return []
  if (mark.kind === 'assessment' && uncarried.provisionId === undefined) return []
  return moved(mark, uncarried)
}

/** The mark at a place that the analyst has chosen. Nothing for an assessment and a place that is no provision. */
export function placeByHand(mark: Mark, place: MarkPlace): Operation[] {
  if (mark.kind === 'assessment' && place.provisionId === undefined) return []
  return moved(mark, place)
}

/**
 * The mark left with its earlier version for good; it is not asked about again. `textId` is the version that is worked
 * with.
 */
export function dismissUncarried(mark: Mark, textId: TextId): Operation[] {
  return withUncarried(mark, { state: 'dismissed', textId })
}

/**
 * The marks of an earlier version that wait for the analyst, in the order given, those with a proposal first. What says
 * nothing of why it has stayed waits too: it came out of the trash, or back from the history, after the newer version
 * had come. A refusal of a suggestion without a level does not wait.
 */
export function waitingMarks(marks: readonly Mark[]): Mark[] {
  const waits = ({ kind, value }: Mark): boolean =>
    value.uncarried?.state !== 'dismissed' && (kind === 'annotation' || value.bindingness !== undefined)
  const isQuestion = ({ value }: Mark): boolean => value.uncarried?.state === 'review'
  const waiting = marks.filter(waits)
  return [...waiting.filter(isQuestion), ...waiting.filter((mark) => !isQuestion(mark))]
}
