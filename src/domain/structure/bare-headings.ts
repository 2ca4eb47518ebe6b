import type { Candidate } from './candidate.ts'
import { contextAfter } from './context-after.ts'
import { contextBefore } from './context-before.ts'
import { phrases } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import { linesOf, type Line } from './lines.ts'
import { isSalutation } from './openers.ts'
import { readNumeralAt, type NumeralAt } from './numeral-reading.ts'
import { letterValue } from './numerals.ts'

/** Every language. What only counts belongs to none. */
export const EVERY_LANGUAGE = (1 << GRAMMARS.length) - 1

/** So many in a row show a numbering: a word, a sign or a roman number shows it sooner than a figure does. */
const FEWEST_FIGURES = 3
const FEWEST_WORDS = 2
/** No agreement has so many articles; what has is a table. */
const MOST = 5000

const CLAUSES: readonly { readonly words: string; readonly languages: number }[] = GRAMMARS.flatMap(
  ({ clauses }, i) => phrases(clauses).map((words) => ({ words, languages: 1 << i })),
).sort((a, b) => b.words.length - a.words.length)

/** What stands before a figure at the start of a line: nothing, or a sign. */
const SIGN = /^(?:§\s?|#{1,6}\s+|\*{1,2})?/
const FIGURES = /^(?:\d{1,3}|[٠-٩۰-۹]{1,3}|[０-９]{1,3})(?=\s?[.)．、:：-]|[–—ـ]|\s[–—-]\s)(?![.-]\d)/
/** A number that fills its line, above a name: rarer than one with a stop behind it, and then none counts with it. */
const FIGURES_ALONE = /^(?:\d{1,3}|[٠-٩۰-۹]{1,3})$/
const ROMAN = /^[IVX]{1,6}(?=\s?[.:)–—-])/
/** In brackets or with one behind them figures and letters number points, too: each of these must be a sentence. */
const BRACKETED = /^[(（](?:\d{1,2}|[٠-٩۰-۹]{1,2})[)）]/
const LETTERS = /^(?:\([a-z]\)|[a-z]\))/
const HAN = /^[一二三四五六七八九十]{1,4}(?=[、．.])/
const CLOSES_WORD = /^[ \t]*(?:[.:：,،]|[-–—ـ]|$)/
const STOPS_AFTER = /^[ \t]*[.)．、:：،ـ–—-]+[ \t\u3000]*/

/** A numbering that may stand for articles where no word does: its headings, in the order of the text. */
export interface BareNumbering {
  readonly headings: readonly Candidate[]
  /** Fewer of them in a row are no numbering. */
  readonly fewest: number
  /** Whether a word or a sign stands before the number: `§ 1`, `Clause 1`. */
  readonly isNamed: boolean
}

/**
 * The numberings at line starts that articles may have in a text without a word for them: `1. PURPOSE`, `I. PURPOSE`,
 * `§ 1`, `Clause 1`, `PRIMERA.`, `一、`, `أولاً:`. One for each form, since each counts for itself.
 */
export function bareNumberings(text: string): BareNumbering[] {
  const byForm = new Map<string, Candidate[]>()
  let isLetter = false
  for (const line of linesOf(text)) {
    isLetter ||= isSalutation(line.words)
    const found = line.words === '' ? undefined : headingOf(text, line)
    // Letters number what a letter proposes; elsewhere they number points.
    if (!found || (found.word === 'letter' && !isLetter)) continue
    const form = byForm.get(found.word)
    if (form) form.push(found)
    else byForm.set(found.word, [found])
  }
  const numberings = [...byForm].flatMap(([form, headings]): BareNumbering[] => {
    if (POINT_FORMS.has(form) && !areSentences(text, headings)) return []
    const fewest = FIGURE_FORMS.has(form) ? FEWEST_FIGURES : FEWEST_WORDS
    return [{ headings: withoutRecitals(text, headings), fewest, isNamed: NAMED_FORMS.has(form) }]
  })
  return numberings.filter(({ headings, fewest }) => headings.length >= fewest && headings.length <= MOST)
}

/** Numbers before those that start again at one, where every line of them goes on: recitals, which are numbered too. */
function withoutRecitals(text: string, headings: readonly Candidate[]): readonly Candidate[] {
  const again = headings.findIndex(({ numeral }, i) => i > 0 && numeral?.value[0] === 1)
  const areRecitals = headings.slice(0, Math.max(0, again)).every(({ end }) => {
    const feed = text.indexOf('\n', end)
    return /[;,；，؛،]\s*$/.test(text.slice(end, feed < 0 ? text.length : feed))
  })
  return again > 0 && areRecitals ? headings.slice(again) : headings
}

/** Whether every point of a numbering but the last ends as sentences do: an enumeration parts them otherwise. */
function areSentences(text: string, headings: readonly Candidate[]): boolean {
  return headings
    .slice(0, -1)
    .every(({ end }, i) => /[.!。؟]["”»)]?\s*$/.test(text.slice(end, headings[i + 1]?.start)))
}

const POINT_FORMS: ReadonlySet<string> = new Set(['bracketed', 'letter'])
const FIGURE_FORMS: ReadonlySet<string> = new Set(['figure', 'figure alone', 'han', 'bracketed', 'letter'])
const NAMED_FORMS: ReadonlySet<string> = new Set(['section sign', 'clause'])

function headingOf(text: string, line: Line): Candidate | undefined {
  const opened = clauseAt(text, line) ?? figureAt(text, line) ?? ordinalAt(text, line)
  if (!opened) return undefined
  const { numeral, word, languages } = opened
  if (numeral.numeral.value.length !== 1) return undefined
  const before = contextBefore(text, line.wordsStart, true, languages)
  const context = contextAfter(text, numeral.end)
  const stop = STOPS_AFTER.exec(text.slice(numeral.end, numeral.end + 8))?.[0] ?? ''
  const end = Math.max(context.end, numeral.end + stop.length)
  const printed = text.slice(line.wordsStart, numeral.end)
  return {
    kind: 'article',
    word,
    languages,
    isCapitals: printed === printed.toUpperCase() && printed !== printed.toLowerCase(),
    isMisspelt: false,
    numeral: numeral.numeral,
    ...before,
    start: line.wordsStart,
    opensLine: true,
    end,
    close: stop.trim() || context.close,
    // Behind a number any words may be a clause; only those behind its word may go on with a sentence.
    after: CLAUSE_FORMS.has(word) || end >= line.end ? context.after : 'capital',
  }
}

const CLAUSE_FORMS: ReadonlySet<string> = new Set(['clause', 'ordinal'])

interface Opened {
  readonly numeral: NumeralAt
  readonly word: string
  readonly languages: number
}

const CLAUSE_NUMERALS = { letters: false, tolerant: true }

function clauseAt(text: string, { words, wordsStart }: Line): Opened | undefined {
  const lower = words.slice(0, 24).toLowerCase()
  const clause = CLAUSES.find(
    (known) => lower.startsWith(known.words) && /^[\s]/.test(lower.slice(known.words.length)),
  )
  if (!clause) return undefined
  const gap = /^\s+/.exec(words.slice(clause.words.length))?.[0].length ?? 0
  const numeral = readNumeralAt(text, wordsStart + clause.words.length + gap, CLAUSE_NUMERALS)
  if (!numeral) return undefined
  // `PRIMERA.` and `CLÁUSULA SEGUNDA.` count on from each other.
  const word = numeral.numeral.style === 'word' ? 'ordinal' : 'clause'
  return { numeral, word, languages: clause.languages }
}

function figureAt(text: string, { words, wordsStart }: Line): Opened | undefined {
  const sign = SIGN.exec(words)?.[0] ?? ''
  const rest = words.slice(sign.length)
  const isParagraph = sign.startsWith('§')
  const form = isParagraph
    ? /^\d{1,3}/.test(rest) && 'section sign'
    : FIGURES.test(rest)
      ? 'figure'
      : ROMAN.test(rest)
        ? 'roman'
        : HAN.test(rest)
          ? 'han'
          : BRACKETED.test(rest)
            ? 'bracketed'
            : LETTERS.test(rest)
              ? 'letter'
              : FIGURES_ALONE.test(rest) && 'figure alone'
  if (!form) return undefined
  const bracket = form === 'bracketed' || (form === 'letter' && rest.startsWith('(')) ? 1 : 0
  const from = wordsStart + sign.length + bracket
  const numeral = form === 'letter' ? smallLetter(text, from) : readNumeralAt(text, from, ONLY_FIGURES)
  return numeral && { numeral, word: form, languages: EVERY_LANGUAGE }
}

const ONLY_FIGURES = { letters: false, tolerant: false, figures: true } as const

function smallLetter(text: string, at: number): NumeralAt {
  const printed = text.charAt(at)
  return { numeral: { printed, value: [letterValue(printed) ?? 0], style: 'arabic' }, end: at + 1 }
}

/** `PRIMERA. OBJETO`, `أولاً: الهدف`: an ordinal that punctuation or the line end closes. */
function ordinalAt(text: string, { words, wordsStart }: Line): Opened | undefined {
  if (!/^[\p{Lu}\p{Lo}]/u.test(words)) return undefined
  const numeral = readNumeralAt(text, wordsStart, { letters: false, tolerant: false })
  if (numeral?.numeral.style !== 'word') return undefined
  return CLOSES_WORD.test(text.slice(numeral.end, wordsStart + words.length))
    ? { numeral, word: 'ordinal', languages: EVERY_LANGUAGE }
    : undefined
}
