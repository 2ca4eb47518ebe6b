import type { Uncarried } from '../../text/uncarried.ts'
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

/** The mark left with its earlier version for good; it is not asked about again. */
export function dismissUncarried(mark: Mark): Operation[] {
  const { uncarried } = mark.value
  return uncarried ? withUncarried(mark, { state: 'dismissed', textId: uncarried.textId }) : []
}

/** The marks that wait for the analyst, those with a proposal first, in reading order each. */
export function waitingMarks(marks: readonly Mark[]): Mark[] {
  const rank: Readonly<Record<Uncarried['state'], number>> = { review: 0, lost: 1, dismissed: 2 }
  const stateOf = ({ value }: Mark): number => (value.uncarried ? rank[value.uncarried.state] : 2)
  return marks.filter((mark) => stateOf(mark) < 2).toSorted((a, b) => stateOf(a) - stateOf(b))
}
