/** How much two passages share: 1 for the same words, 0 for none. */
export interface Link {
  /** Index of the passage on the other side. */
  readonly passage: number
  readonly strength: number
}

/** Which passages of two texts correspond, by their words, and where words stand. */
export interface Affinity {
  /** The passages of the other text that share words with this one, the strongest first. */
  readonly forward: readonly (readonly Link[])[]
  readonly backward: readonly (readonly Link[])[]
  /** The passages of the old or the new text that hold most of the words of a phrase, the best first. */
  holding(side: 'old' | 'new', phrase: string): readonly number[]
}

/** Below this two passages share formulas, not content. */
const WEAKEST = 0.15
const MOST_LINKS = 8
const MOST_HOLDING = 12
/** A passage that holds less than this part of what the best one holds of a phrase does not hold the phrase. */
const HOLDING = 0.4
/** A pair of words that stands in more passages than this tells nothing about any of them. */
const COMMON = 60

/**
 * Weighs every old passage against every new one: the cosine of their sets of word pairs, rare pairs weighing
 * more (inverse document frequency: K. Spärck Jones, J. Documentation 28, 1972). Numbers and headings are words
 * like all others, so a renumbered provision keeps nearly all of its weight, and an article that starts again at 1
 * in an annex is known by what it says. Word order across passages does not matter: provisions may have moved.
 *
 * Linear in the length of both texts.
 */
export function affinityOf(before: readonly string[], after: readonly string[]): Affinity {
  const oldPairs = before.map(wordPairs)
  const newPairs = after.map(wordPairs)
  const inOld = whereabouts(oldPairs)
  const inNew = whereabouts(newPairs)
  const count = before.length + after.length
  const weight = (pair: number): number => {
    const held = (inOld.get(pair)?.length ?? 0) + (inNew.get(pair)?.length ?? 0)
    return Math.log(1 + count / Math.max(1, held))
  }
  const lengthOf = (pairs: ReadonlySet<number>): number => {
    let sum = 0
    for (const pair of pairs) sum += weight(pair)
    return sum
  }
  const newLengths = newPairs.map(lengthOf)
  const shares = (pairs: ReadonlySet<number>, places: Whereabouts): Map<number, number> => {
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      const held = places.get(pair)
      if (!held || held.length > COMMON) continue
      const gain = weight(pair)
      for (const passage of held) shared.set(passage, (shared.get(passage) ?? 0) + gain)
    }
    return shared
  }
  const backward: Link[][] = after.map(() => [])
  const forward = oldPairs.map((pairs, old) => {
    const length = lengthOf(pairs)
    const links = [...shares(pairs, inNew)]
      .map(([passage, shared]) => ({
        passage,
        strength: Math.min(1, shared / Math.sqrt(length * (newLengths[passage] ?? 1))),
      }))
      .filter((link) => link.strength >= WEAKEST)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_LINKS)
    for (const { passage, strength } of links) backward[passage]?.push({ passage: old, strength })
    return links
  })
  return {
    forward,
    backward: backward.map((links) => links.sort((a, b) => b.strength - a.strength)),
    holding: (side, phrase) => {
      const held = [...shares(wordPairs(phrase), side === 'old' ? inOld : inNew)].sort((a, b) => b[1] - a[1])
      const least = HOLDING * (held[0]?.[1] ?? 0)
      return held
        .filter(([, weight]) => weight >= least)
        .slice(0, MOST_HOLDING)
        .map(([passage]) => passage)
    },
  }
}

type Whereabouts = ReadonlyMap<number, readonly number[]>

function whereabouts(passages: readonly ReadonlySet<number>[]): Whereabouts {
  const places = new Map<number, number[]>()
  passages.forEach((pairs, passage) => {
    for (const pair of pairs) {
      const held = places.get(pair)
      if (held) held.push(passage)
      else places.set(pair, [passage])
    }
  })
  return places
}

/** Chinese is written without spaces between words: every character counts as one. */
export const TOKEN = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu

/** The words of a folded text, counted to tell short quotations from long ones. */
export function wordCount(folded: string): number {
  return folded.match(TOKEN)?.length ?? 0
}

/** How many of the word pairs of two folded stretches are the same: 0 to 1 (L. Dice, Ecology 26, 1945). */
export function sharedPairs(a: string, b: string): number {
  const left = wordPairs(a)
  const right = wordPairs(b)
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

function wordPairs(folded: string): Set<number> {
  const pairs = new Set<number>()
  let previous: number | undefined
  for (const [token] of folded.matchAll(TOKEN)) {
    const hash = hashOf(token)
    if (previous !== undefined) pairs.add((Math.imul(previous, 31) + hash) | 0)
    previous = hash
  }
  return pairs
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units; a collision only blurs a weight. */
export function hashOf(token: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193)
  return hash | 0
}
