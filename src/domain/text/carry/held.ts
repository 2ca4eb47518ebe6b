import { firstWhere } from '../../shared/first-where.ts'
import { isSamePlace, type Alike, type Pair, type Place } from './alike.ts'
import { findAlike } from './approximate.ts'
import type { Stitch, Thread } from './thread.ts'

/** What is next to a place is at most so far away, in folded UTF-16 units, as all lengths here. */
const NEXT = 60
/** Two stitches so near to each other hold what is between them, though neither is next to it. */
const NARROW = 800
/** Where nothing holds one side, nothing in so much of it may read alike. */
const OPEN = 400
/** A gap wider than this holds nothing. */
const WIDEST = 6000
/** Words in the same gap that are at least so much alike may be meant instead. */
const ALIKE = 0.7
/** Copies of the same words differ by so many misread units, or by this share of all. */
const CLOSE_UNITS = 3
const CLOSE = 0.08
/** A copy of a provision is looked for so far around it. */
const AREA = 6000

/**
 * Whether the words next to both places hold them together: what stands next to the one in the old text stands next to the
 * other in the new one, and between the stitches on either side everything that reads alike is in the same order in both
 * texts. So a formula that a treaty has in ten articles is known by its article, however often it comes elsewhere; words
 * that have got a copy nearby are not held.
 */
export function isHeld(pair: Pair, old: Place, place: Alike): boolean {
  const thread = pair.thread()
  const gap = gapAround(pair, thread, old, place)
  if (!gap || isTornAway(thread, old, place)) return false
  const before = pair.before.folded.text
  const after = pair.after.folded.text
  const words = before.slice(old.start, old.end)
  const then = othersIn(before, words, gap.old, old, ALIKE)
  const now = othersIn(after, words, gap.now, place, ALIKE)
  if (!agree(gap.isLeft, then.before, now.before) || !agree(gap.isRight, then.behind, now.behind))
    return false
  const found = othersIn(before, after.slice(place.start, place.end), gap.old, old, ALIKE)
  if (found.before > then.before || found.behind > then.behind) return false
  // Where the words next to a copy are read better than those next to its original, the copy is held.
  const closest = leastOfCopy(words, place)
  const copies = othersIn(after, words, around(after, place), place, closest)
  const copiesThen = othersIn(before, words, around(before, old), old, closest)
  return copies.before + copies.behind <= copiesThen.before + copiesThen.behind
}

/** How much a copy of words reads like them at least, when a place that may be their own reads as it does. */
export function leastOfCopy(words: string, place: Alike): number {
  return place.quote - Math.max(CLOSE_UNITS / words.length, CLOSE)
}

/** What lies between the stitches on either side; a side that is not held reaches a little beyond the place. */
interface Gap {
  readonly old: Place
  readonly now: Place
  readonly isLeft: boolean
  readonly isRight: boolean
}

function gapAround(pair: Pair, { stitches }: Thread, old: Place, place: Place): Gap | undefined {
  const left = lastBefore(stitches, old.start)
  const right = stitches[indexFrom(stitches, old.end, 'old')]
  // A misread letter at an end may be counted to either side of it.
  const isLeft = left !== undefined && left.now.end <= place.start + 1
  const isRight = right !== undefined && right.now.start >= place.end - 1
  const isNextLeft = isLeft && old.start - left.old.end <= NEXT && place.start - left.now.end <= NEXT
  const isNextRight = isRight && right.old.start - old.end <= NEXT && right.now.start - place.end <= NEXT
  const between = (text: string, own: Place, from: Place | undefined, to: Place | undefined): Place => ({
    start: from?.end ?? Math.max(0, own.start - OPEN),
    end: to?.start ?? Math.min(text.length, own.end + OPEN),
  })
  const gap = {
    old: between(
      pair.before.folded.text,
      old,
      isLeft ? left.old : undefined,
      isRight ? right.old : undefined,
    ),
    now: between(
      pair.after.folded.text,
      place,
      isLeft ? left.now : undefined,
      isRight ? right.now : undefined,
    ),
    isLeft,
    isRight,
  }
  const width = Math.max(gap.old.end - gap.old.start, gap.now.end - gap.now.start)
  const isNarrow = isLeft && isRight && width <= NARROW
  return (isNextLeft || isNextRight || isNarrow) && width <= WIDEST ? gap : undefined
}

/** On a side that is held as many as there were; on an open one none at all. */
function agree(isHeldSide: boolean, then: number, now: number): boolean {
  return isHeldSide ? then === now : then + now === 0
}

function around(text: string, { start, end }: Place): Place {
  return { start: Math.max(0, start - AREA), end: Math.min(text.length, end + AREA) }
}

/** Whether some words of the one place are known to stand elsewhere than in the other. */
function isTornAway({ stitches, byNow }: Thread, old: Place, place: Place): boolean {
  const isApart = (a: Place, b: Place): boolean => a.end <= b.start || a.start >= b.end
  return (
    stitchesIn(stitches, old, 'old').some(({ now }) => isApart(now, place)) ||
    stitchesIn(byNow, place, 'now').some((stitch) => isApart(stitch.old, old))
  )
}

function stitchesIn(
  stitches: readonly Stitch[],
  { start, end }: Place,
  side: keyof Stitch,
): readonly Stitch[] {
  const inside: Stitch[] = []
  for (let i = indexFrom(stitches, start, side); i < stitches.length; i++) {
    const stitch = stitches[i]
    if (!stitch || stitch[side].end > end) break
    inside.push(stitch)
  }
  return inside
}

/** How many places in a stretch read like the words, before and behind their own. */
function othersIn(
  text: string,
  words: string,
  { start: from, end: to }: Place,
  own: Place,
  least: number,
): { readonly before: number; readonly behind: number } {
  const limit = Math.floor(words.length * (1 - least))
  const others = findAlike(text, words, limit, from, to)
  // Where one ends as the other begins they may share a few units.
  const rest = others.filter((other) => !isSamePlace(other, own))
  const before = rest.filter(({ start }) => start < own.start).length
  return { before, behind: rest.length - before }
}

function lastBefore(stitches: readonly Stitch[], offset: number): Stitch | undefined {
  let i = indexFrom(stitches, offset, 'old') - 1
  while (i >= 0 && (stitches[i]?.old.end ?? 0) > offset) i--
  return stitches[i]
}

/** The index of the first stitch that begins at an offset or behind it. */
function indexFrom(stitches: readonly Stitch[], offset: number, side: keyof Stitch): number {
  return firstWhere(stitches.length, (n) => (stitches[n]?.[side].start ?? 0) >= offset)
}
