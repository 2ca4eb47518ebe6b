import { hanValue } from '../../structure/han-numerals.ts'
import type { Period } from '../period.ts'
import { foldPattern } from './fold.ts'
import { NumberSum, numberReader } from './number-reader.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** The patterns of final clauses of one language, compiled. */
export interface TermPatterns {
  /** The agreement as a sentence mentions it that is about something else. */
  readonly mention: RegExp | undefined
  readonly force: readonly RegExp[]
  readonly otherForce: RegExp
  readonly onSignature: RegExp
  readonly fixed: readonly RegExp[]
  readonly indefinite: readonly RegExp[]
  readonly renewal: readonly RegExp[]
  readonly ending: RegExp
  readonly notice: readonly RegExp[]
}

/** The patterns of a vocabulary, with periods put in. */
export const termPatterns: (vocabulary: RecordVocabulary) => TermPatterns = once(makePatterns)

function makePatterns(vocabulary: RecordVocabulary): TermPatterns {
  const { term, language } = vocabulary
  const period = periodPattern(vocabulary)
  // A word begins where a pattern does; Chinese and Korean join words, Arabic glues small ones to their front.
  const edge = /zh|ko|ar|fa/.test(language) ? '' : '(?<!\\p{L})'
  const with_ = (pattern: string): RegExp => compile(`${edge}(?:${pattern.replaceAll('{P}', period)})`)
  return {
    mention: term.mention === undefined ? undefined : compile(`${term.mention} ?\\p{L}+`, 'g'),
    force: term.force.map(with_),
    otherForce: compile(term.otherForce),
    onSignature: compile(term.onSignature),
    fixed: term.fixed.map(with_),
    indefinite: term.indefinite.map(with_),
    renewal: term.renewal.map(with_),
    ending: compile(term.ending),
    notice: term.notice.map(with_),
  }
}

const HAN = '[〇零一二三四五六七八九十百千廿卅]{1,6}'

function periodPattern(vocabulary: RecordVocabulary): string {
  const { term, language } = vocabulary
  const units = `(?<years>${term.years})|(?<months>${term.months})|(?<days>${term.days})`
  const whole = (term.periods ?? '')
    .split('|')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('=')[0] ?? '')
  const ready = whole.length > 0 ? `|(?<whole>${whole.join('|')})\\p{L}*` : ''
  if (/zh|ko/.test(language)) return `(?:(?<n>[0-9]{1,4}|${HAN})\\s*(?:${unitsLongestFirst(term)})${ready})`
  const reader = numberReader(vocabulary)
  const word = [...reader.cardinals].sort((a, b) => b.length - a.length).join('|')
  const glue = `(?:[ -](?:(?:${[...reader.joiners, 'x'].join('|')})[ -])?)`
  const prefix = language === 'ar' ? 'و?' : ''
  const words = `(?:${word})(?:${glue}?${prefix}(?:${word})){0,4}`
  const number = `(?<n>[0-9]{1,4}|${words})(?: ?\\([^)]{1,30}\\))?`
  return `(?:${number}[ -]*(?:${units})(?!\\p{L})${ready})`
}

/** `个月` before `年`: Chinese units are single signs. */
function unitsLongestFirst(term: RecordVocabulary['term']): string {
  return `(?<months>${term.months})|(?<years>${term.years})|(?<days>${term.days})`
}

/** The period that a pattern with `{P}` matched. */
export function periodOf(match: RegExpExecArray, vocabulary: RecordVocabulary): Period | undefined {
  const { n, years, months, whole } = match.groups ?? {}
  if (whole !== undefined) return readyPeriod(whole, vocabulary)
  if (n === undefined) return undefined
  const count = countOf(n, vocabulary)
  if (count === undefined || count <= 0 || count > 999) return undefined
  return { count, unit: years === undefined ? (months === undefined ? 'day' : 'month') : 'year' }
}

function readyPeriod(word: string, { term }: RecordVocabulary): Period | undefined {
  for (const entry of (term.periods ?? '').split('|')) {
    const [name = '', period = ''] = entry.split('=')
    if (foldPattern(name) !== word) continue
    const [count = '', unit] = period.split(' ')
    if (unit === 'year' || unit === 'month' || unit === 'day') return { count: Number(count), unit }
  }
  return undefined
}

function countOf(printed: string, vocabulary: RecordVocabulary): number | undefined {
  if (/^[0-9]+$/.test(printed)) return Number(printed)
  if (/^\p{Script=Han}/u.test(printed)) return hanValue(printed)
  const reader = numberReader(vocabulary)
  const sum = new NumberSum()
  for (const word of printed.split(/[\s-]+/)) {
    if (reader.joiners.has(word)) continue
    const values = reader.valuesOf(word)
    if (!values?.every((value) => sum.take(value))) return undefined
  }
  return sum.value
}
