import type { Heading } from './heading.ts'
import { linesOf, type Line } from './lines.ts'
import { readMarker } from './markers.ts'
import { bracketedName } from './bracketed-name.ts'
import { CONNECTORS, COUNTERS } from './openers.ts'
import { isDivision } from './provision.ts'

/** A heading longer than this is the first sentence of the article. */
export const LONGEST_HEADING = 120

/** The name of a provision and what follows it. */
export interface NamedBody {
  /** UTF-16 range of the name; may span two lines. */
  readonly name?: { readonly start: number; readonly end: number }
  readonly body: readonly Line[]
}

/**
 * Separates the name of a provision, on its line or the next, from its text. An article that holds sections has a
 * name and no text, as chapters do.
 */
export function splitHeading(text: string, heading: Heading, to: number, holdsUnits: boolean): NamedBody {
  const { candidate } = heading
  const lines = linesOf(text, candidate.end, to)
  const own = lines[0]
  if (!own) return { body: lines }
  const following = lines.slice(1)
  if (!candidate.opensLine) {
    const isAll = holdsUnits && isDivision(heading.kind) && !isFollowed(following) && isName(own.words)
    return nameInBrackets(heading, own, following) ?? (isAll ? named(own, following) : { body: lines })
  }
  const first = own.words === '' ? following.findIndex((line) => line.words !== '') : -1
  const inBrackets = nameInBrackets(heading, following[first] ?? own, following.slice(first + 1))
  if (inBrackets) return inBrackets
  if (own.words !== '') {
    // An article's only line is its text; a chapter's only line is its name.
    if (!isName(own.words) || !(holdsUnits || isFollowed(following))) return { body: lines }
    // Behind a number without punctuation a line that is not followed by a break may be text.
    return named(own, following)
  }
  const next = following[first]
  if (!next) return { body: following }
  const after = following.find((line, i) => i > first && line.words !== '')
  const mayBeNamed = after ? !opensPoints(after.words) : holdsUnits
  if (!mayBeNamed || !isName(next.words)) return { body: following }
  return named(next, following.slice(first + 1))
}

/** `제1조(목적) 이 협정은…`: behind a counted number the text may follow the name; elsewhere the name fills its line. */
function nameInBrackets(heading: Heading, line: Line, following: readonly Line[]): NamedBody | undefined {
  const found = bracketedName(line.words)
  if (!found) return undefined
  const rest = line.words.slice(found.length)
  const text = rest.trimStart()
  const isCounted = COUNTERS.has(heading.candidate.word.charCodeAt(0))
  if (!isCounted && !heading.candidate.opensLine) return undefined
  if (text === '' ? !isFollowed(following) : !COUNTERS.has(heading.candidate.word.charCodeAt(0)))
    return undefined
  const start = line.wordsStart + 1
  const from = line.wordsStart + line.words.length - text.length
  const body = text === '' ? [] : [{ start: from, end: line.end, words: text, wordsStart: from }]
  return { name: { start, end: start + found.name.length }, body: [...body, ...following] }
}

function named(line: Line, following: readonly Line[]): NamedBody {
  const start = line.wordsStart
  const end = start + line.words.length
  const next = following[0]
  // A name in capitals often takes two lines.
  if (
    next &&
    next.words !== '' &&
    isCapitals(line.words) &&
    isCapitals(next.words) &&
    isName(next.words) &&
    isFollowed(following.slice(1))
  )
    return { name: { start, end: next.wordsStart + next.words.length }, body: following.slice(1) }
  return { name: { start, end }, body: following }
}

function isFollowed(lines: readonly Line[]): boolean {
  return lines.some((line) => line.words !== '')
}

function isCapitals(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase()
}

/** A name is short, is no list item, does not end like a sentence and does not break off in the middle of one. */
export function isName(words: string): boolean {
  if (words.length > LONGEST_HEADING || '.;:,。；：，،؛'.includes(words.at(-1) ?? '.')) return false
  if (/^(?:\d|[(（]|\p{Ll}|[一二三四五六七八九十]+、)/u.test(words)) return false
  return !breaksOff(words)
}

/** Whether words stop where they must go on: behind an article or a preposition. */
export function breaksOff(words: string): boolean {
  const last =
    words
      .slice(-24)
      .split(/[\s’']/)
      .at(-1) ?? ''
  return CONNECTORS.has(last.toLowerCase()) && (last.length > 1 || last === last.toLowerCase())
}

/** Points `(a)` or `(i)` follow a chapeau; a name is followed by text or numbered paragraphs. */
function opensPoints(words: string): boolean {
  return (
    readMarker(words)?.readings.some((r) => r.value === 1 && r.series !== 'digit' && r.series !== 'han') ??
    false
  )
}
