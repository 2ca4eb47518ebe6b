import type { Provision } from '../structure/provision.ts'
import { wordValue } from '../structure/numerals.ts'
import { dateOf, monthNumber, type UncertainDate } from './uncertain-date.ts'

/** A value found in a text, with the UTF-16 range of the words that gave it. */
export interface Proposal<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** What Pacta proposes for a new record. The analyst confirms or corrects each. */
export interface RecordProposals {
  readonly title?: Proposal<string>
  readonly signedOn?: Proposal<UncertainDate>
}

/** Looks for a record's first facts where agreements state them: the title above, the date at the close. */
export function proposeRecord(text: string, provisions: readonly Provision[]): RecordProposals {
  const title = provisions.find((p) => p.kind === 'title')
  const titleWords = title && text.slice(title.start, title.end).replace(/\s+/g, ' ').trim()
  const signedOn = closingDate(text, provisions)
  return {
    ...(title && titleWords
      ? { title: { value: readableTitle(titleWords), start: title.start, end: title.end } }
      : {}),
    ...(signedOn ? { signedOn } : {}),
  }
}

const SMALL_WORDS = new Set([
  'a',
  'an',
  'and',
  'at',
  'between',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
])

/** A title printed in capitals is proposed in ordinary letters: `NORTH ATLANTIC TREATY` → `North Atlantic Treaty`. */
export function readableTitle(words: string): string {
  if (words !== words.toUpperCase() || words === words.toLowerCase()) return words
  return words
    .toLowerCase()
    .split(' ')
    .map((word, i) =>
      i > 0 && SMALL_WORDS.has(word) ? word : word.replace(/\p{L}/u, (letter) => letter.toUpperCase()),
    )
    .join(' ')
}

function closingDate(text: string, provisions: readonly Provision[]): Proposal<UncertainDate> | undefined {
  const closings = provisions.filter((p) => p.kind === 'testimonium' || p.kind === 'signatures')
  for (const closing of closings) {
    const found = findDate(text.slice(closing.start, closing.end), closing.start)
    if (found) return found
  }
  return undefined
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY_MONTH_YEAR = new RegExp(
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?\\s+(?<month>${MONTH}),?\\s+(?:in the year\\s+)?(?<year>\\d{4})`,
  'i',
)
const WORD_DAY_MONTH_YEAR = new RegExp(
  `\\b(?<day>\\d{1,2}(?=st|nd|rd|th)|[a-z]+(?:[\\s-][a-z]+)?)(?:st|nd|rd|th)?\\s+day\\s+of\\s+(?<month>${MONTH}),?\\s+(?:in the year\\s+)?(?<year>\\d{4}|(?:one thousand|nineteen|two thousand)[a-z\\s-]*)`,
  'i',
)
const MONTH_DAY_YEAR = new RegExp(
  `(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`,
  'i',
)

/** The first date in a passage: `4 April 1949`, `April 4, 1949`, `the fourth day of April, 1949`. */
export function findDate(passage: string, offset = 0): Proposal<UncertainDate> | undefined {
  const matches = [DAY_MONTH_YEAR, WORD_DAY_MONTH_YEAR, MONTH_DAY_YEAR]
    .map((pattern) => pattern.exec(passage))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)
  for (const match of matches) {
    const { day = '', month = '', year = '' } = match.groups ?? {}
    const value = dateOf(yearNumber(year) ?? 0, monthNumber(month), dayNumber(day))
    if (value)
      return { value, start: offset + match.index, end: offset + match.index + match[0].trimEnd().length }
  }
  return undefined
}

const ORDINALS: Record<string, string> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
}

function dayNumber(day: string): number | undefined {
  if (/^\d+$/.test(day)) return Number(day)
  // "this fourth", "the twenty-first": only the last words are the number.
  const words = day.toLowerCase().split(/[\s-]+/)
  return ordinalValue(words.join('-')) ?? ordinalValue(words.at(-1) ?? '')
}

function ordinalValue(ordinal: string): number | undefined {
  const parts = ordinal.split('-')
  const last = parts.at(-1) ?? ''
  const cardinal = ORDINALS[last] ?? last.replace(/ieth$/, 'y').replace(/th$/, '')
  return wordValue([...parts.slice(0, -1), cardinal].join('-'))
}

/** A year in digits or in words: `one thousand nine hundred and forty-nine`, `nineteen hundred and thirty`. */
function yearNumber(year: string): number | undefined {
  if (/^\d{4}$/.test(year)) return Number(year)
  const words = year
    .toLowerCase()
    .replace(/\band\b/g, ' ')
    .trim()
  const match = /^(?:(one|two) thousand)?\s*(?:([a-z]+) hundred)?\s*([a-z]+(?:[\s-][a-z]+)?)?$/.exec(words)
  if (!match) return undefined
  const [, thousands, hundreds, rest] = match
  const units = rest === undefined ? 0 : wordValue(rest.trim())
  if (units === undefined) return undefined
  return (
    (thousands ? (wordValue(thousands) ?? 0) * 1000 : 0) +
    (hundreds ? (wordValue(hundreds) ?? 0) * 100 : 0) +
    units
  )
}
