import type { Provision } from '../../structure/provision.ts'
import type { ProvisionId } from '../../shared/id.ts'
import { anchorHolds, anchorOf, type Anchor } from '../anchor.ts'
import { pairOf, type Pair, type Place, type StructuredText } from './alike.ts'
import { foldedPosition, originalRange } from './folded-text.ts'
import { CERTAIN, DOUBTFUL, placeQuote, type Placed } from './place-quote.ts'
import { isShort, placeShort } from './place-short.ts'
import { tidyRange } from './tidy-range.ts'

/** What is to be carried: a span of the old text, or a whole provision of it. */
export interface CarryTarget {
  readonly anchor: Anchor
  /** The provision of the old text, when the target is the provision and not its words. */
  readonly provisionId?: ProvisionId
}

/** What became of a target in the new text. `was` is its old text, word for word. */
export type CarryOutcome =
  /** Found with a score of 0.9 or more: it may be moved without asking. */
  | {
      readonly kind: 'carried'
      readonly anchor: Anchor
      readonly provisionId?: ProvisionId
      readonly score: number
    }
  /** Perhaps found, 0.5 to 0.9: the analyst sees old and new text and decides. */
  | {
      readonly kind: 'review'
      readonly was: string
      readonly anchor: Anchor
      readonly provisionId?: ProvisionId
      readonly score: number
    }
  /** Not found. */
  | { readonly kind: 'lost'; readonly was: string }

/** At this score and above a target is carried without a question. */
export const CARRY_SCORE = CERTAIN
/** At this score and above, and below `CARRY_SCORE`, the analyst is asked. */
export const REVIEW_SCORE = 0.5

/** A quotation longer than this is found by its two ends, in folded UTF-16 units. */
const LONGEST_WHOLE = 600
const END_LENGTH = 200
/** How far a long quotation may have grown or shrunk between its ends without a question. */
const SAME_LENGTH = 0.9
/** How exactly a found stretch must be a provision's text to be that provision. */
const SAME_RANGE = 0.9

/**
 * Prepares to carry targets from one version of a text to another, and returns the function that carries one. So
 * a caller with thousands of targets can do them in slices, and stop between them.
 *
 * Provisions are aligned first, by their words; then the quotation is sought in the matched ones and judged by
 * the quotation, its context and its position. A target is never put in a second-best place without a question.
 * The anchor must hold in the old text; one that does not is lost.
 */
export function carrierBetween(
  before: StructuredText,
  after: StructuredText,
): (target: CarryTarget) => CarryOutcome {
  const pair = pairOf(before, after)
  const oldById = new Map(before.provisions.map((provision) => [provision.id, provision]))
  return (target) => {
    const provision = target.provisionId === undefined ? undefined : oldById.get(target.provisionId)
    if (provision) return carryProvision(pair, provision, after.provisions)
    return carrySpan(pair, target.anchor)
  }
}

function carrySpan(pair: Pair, anchor: Anchor): CarryOutcome {
  const was = anchor.quote
  const holds = anchorHolds(pair.before.original, anchor)
  const placed = holds ? placeRange(pair, anchor.start, anchor.end) : undefined
  if (!placed || placed.score < REVIEW_SCORE) return { kind: 'lost', was }
  const found = originalRange(pair.after.folded, placed.start, placed.end)
  const at = ({ start, end }: Place): Anchor => anchorOf(pair.after.original, start, end)
  return placed.score >= CARRY_SCORE
    ? { kind: 'carried', anchor: at(found), score: placed.score }
    : {
        kind: 'review',
        was,
        anchor: at(tidyRange(pair.before.original, anchor, pair.after.original, found)),
        score: placed.score,
      }
}

/** Where a range of the old text, in its original offsets, stands in the folded new text. */
function placeRange(pair: Pair, start: number, end: number): Placed | undefined {
  const place = trimmed(pair.before.folded.text, {
    start: foldedPosition(pair.before.folded, start),
    end: foldedPosition(pair.before.folded, end),
  })
  if (place.start >= place.end) return undefined
  if (isShort(pair.before.folded.text.slice(place.start, place.end))) return placeShort(pair, place)
  return place.end - place.start <= LONGEST_WHOLE ? placeQuote(pair, place) : placeByEnds(pair, place)
}

/** Finds a long quotation by its first and last words; what lies between must be about as long as it was. */
function placeByEnds(pair: Pair, place: Place): Placed | undefined {
  const head = placeQuote(pair, { start: place.start, end: place.start + END_LENGTH })
  const tail = placeQuote(pair, { start: place.end - END_LENGTH, end: place.end })
  if (!head || !tail || tail.end <= head.start) return undefined
  const was = place.end - place.start
  const is = tail.end - head.start
  const ratio = Math.min(was, is) / Math.max(was, is)
  const score = Math.min(head.score, tail.score) * (ratio >= SAME_LENGTH ? 1 : ratio)
  return { start: head.start, end: tail.end, score }
}

/**
 * A provision follows its text: where that went, a provision of the same kind must begin and end. A stretch that
 * is no provision any more (it was split, merged or put into another) is a question.
 */
function carryProvision(pair: Pair, provision: Provision, provisions: readonly Provision[]): CarryOutcome {
  const was = pair.before.original.slice(provision.start, provision.end)
  const from = provision.textStart < provision.end ? provision.textStart : provision.start
  const placed = placeRange(pair, from, provision.end)
  if (!placed || placed.score < REVIEW_SCORE) return { kind: 'lost', was }
  const range = originalRange(pair.after.folded, placed.start, placed.end)
  const match = bestMatch(provision.kind, range, provisions)
  const anchor = match
    ? anchorOf(pair.after.original, match.provision.start, match.provision.end)
    : anchorOf(pair.after.original, range.start, range.end)
  const found = { anchor, score: placed.score, ...(match ? { provisionId: match.provision.id } : {}) }
  return match && match.overlap >= SAME_RANGE && placed.score >= CARRY_SCORE
    ? { kind: 'carried', ...found }
    : { kind: 'review', was, ...found, score: Math.min(placed.score, DOUBTFUL) }
}

/** The provision of a kind whose text has most in common with a range: shared length by joint length. */
function bestMatch(
  kind: Provision['kind'],
  range: { readonly start: number; readonly end: number },
  provisions: readonly Provision[],
): { provision: Provision; overlap: number } | undefined {
  let best: { provision: Provision; overlap: number } | undefined
  for (const provision of provisions) {
    if (provision.kind !== kind) continue
    const start = provision.textStart < provision.end ? provision.textStart : provision.start
    const shared = Math.min(provision.end, range.end) - Math.max(start, range.start)
    if (shared <= 0) continue
    const overlap = shared / (Math.max(provision.end, range.end) - Math.min(start, range.start))
    if (!best || overlap > best.overlap) best = { provision, overlap }
  }
  return best
}

function trimmed(text: string, { start, end }: Place): Place {
  let from = start
  let to = end
  while (from < to && text.charAt(from) === ' ') from++
  while (to > from && text.charAt(to - 1) === ' ') to--
  return { start: from, end: to }
}
