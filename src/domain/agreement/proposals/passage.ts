import { foldText } from './fold.ts'

/** A value found in a text, with the UTF-16 range of the words that gave it. */
export interface Proposal<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** A part of a text, with its folded form, in which a fact is looked for. */
export interface Passage {
  /** UTF-16 offset in the text. */
  readonly start: number
  readonly words: string
  readonly folded: string
}

/** Cuts a passage out of a text. */
export function passageOf(text: string, start: number, end: number): Passage {
  const words = text.slice(start, end)
  return { start, words, folded: foldText(words) }
}

/** A proposal from a range of a passage. */
export function proposalAt<T>(passage: Passage, value: T, start: number, end: number): Proposal<T> {
  return { value, start: passage.start + start, end: passage.start + end }
}

/** White space folded to single blanks. */
export function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** A sentence of a passage. UTF-16 offsets of the passage. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

// A full stop ends a sentence before a capital, or before a script without capitals, but not behind an initial or a
// short word with a stop: `St. Petersburg`, `г. Москва`, `Art. 5`.
const SENTENCE_END =
  /(?<=[\p{L}\p{M}\d)\]'"»”]{3})\.(?=\s*(?:[\p{Lu}\p{Lo}\d("«“]|$))|[;؛；。！]|\.(?=\s*\n)|\n\s*\n/gu

/** The sentences of a passage; what is marked off with semicolons counts as a sentence. */
export function sentencesOf({ words }: Passage): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const push = (end: number): void => {
    const from = start + (words.slice(start, end).length - words.slice(start, end).trimStart().length)
    if (from < end) sentences.push({ start: from, end: from + words.slice(from, end).trimEnd().length })
    start = end
  }
  for (const match of words.matchAll(SENTENCE_END)) push(match.index + 1)
  push(words.length)
  return sentences.filter((sentence) => sentence.end > sentence.start)
}

/** Words in capitals in ordinary letters, each with a capital: `VIENNA` → `Vienna`. */
export function ordinaryLetters(words: string): string {
  if (words !== words.toUpperCase() || words === words.toLowerCase()) return words
  return words.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
