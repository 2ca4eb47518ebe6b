import {
  alikeIn,
  contextOf,
  contextWeight,
  LEAST_CONTEXT,
  positionOf,
  type Alike,
  type Pair,
  type Place,
} from './alike.ts'
import { similarity } from './approximate.ts'
import { wordCount, type Link } from './affinity.ts'
import { passageAt } from './passages.ts'
import { isHeld, leastOfCopy } from './held.ts'

/** Where a quotation of the old text stands in the new one, and how sure that is: 0.9 and more is certain. */
export interface Placed extends Place {
  readonly score: number
}

/** From here on nothing is asked. */
export const CERTAIN = 0.9
/** The most that a place gets about which a question remains. */
export const DOUBTFUL = 0.89
/** What the second best place must fall behind by; more for short quotations, where context weighs more. */
const MARGIN = 0.04
const COPY_ERRORS = 0.15
/** So different the surroundings of two places must be to tell a short quotation from its copy. */
const OTHER_CONTEXT = 0.75
const NEAR = 0.3
/** Context and position that agree this well (with the quotation taken for right) make a place one's own. */
const OWN_PLACE = 0.9
/** Rivals ahead by no more than this are equals. */
const EQUAL = 0.01
/** What position weighs. */
export const POSITION_WEIGHT = 0.15
/** A quotation this long that reads nearly the same, and is like nothing else in either text, needs no context. */
const TELLING_WORDS = 8
const SAME_WORDS = 0.9
/** Places less alike than this are no rivals. */
const RIVAL = 0.75

/**
 * Finds a place of the old text in the new one: every place in the corresponding passages, and in those that
 * hold most of its words, is weighed by quotation, context and position. The best is certain only when nothing
 * competes in either direction: no second place in the new text, and no other place of the old text that fits the
 * one found as well. So words of a deleted provision are never put on their twin. Where that leaves a doubt, the words
 * next to the place may still hold it.
 */
export function placeQuote(pair: Pair, old: Place): Placed | undefined {
  const words = pair.before.folded.text.slice(old.start, old.end)
  const candidates = alikeIn(pair.after, words, candidatePassages(pair, old, words))
  const weights = weightsFor(words)
  const scored = candidates
    .map((place) => ({ place, score: fit(pair, old, place, place.quote, weights) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best) return undefined
  const rivals = rivalsOf(pair, old, best.place).filter((rival) => rival.quote >= RIVAL)
  const twins = candidates.filter((place) => place !== best.place && place.quote >= RIVAL)
  const { place } = best
  const alone = rivals.length === 0 && twins.length === 0
  const telling = alone && place.quote >= SAME_WORDS && wordCount(words) >= TELLING_WORDS
  const score = telling
    ? place.quote * (1 - POSITION_WEIGHT) + POSITION_WEIGHT * positionOf(pair, old, place)
    : best.score
  const ahead =
    best.score - Math.max(0, ...rivals.map((rival) => fit(pair, rival, place, rival.quote, weights)))
  const margin = MARGIN * (weights.context / LEAST_CONTEXT)
  const clear =
    ahead >= margin &&
    (second === undefined || second.score <= best.score - margin) &&
    !copied(pair, old, place, unclaimed(pair, twins, rivals, weights)) &&
    !merged(pair, old, place, unsettled(pair, twins, rivals, weights))
  // A second place that fits as well, with no second old one that does, is a copy: order says nothing of it.
  const isCopy = second !== undefined && second.score > best.score - margin && ahead >= margin
  const certain =
    positionOf(pair, old, place) > 0 &&
    (clear || (!isCopy && ahead >= -EQUAL && sameRank(pair, [old, ...rivals], [place, ...twins], weights)))
  const sure = certain ? score : Math.min(score, DOUBTFUL)
  if (sure >= CERTAIN) return { start: place.start, end: place.end, score: sure }
  return heldPlace(pair, old, scored, weights) ?? { start: place.start, end: place.end, score: sure }
}

/** How many places are asked whether their neighbours hold them, and how far behind the best they may be. */
const MOST_TRIED = 4
const NOT_FAR_BEHIND = 0.2

/** The one place that the words next to it hold where it is, if there is one. */
function heldPlace(pair: Pair, old: Place, scored: readonly Scored[], weights: Weights): Placed | undefined {
  const [best] = scored
  if (!best) return undefined
  const held = scored
    .slice(0, MOST_TRIED)
    .filter(({ place, score }) => score >= best.score - NOT_FAR_BEHIND && isHeld(pair, old, place))
  const [only, another] = held
  if (!only || another || only.place.quote < best.place.quote - COPY_ERRORS) return undefined
  if (!isOwn(pair, old, only.place, scored)) return undefined
  const { start, end, quote } = only.place
  return { start, end, score: Math.max(only.score, 1 - weights.quote * (1 - quote)) }
}

/**
 * Whether no other place of the old text reads more like what was found, and each place of the new one that reads like the
 * words as a copy does is another's: as many read so in the old text, and one of them at least as much like it.
 */
function isOwn(pair: Pair, old: Place, place: Alike, scored: readonly Scored[]): boolean {
  const likeness = (a: Place, b: Place): number =>
    similarity(pair.before.folded.text.slice(a.start, a.end), pair.after.folded.text.slice(b.start, b.end))
  const rivals = rivalsOf(pair, old, place)
  const own = likeness(old, place)
  if (rivals.some((rival) => likeness(rival, place) > own)) return false
  const least = leastOfCopy(pair.before.folded.text.slice(old.start, old.end), place)
  const twins = scored.filter((other) => other.place !== place && other.place.quote >= least)
  const close = rivals.filter(({ quote }) => quote >= least)
  return (
    twins.length <= close.length &&
    twins.every(({ place: twin }) => {
      const ours = likeness(old, twin)
      return close.some((rival) => likeness(rival, twin) >= ours)
    })
  )
}

interface Scored {
  readonly place: Alike
  readonly score: number
}

interface Weights {
  readonly quote: number
  readonly context: number
}

function weightsFor(words: string): Weights {
  const context = contextWeight(words)
  return { context, quote: 1 - context - POSITION_WEIGHT }
}

function fit(pair: Pair, old: Place, place: Place, quote: number, weights: Weights): number {
  return (
    weights.quote * quote +
    weights.context * contextOf(pair, old, place) +
    POSITION_WEIGHT * positionOf(pair, old, place)
  )
}

function candidatePassages(pair: Pair, old: Place, words: string): number[] {
  const own = pair.affinity.forward[passageAt(pair.before.passages, old.start)] ?? []
  return [
    ...new Set([...united(own, pair.affinity.holding('new', words)), ...besides(pair, 'new', old, words)]),
  ]
}

/** So much of what stands on either side of a quotation tells where it would stand. */
const BESIDE = 200
/** Of a quotation with more words than this some pair is always read rightly. */
const MANY_WORDS = 25

/**
 * Where a quotation would stand to judge by what stands before and behind it: where a few of its words are misread, so
 * few pairs of them are left that a copy next door holds far more of them, and only the copy would be found.
 */
function besides(pair: Pair, side: 'old' | 'new', { start, end }: Place, words: string): number[] {
  if (wordCount(words) > MANY_WORDS) return []
  const from = side === 'new' ? pair.before : pair.after
  const before = from.folded.text.slice(Math.max(0, start - BESIDE), start)
  const behind = from.folded.text.slice(end, end + BESIDE)
  return [
    ...pair.affinity.holding(side, before).flatMap((passage) => [passage, passage + 1]),
    ...pair.affinity.holding(side, behind).flatMap((passage) => [passage - 1, passage]),
  ]
}

/** The other places of the old text that could as well be what stands at `place`. */
function rivalsOf(pair: Pair, old: Place, place: Place): Alike[] {
  const words = pair.after.folded.text.slice(place.start, place.end)
  const own = pair.affinity.backward[passageAt(pair.after.passages, place.start)] ?? []
  const home = passageAt(pair.before.passages, old.start)
  const passages = new Set([
    home,
    ...united(own, pair.affinity.holding('old', words)),
    ...besides(pair, 'old', place, words),
  ])
  return alikeIn(pair.before, words, [...passages]).filter((rival) => !overlap(rival, old))
}

function united(links: readonly Link[], others: readonly number[]): number[] {
  return [...new Set([...links.map((link) => link.passage), ...others])]
}

/**
 * Whether what was found has got a copy: only very different context tells them apart, and not one that reads better. Where the copy stands does
 * not: the heading above either may be misread, and then the provision around it is another.
 */
function copied(pair: Pair, old: Place, place: Alike, copies: readonly Alike[]): boolean {
  const context = contextOf(pair, old, place)
  return copies.some(
    (copy) =>
      copy.quote > place.quote ||
      (copy.quote >= place.quote - COPY_ERRORS && contextOf(pair, old, copy) > context - OTHER_CONTEXT),
  )
}

/** The same seen from the old text: two places of corresponding provisions read alike and only one is left. */
function merged(pair: Pair, old: Place, place: Alike, rivals: readonly Alike[]): boolean {
  const context = contextOf(pair, old, place)
  return rivals.some(
    (rival) =>
      rival.quote >= place.quote - COPY_ERRORS &&
      positionOf(pair, rival, place) >= NEAR &&
      contextOf(pair, rival, place) > context - OTHER_CONTEXT,
  )
}

/**
 * The places that no other place of the old text accounts for: copies, perhaps. Where there are more places than others
 * to account for them, it may be any of them.
 */
function unclaimed(
  pair: Pair,
  twins: readonly Alike[],
  rivals: readonly Alike[],
  weights: Weights,
): readonly Alike[] {
  if (twins.length > rivals.length) return twins
  return twins.filter((twin) => !rivals.some((rival) => fit(pair, rival, twin, 1, weights) >= OWN_PLACE))
}

/** The other places of the old text that have no place of their own in the new one: deleted, perhaps. */
function unsettled(
  pair: Pair,
  twins: readonly Alike[],
  rivals: readonly Alike[],
  weights: Weights,
): readonly Alike[] {
  return rivals.filter((rival) => !twins.some((twin) => fit(pair, rival, twin, 1, weights) >= OWN_PLACE))
}

/**
 * Equal words on equal ground keep their order, when each text has as many of them and each has a place of its
 * own. The first of either list are the ones in question.
 */
function sameRank(pair: Pair, olds: readonly Place[], places: readonly Place[], weights: Weights): boolean {
  if (olds.length !== places.length) return false
  const inOrder = (list: readonly Place[]): Place[] => list.toSorted((a, b) => a.start - b.start)
  const [from, to] = [inOrder(olds), inOrder(places)]
  return from.every((old, i) => {
    const place = to[i]
    if (!place || (old === olds[0]) !== (place === places[0])) return false
    return fit(pair, old, place, 1, weights) >= OWN_PLACE
  })
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end
}
