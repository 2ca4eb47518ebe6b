import { affinityOf, sharedPairs, wordCount, type Affinity } from './affinity.ts'
import { findAlike, similarity } from './approximate.ts'
import { foldedPosition, foldText, type FoldedText } from './folded-text.ts'
import { passagesOf, passageAt, type Passage } from './passages.ts'
import { threadOf, type Thread } from './thread.ts'
import type { Provision } from '../../structure/provision.ts'

/** A text with its structure, as the library holds both. */
export interface StructuredText {
  readonly text: string
  readonly provisions: readonly Provision[]
}

/** One of the two texts, prepared for comparing. Positions are those of the folded text. */
export interface Side {
  readonly original: string
  readonly folded: FoldedText
  readonly passages: readonly Passage[]
}

/** Both texts, and which of their passages correspond. */
export interface Pair {
  readonly before: Side
  readonly after: Side
  readonly affinity: Affinity
  /** What holds both together, found when it is first asked for. */
  thread(): Thread
}

/** A stretch of a folded text. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A place that reads like the words sought. */
export interface Alike extends Place {
  /** 1 for the same words, less by every wrong unit. */
  readonly quote: number
}

/** Prepares two texts for comparing. Linear. */
export function pairOf(before: StructuredText, after: StructuredText): Pair {
  const old = sideOf(before)
  const next = sideOf(after)
  const words = (side: Side): string[] => side.passages.map((p) => side.folded.text.slice(p.start, p.end))
  let thread: Thread | undefined
  return {
    before: old,
    after: next,
    affinity: affinityOf(words(old), words(next)),
    thread: () => (thread ??= threadOf(old.folded.text, next.folded.text)),
  }
}

function sideOf({ text, provisions }: StructuredText): Side {
  const folded = foldText(text)
  const at = (offset: number): number => foldedPosition(folded, offset)
  const passages = passagesOf(text, provisions).map((p) => ({ start: at(p.start), end: at(p.end) }))
  return { original: text, folded, passages }
}

/** How far the words may differ and still be shown to the analyst as perhaps the same. */
const MOST_ERRORS = 0.35

/**
 * The places that read like `words` in the given passages and a little beyond their ends (a passage may end in
 * the middle of a sentence), in reading order, each once.
 */
export function alikeIn(side: Side, words: string, passages: readonly number[]): Alike[] {
  const { text } = side.folded
  const limit = Math.floor(words.length * MOST_ERRORS)
  const found = new Map<number, Alike>()
  for (const index of passages) {
    const passage = side.passages[index]
    if (!passage) continue
    const from = Math.max(0, passage.start - words.length - limit)
    const to = Math.min(text.length, passage.end + words.length + limit)
    for (const { start, end, distance } of findAlike(text, words, limit, from, to)) {
      const quote = 1 - distance / words.length
      const known = found.get(end)
      if (!known || known.quote < quote) found.set(end, { start, end, quote })
    }
  }
  return apart([...found.values()])
}

/**
 * Of stretches that are the same place, read with more errors or fewer, only the most alike. Two places next to each
 * other may share a few units, where one ends as the other begins.
 */
function apart(places: readonly Alike[]): Alike[] {
  const kept: Alike[] = []
  for (const place of places.toSorted((a, b) => a.start - b.start || b.quote - a.quote)) {
    const last = kept.at(-1)
    if (!last || !isSamePlace(last, place)) kept.push(place)
    else if (place.quote > last.quote) kept[kept.length - 1] = place
  }
  return kept
}

/** Whether more than half of the shorter of two stretches is shared. */
export function isSamePlace(a: Place, b: Place): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared * 2 > Math.min(a.end - a.start, b.end - b.start)
}

/** How much of the neighbouring text is compared on either side. */
const CONTEXT = 48

/**
 * Whether two places stand among the same words, 0 to 1. The side that agrees better counts most: next to an
 * inserted or deleted sentence the other side cannot agree.
 */
export function contextOf(pair: Pair, old: Place, place: Place): number {
  const a = pair.before.folded.text
  const b = pair.after.folded.text
  const left = similarity(
    a.slice(Math.max(0, old.start - CONTEXT), old.start),
    b.slice(Math.max(0, place.start - CONTEXT), place.start),
  )
  const right = similarity(a.slice(old.end, old.end + CONTEXT), b.slice(place.end, place.end + CONTEXT))
  return 0.75 * Math.max(left, right) + 0.25 * Math.min(left, right)
}

/** A link of this strength or more is as good as the same provision. */
const SAME_PROVISION = 0.5
/** How far around a place its surroundings reach. */
const SURROUNDINGS = 400

/**
 * Whether two places stand in corresponding provisions, 0 to 1. Where a provision was not recognised in one of
 * the texts (a misread heading, a line that looks like one), the surrounding words tell as much.
 */
export function positionOf(pair: Pair, old: Place, place: Place): number {
  const from = passageAt(pair.before.passages, old.start)
  const to = passageAt(pair.after.passages, place.start)
  const link = pair.affinity.forward[from]?.find(({ passage }) => passage === to)
  const strength = link?.strength ?? 0
  if (strength >= SAME_PROVISION) return 1
  return Math.min(1, Math.max(strength, surroundings(pair, old, place)) / SAME_PROVISION)
}

function surroundings(pair: Pair, old: Place, place: Place): number {
  const around = (text: string, { start, end }: Place): string =>
    `${text.slice(Math.max(0, start - SURROUNDINGS), start)} ${text.slice(end, end + SURROUNDINGS)}`
  return sharedPairs(around(pair.before.folded.text, old), around(pair.after.folded.text, place))
}

/** A quotation with fewer words than this is common in any treaty: its surroundings decide. */
const SHORT = 8

/** What context weighs for a long quotation. */
export const LEAST_CONTEXT = 0.15

/** What context weighs: more for a short quotation. Position weighs 0.15, the quotation has the rest. */
export function contextWeight(words: string): number {
  return LEAST_CONTEXT + 0.25 * Math.max(0, 1 - wordCount(words) / SHORT)
}
