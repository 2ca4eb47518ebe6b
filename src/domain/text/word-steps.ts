import { segmenterOf } from './segmenter.ts'

/** A stretch of a text. UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How far from an edge words are looked for: longer than any word with the signs around it. */
const WINDOW = 200

/**
 * Moves one edge of a stretch by a word: its end to the next or the previous end of a word, its start to the next or
 * the previous start of one. Words are those of the language (Chinese too, by the dictionary of the runtime); those that
 * are passed over count as signs between words. Nothing when there is no further word, or when no word would be left.
 */
export function moveEdge(
  text: string,
  stretch: Stretch,
  edge: 'start' | 'end',
  direction: 'forward' | 'backward',
  language: string,
  isPassedOver: (word: Stretch) => boolean = () => false,
): Stretch | undefined {
  const at = stretch[edge]
  const edges = wordsAround(text, at, language).flatMap((word) => (isPassedOver(word) ? [] : [word[edge]]))
  const to = direction === 'forward' ? edges.find((e) => e > at) : edges.findLast((e) => e < at)
  if (to === undefined) return undefined
  const moved = { ...stretch, [edge]: to }
  return moved.start < moved.end ? moved : undefined
}

function wordsAround(text: string, at: number, language: string): Stretch[] {
  const from = Math.max(0, at - WINDOW)
  const to = Math.min(text.length, at + WINDOW)
  const words: Stretch[] = []
  for (const { segment, index, isWordLike } of segmenterOf(language, 'word').segment(text.slice(from, to))) {
    const start = from + index
    const end = start + segment.length
    // A word that the window cuts has no edge there.
    const isWhole = (start > from || from === 0) && (end < to || to === text.length)
    if (isWordLike === true && isWhole) words.push({ start, end })
  }
  return words
}
