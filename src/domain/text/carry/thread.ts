import { hashOf, TOKEN } from './affinity.ts'
import type { Place } from './alike.ts'

/** A few words in a row that stand once in either text, and where. Positions are those of the folded texts. */
export interface Stitch {
  readonly old: Place
  readonly now: Place
}

/** The stitches that hold two texts together. */
export interface Thread {
  /** In the order of the old text. */
  readonly stitches: readonly Stitch[]
  /** The same in the order of the new text. */
  readonly byNow: readonly Stitch[]
}

/** So many words in a row are seldom said twice by chance. */
const WORDS = 4
/** So many neighbouring matches on either side are asked whether they run along, and so many must. */
const COMPANY = 6
const FELLOWS = 3
/** By how many words a stretch may have grown or shrunk and still run along. */
const SLACK = 3
/** How many words on either side are asked whether the new text has them more often than the old one. */
const AROUND = 20
/** So many pairs of words may be those of a formula that an inserted provision shares. */
const MOST_COPIES = 4
/** A pair of words that the old text has more often than this tells nothing when it comes once more. */
const SELDOM = 3

/**
 * Finds the rows of words that stand once in either text (P. Heckel, CACM 21(4), 1978, did so with lines) and are not
 * alone: others run along with them. Numbers are left out, as renumbering makes one from another. None is taken where
 * the words around have got a copy in the new text: there, letters misread in one of the two make a row stand once that
 * is the other's. Linear in the length of both texts.
 */
export function threadOf(before: string, after: string): Thread {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const isCopied = copiesBetween(rowsOf(old.hashes, 2), rowsOf(now.hashes, 2))
  const matches = matchesOf(rowsOf(old.hashes, WORDS), rowsOf(now.hashes, WORDS))
  const stitches = matches
    .filter(
      (match, n) =>
        hasCompany(matches, match, n) && isCopied(match.i - AROUND, match.i + AROUND) <= MOST_COPIES,
    )
    .map(({ i, j }) => ({ old: old.placeOf(i), now: now.placeOf(j) }))
  return { stitches, byNow: stitches.toSorted((a, b) => a.now.start - b.now.start) }
}

/** A row of words and where it begins: at the i-th word of the old text and the j-th of the new one. */
interface Match {
  readonly i: number
  readonly j: number
}

function matchesOf(old: Rows, now: Rows): Match[] {
  const matches: Match[] = []
  old.hashes.forEach((hash, i) => {
    if (old.times.get(hash) !== 1 || now.times.get(hash) !== 1) return
    matches.push({ i, j: now.last.get(hash) ?? 0 })
  })
  return matches
}

function hasCompany(matches: readonly Match[], { i, j }: Match, n: number): boolean {
  let fellows = 0
  for (let k = Math.max(0, n - COMPANY); k <= n + COMPANY; k++) {
    const other = matches[k]
    if (!other || k === n || Math.abs(other.i - i) > 2 * COMPANY) continue
    if (Math.abs(other.j - other.i - (j - i)) <= SLACK) fellows++
  }
  return fellows >= FELLOWS
}

/** Counts the seldom pairs between two words of the old text that stand in the new one more often than they did. */
function copiesBetween(old: Rows, now: Rows): (from: number, to: number) => number {
  const sums = new Uint32Array(old.hashes.length + 1)
  old.hashes.forEach((hash, i) => {
    const times = old.times.get(hash) ?? 0
    const isCopied = times <= SELDOM && (now.times.get(hash) ?? 0) > times
    sums[i + 1] = (sums[i] ?? 0) + (isCopied ? 1 : 0)
  })
  return (from, to) => (sums[Math.min(to, old.hashes.length)] ?? 0) - (sums[Math.max(0, from)] ?? 0)
}

interface Words {
  readonly hashes: readonly number[]
  /** Where the row that begins with the i-th word stands. */
  placeOf(i: number): Place
}

const HAS_DIGIT = /\p{N}/u

function wordsOf(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  const hashes: number[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (HAS_DIGIT.test(token)) continue
    starts.push(index)
    ends.push(index + token.length)
    hashes.push(hashOf(token))
  }
  return { hashes, placeOf: (i) => ({ start: starts[i] ?? 0, end: ends[i + WORDS - 1] ?? 0 }) }
}

/** All rows of so many words, how often each stands, and with which word it begins the last time. */
interface Rows {
  readonly hashes: Int32Array
  readonly times: ReadonlyMap<number, number>
  readonly last: ReadonlyMap<number, number>
}

function rowsOf(words: readonly number[], length: number): Rows {
  const hashes = new Int32Array(Math.max(0, words.length - length + 1))
  const times = new Map<number, number>()
  const last = new Map<number, number>()
  for (let i = 0; i < hashes.length; i++) {
    let hash = 0
    for (let k = i; k < i + length; k++) hash = (Math.imul(hash, 31) + (words[k] ?? 0)) | 0
    hashes[i] = hash
    times.set(hash, (times.get(hash) ?? 0) + 1)
    last.set(hash, i)
  }
  return { hashes, times, last }
}
