import { firstWhere } from '../shared/first-where.ts'
import { foldText, type FoldedText } from './folded-text.ts'

/** How strictly a search reads. */
export interface FindOptions {
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** A place that was found. UTF-16 offsets of the text, `end` exclusive. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/** Looks for words in one text, again and again as they are typed. */
export type Finder = (words: string, options: FindOptions) => Hit[]

/**
 * Makes a search in a text that overlooks accents, vowel signs, line ends and the ways to write Arabic and Persian
 * letters. Hits come in reading order and do not overlap; each covers whole characters. The text is folded once for
 * each way to treat capitals, so that a search costs one pass over the folded text.
 */
export function makeFinder(text: string): Finder {
  const folds = new Map<boolean, FoldedText>()
  return (words, { matchCase, wholeWords }) => {
    const wanted = foldText(words, matchCase).folded.trim()
    if (wanted === '') return []
    const fold = folds.get(matchCase) ?? foldText(text, matchCase)
    folds.set(matchCase, fold)
    return hitsIn(fold, wanted, wholeWords)
  }
}

function hitsIn(fold: FoldedText, wanted: string, wholeWords: boolean): Hit[] {
  const { folded, starts, length } = fold
  const hits: Hit[] = []
  let at = folded.indexOf(wanted)
  while (at >= 0) {
    const after = at + wanted.length
    const fits =
      isBoundary(starts, at) &&
      isBoundary(starts, after) &&
      (!wholeWords || (isWordEdge(folded, at) && isWordEdge(folded, after)))
    if (fits) hits.push({ start: starts[at] ?? 0, end: starts[after] ?? length })
    at = folded.indexOf(wanted, fits ? after : at + 1)
  }
  return hits
}

/** Whether a character of the text begins here: half of one (`s` of `ß`) is not found. */
function isBoundary(starts: Int32Array, at: number): boolean {
  return at === 0 || at >= starts.length || starts[at] !== starts[at - 1]
}

/** A letter or digit of a script that puts spaces between words. Chinese and its like have no whole words to see. */
const IN_WORD = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function isWordEdge(folded: string, at: number): boolean {
  const isLetter = (character: string): boolean => IN_WORD.test(character) && !UNSPACED.test(character)
  return !isLetter(folded.charAt(at - 1)) || !isLetter(folded.charAt(at))
}

/** The place in the list of the first hit at or after an offset, going round to the first; -1 without hits. */
export function hitFrom(hits: readonly Hit[], offset: number): number {
  if (hits.length === 0) return -1
  const next = hits.findIndex((hit) => hit.start >= offset)
  return next < 0 ? 0 : next
}

/** The hits that share a character with a range, found by halving: cost does not grow with hits elsewhere. */
export function hitsWithin(hits: readonly Hit[], start: number, end: number): readonly Hit[] {
  const first = firstWhere(hits.length, (i) => (hits[i]?.end ?? 0) > start)
  const last = firstWhere(hits.length, (i) => (hits[i]?.start ?? 0) >= end)
  return hits.slice(first, last)
}
