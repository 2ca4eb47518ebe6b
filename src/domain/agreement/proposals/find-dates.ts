import { hanValue } from '../../structure/han-numerals.ts'
import { dateOf, type UncertainDate } from '../uncertain-date.ts'
import { fromLunar, fromSolar } from './calendars.ts'
import { foldPattern } from './fold.ts'
import { NumberSum, numberReader } from './number-reader.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** A date found in a passage. UTF-16 offsets of the passage. */
export interface FoundDate {
  readonly value: UncertainDate
  readonly start: number
  readonly end: number
  /** Counted from another era: only proposed where no Gregorian date stands. */
  readonly isForeign: boolean
}

type Calendar = 'gregorian' | 'solar' | 'lunar'

type Token =
  | { kind: 'month'; calendar: Calendar; value: number; start: number; end: number }
  | { kind: 'number'; value: number; inWords: boolean; doubted: boolean; start: number; end: number }
  | { kind: 'filler' | 'other'; start: number; end: number }

type NumberToken = Extract<Token, { kind: 'number' }>

/** More small words than these do not stand between the parts of a date: `day of the month of`. */
const MOST_FILLERS = 6

/** All dates in a folded passage, in their order. */
export function findDates(folded: string, vocabulary: RecordVocabulary): FoundDate[] {
  const tokens = tokensOf(folded, vocabulary)
  const found = tokens.flatMap((token, i) => {
    const date = token.kind === 'month' ? dateAround(tokens, i, token) : undefined
    return date ? [date] : []
  })
  return [...found, ...countedDates(folded, vocabulary), ...numericDates(folded)].sort(
    (a, b) => a.start - b.start,
  )
}

function dateAround(
  tokens: readonly Token[],
  at: number,
  month: Extract<Token, { kind: 'month' }>,
): FoundDate | undefined {
  const before = neighbour(tokens, at, -1)
  const isDay = (token: NumberToken | undefined): token is NumberToken =>
    token !== undefined && token.value >= 1 && token.value <= 31
  let day = before && isDay(before.token) ? before.token : undefined
  let after = neighbour(tokens, at, 1)
  if (!day && after && isDay(after.token)) {
    day = after.token
    after = neighbour(tokens, after.at, 1)
  }
  const year = after?.token
  if (!year) return undefined
  const value = inCalendar(month.calendar, year.value, month.value, day?.value)
  if (!value) return undefined
  const doubted = year.doubted || (day?.doubted ?? false)
  return {
    value: doubted ? { ...value, uncertain: true } : value,
    start: Math.min(day?.start ?? month.start, month.start),
    end: year.end,
    isForeign: month.calendar !== 'gregorian',
  }
}

function neighbour(
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
): { token: NumberToken; at: number } | undefined {
  for (let i = at + step, skipped = 0; skipped <= MOST_FILLERS; i += step, skipped++) {
    const token = tokens[i]
    if (!token || token.kind === 'other') return undefined
    if (token.kind === 'number') return { token, at: i }
    // `كانون الثاني/يناير`: one month with both its names.
    if (token.kind === 'month' && step === 1 && i > at + 2) return undefined
  }
  return undefined
}

function inCalendar(
  calendar: Calendar,
  year: number,
  month: number,
  day: number | undefined,
): UncertainDate | undefined {
  if (calendar === 'gregorian') return year >= 1500 && year <= 2100 ? dateOf(year, month, day) : undefined
  if (day === undefined) return undefined
  return calendar === 'solar' ? fromSolar(year, month, day) : fromLunar(year, month, day)
}

interface Lexer {
  readonly pattern: RegExp
  readonly months: ReadonlyMap<string, { calendar: Calendar; value: number }>
  readonly fillers: ReadonlySet<string>
}

const lexerOf: (vocabulary: RecordVocabulary) => Lexer = once(({ dates }: RecordVocabulary): Lexer => {
  const months = new Map<string, { calendar: Calendar; value: number }>()
  const add = (list: string | undefined, calendar: Calendar): void =>
    list?.split(' ').forEach((words, i) => {
      for (const word of words.split('|'))
        if (word !== '') months.set(foldPattern(word).replaceAll('-', ' '), { calendar, value: i + 1 })
    })
  add(dates.months, 'gregorian')
  add(dates.solarMonths, 'solar')
  add(dates.lunarMonths, 'lunar')
  const names = [...months.keys()].sort((a, b) => b.length - a.length)
  const month = names.length > 0 ? `(?<month>\\b(?:${names.join('|')})\\b)|` : ''
  return {
    pattern: compile(
      `${month}(?<number>[0-9]+)|(?<word>\\p{L}[\\p{L}\\p{M}\\u200c']*)|[^\\p{L}\\p{N}\\s]`,
      'g',
    ),
    months,
    fillers: new Set(dates.fillers.split('|').map(foldPattern)),
  }
})

function tokensOf(folded: string, vocabulary: RecordVocabulary): Token[] {
  const lexer = lexerOf(vocabulary)
  const reader = numberReader(vocabulary)
  const tokens: Token[] = []
  let sum: NumberSum | undefined
  for (const match of folded.matchAll(lexer.pattern)) {
    const [printed] = match
    const { month, number, word } = match.groups ?? {}
    const start = match.index
    const end = start + printed.length
    const last = tokens.at(-1)
    if (month !== undefined) {
      const known = lexer.months.get(month.replace(/\s+/g, ' '))
      if (known) tokens.push({ kind: 'month', ...known, start, end })
      sum = undefined
      continue
    }
    if (number !== undefined) {
      const value = printed.length <= 4 ? Number(printed) : 0
      tokens.push({ kind: 'number', value, inWords: false, doubted: false, start, end })
      sum = undefined
      continue
    }
    const values = word === undefined ? undefined : (reader.valuesOf(word) ?? mended(word, last, reader))
    if (values && word !== undefined) {
      const grown = grow(sum, values)
      const doubted = reader.valuesOf(word) === undefined
      if (grown.goesOn && last?.kind === 'number') {
        tokens[tokens.length - 1] = { ...last, value: grown.sum.value, end, doubted: last.doubted || doubted }
      } else tokens.push({ kind: 'number', value: grown.sum.value, inWords: true, doubted, start, end })
      sum = grown.sum
      continue
    }
    // A hyphen or an "and" inside a number; if no number follows, it stood behind it and means nothing.
    if (sum && (printed === '-' || reader.joiners.has(printed))) continue
    sum = undefined
    const isFiller =
      (word === undefined && /^[.,/'()ºª°«»"“”\u200c-]$/.test(printed)) || lexer.fillers.has(printed)
    tokens.push({ kind: isFiller ? 'filler' : 'other', start, end })
  }
  return tokens
}

/** A misspelt word is a number only behind one, where no other word is likely: `noventa y siente`. */
function mended(
  word: string,
  last: Token | undefined,
  reader: ReturnType<typeof numberReader>,
): number[] | undefined {
  if (last?.kind !== 'number' || !last.inWords || last.value < 1000) return undefined
  const value = reader.misspelt(word)
  return value === undefined || value >= 100 ? undefined : [value]
}

function grow(sum: NumberSum | undefined, values: readonly number[]): { sum: NumberSum; goesOn: boolean } {
  if (sum && values.every((value) => sum.take(value))) return { sum, goesOn: true }
  const fresh = new NumberSum()
  for (const value of values) fresh.take(value)
  return { sum: fresh, goesOn: false }
}

const countedPattern = once(({ dates }: RecordVocabulary) => ({
  pattern: dates.counted === undefined ? undefined : compile(dates.counted, 'g'),
}))

function countedDates(folded: string, vocabulary: RecordVocabulary): FoundDate[] {
  const { pattern } = countedPattern(vocabulary)
  if (!pattern) return []
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const { year = '', month = '', day } = match.groups ?? {}
    return found(match, valueOf(year), valueOf(month), day === undefined ? undefined : valueOf(day))
  })
}

function valueOf(digits: string): number {
  return /^[0-9]+$/.test(digits) ? Number(digits) : hanValue(digits)
}

const ISO = /(?<![\p{N}.-])(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?![\p{N}-])/gu
const DOTTED = /(?<![\p{N}.])(?<day>[0-9]{1,2})\.\s?(?<month>[0-9]{1,2})\.\s?(?<year>[0-9]{4})(?!\p{N})/gu
const SLASHED = /(?<![\p{N}/])(?<day>[0-9]{1,2})[/](?<month>[0-9]{1,2})[/](?<year>[0-9]{4})(?!\p{N})/gu

/** Dates in digits. With slashes some put the month first: then only a day over 12 makes them sure. */
function numericDates(folded: string): FoundDate[] {
  const read = (pattern: RegExp): FoundDate[] =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const { year, month, day } = match.groups ?? {}
      return found(match, Number(year), Number(month), Number(day))
    })
  const slashed = [...folded.matchAll(SLASHED)].flatMap((match) => {
    const { year, month, day } = match.groups ?? {}
    const [a, b] = [Number(day), Number(month)]
    if (a > 12 || a === b) return found(match, Number(year), b, a)
    return b > 12 ? found(match, Number(year), a, b) : []
  })
  return [...read(ISO), ...read(DOTTED), ...slashed]
}

function found(match: RegExpExecArray, year: number, month: number, day: number | undefined): FoundDate[] {
  const value = inCalendar('gregorian', year, month, day)
  return value
    ? [{ value, start: match.index, end: match.index + match[0].trimEnd().length, isForeign: false }]
    : []
}
