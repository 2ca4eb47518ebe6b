import type { Span } from './suggestion.ts'

/**
 * What a theme's signals say to look for: phrases, each a row of pieces that follow one another within a sentence.
 * `consult .*threat` is one phrase of two pieces.
 */
export type SignalPhrase = readonly string[]

/** Signals are typed by people and come with foreign codebooks: more phrases than this are cut off. */
const MOST_PHRASES = 200

/** How far the pieces of a phrase may stand apart, in UTF-16 units. */
const FARTHEST = 200

/**
 * Reads signals: phrases with `|` between them; `(a|b)` and `[sz]` stand for each of theirs, `x?` and `(x)?` for with
 * and without, `.*` for some words between. That much of regular expressions is understood and no more; everything
 * else stands for itself, so that no pattern, however made, can take longer than reading the text.
 */
export function signalPhrases(signals: string): SignalPhrase[] {
  const phrases = alternatives(signals, { at: 0 }, 0)
  const pieces = phrases.map((phrase) => phrase.split(GAP).map((piece) => fold(piece).trim()))
  const meant = pieces.map((row) => row.filter((piece) => piece !== '')).filter((row) => row.length > 0)
  const distinct = new Map(meant.map((row) => [row.join(GAP), row]))
  return [...distinct.values()].slice(0, MOST_PHRASES)
}

const GAP = '\u0000'

/** Parentheses deeper than this stand for themselves. */
const DEEPEST = 10

function alternatives(source: string, cursor: { at: number }, depth: number): string[] {
  const done: string[] = []
  let open = ['']
  while (cursor.at < source.length) {
    const character = source.charAt(cursor.at)
    if (character === ')' && depth > 0) break
    cursor.at++
    if (character === '|') {
      done.push(...open)
      open = ['']
      continue
    }
    let choices = [character]
    if (character === '(' && depth < DEEPEST) {
      choices = alternatives(source, cursor, depth + 1)
      cursor.at++
    } else if (character === '[' && source.indexOf(']', cursor.at) > cursor.at) {
      const end = source.indexOf(']', cursor.at)
      choices = Array.from(source.slice(cursor.at, end))
      cursor.at = end + 1
    } else if (character === '.' && source.charAt(cursor.at) === '*') {
      choices = [GAP]
      cursor.at++
    } else if (character === '\\' && cursor.at < source.length) {
      choices = [source.charAt(cursor.at++)]
    }
    if (source.charAt(cursor.at) === '?') {
      choices = [...choices, '']
      cursor.at++
    }
    open = open.flatMap((before) => choices.map((choice) => before + choice)).slice(0, MOST_PHRASES)
  }
  return [...done, ...open].slice(0, MOST_PHRASES)
}

/** Text without case, unit for unit as long as before, so that offsets hold. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replace(/./gsu, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  })
}

/** What ends a sentence: the pieces of a phrase do not reach over it. */
const SENTENCE_END = /[.;。؛؟?!\n]/

/**
 * Finds where a phrase stands in a stretch of text: each piece begins where a word begins. `folded` is the whole
 * text, folded.
 */
export function findPhrase(folded: string, from: number, to: number, phrase: SignalPhrase): Span[] {
  const [first = '', ...rest] = phrase
  const found: Span[] = []
  for (let at = next(folded, first, from, to); at >= 0; at = next(folded, first, at + 1, to)) {
    const end = endOf(folded, at + first.length, to, rest)
    if (end !== undefined) found.push({ start: at, end })
  }
  return found
}

function endOf(folded: string, from: number, to: number, pieces: SignalPhrase): number | undefined {
  let end = from
  for (const piece of pieces) {
    const limit = Math.min(to, end + FARTHEST)
    const at = next(folded, piece, end, limit)
    if (at < 0 || SENTENCE_END.test(folded.slice(end, at))) return undefined
    end = at + piece.length
  }
  return end
}

/** Where a piece stands next as the beginning of a word; -1 when nowhere before `to`. */
function next(folded: string, piece: string, from: number, to: number): number {
  for (let at = folded.indexOf(piece, from); at >= 0 && at + piece.length <= to;) {
    if (beginsWord(folded, at)) return at
    at = folded.indexOf(piece, at + 1)
  }
  return -1
}

const LETTER = /[\p{L}\p{N}]/u
const HAN = /\p{Script=Han}/u

function beginsWord(folded: string, at: number): boolean {
  const before = folded.charAt(at - 1)
  return !LETTER.test(before) || HAN.test(folded.charAt(at))
}
