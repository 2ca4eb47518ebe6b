import { CAPITAL } from './char-classes.ts'
import { isOneEditAway, readNumberWords } from './number-words.ts'
import { readNumeralAt, type NumeralAt } from './numeral-reading.ts'
import { numeralAfter, type Opened } from './opened.ts'
import { ARTICLE_WORDS, openersWith, ORDINAL_FIRST, OPENERS, type Opener } from './openers.ts'

/** The longest line that is looked at for headings in unusual forms. */
const LONGEST_UNUSUAL = 80

/** Whether a line may be a heading in a form that costs more to recognise: it is short and opens with a capital. */
export function mayBeUnusual(text: string, at: number, unit: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128 && (unit & CAPITAL) === 0) return LOWER_INITIALS.has(code) || mayCountFirst(text, at)
  if (ARTICLE_INITIALS.has(code)) return true
  const feed = text.slice(at, at + LONGEST_UNUSUAL).indexOf('\n')
  return feed >= 0 || text.length - at <= LONGEST_UNUSUAL
}

const LOWER_CASE = /\p{Ll}{3,10}\.?[ \u00A0]{1,2}\S{1,12}[ \t]*$/muy

/** `article 1`, alone on its line: a heading though it has no capital. */
function readLowerCase(text: string, at: number): Opened | undefined {
  LOWER_CASE.lastIndex = at
  const line = LOWER_CASE.exec(text)?.[0]
  const word = /^\p{L}+/u.exec(line ?? '')?.[0] ?? ''
  const opener = ARTICLE_WORDS.find(({ words }) => words === word)
  if (!opener) return undefined
  const wordEnd = at + word.length
  const numeral = numeralAfter(text, wordEnd, 'article', false)
  return numeral && { kind: 'article', languages: opener.languages, word: opener.words, wordEnd, numeral }
}

/** Reads a heading with its ordinal first, or misspelt. */
export function readUnusual(text: string, at: number): Opened | undefined {
  return LOWER_INITIALS.has(text.charCodeAt(at))
    ? readLowerCase(text, at)
    : (ordinalFirst(text, at) ?? numberFirst(text, at) ?? misspelt(text, at))
}

const ARTICLE_INITIALS = new Set(
  ARTICLE_WORDS.map(({ words }) => words.charAt(0).toUpperCase().charCodeAt(0)),
)

const LOWER_INITIALS = new Set(ARTICLE_WORDS.map(({ words }) => words.charCodeAt(0)))

const SPACED = /\p{L}(?: \p{L}){2,14}(?=[ \u00A0]{1,3}[\dIVXLC(№]|[ \u00A0]{2,6}\p{L} \p{L}|\s*$)/muy
/** A number in words that is set in the same way. */
const SPACED_NUMBER = /[ \u00A0]{2,6}(\p{L}(?: \p{L}){2,19})(?=\.?[ \t]*$)/muy

/** A word set with spaces between its letters: `С т а т ь я 1`. */
export function readSpaced(text: string, at: number): Opened | undefined {
  if (text.charCodeAt(at + 1) !== 32 || text.charCodeAt(at + 3) !== 32) return undefined
  SPACED.lastIndex = at
  const printed = SPACED.exec(text)?.[0]
  if (printed === undefined) return undefined
  const words = printed.replace(/ /g, '').toLowerCase()
  const opener = OPENERS.find((known) => known.words === words)
  if (!opener || opener.kind === 'testimonium') return undefined
  const wordEnd = at + printed.length
  const numeral = numeralAfter(text, wordEnd, opener.kind, false) ?? spacedNumber(text, wordEnd)
  return numeral && { kind: opener.kind, languages: opener.languages, word: words, wordEnd, numeral }
}

function spacedNumber(text: string, at: number): NumeralAt | undefined {
  SPACED_NUMBER.lastIndex = at
  const match = SPACED_NUMBER.exec(text)
  const printed = match?.[1]?.replace(/ /g, '')
  const value = printed === undefined ? undefined : readNumberWords([printed])?.value
  if (!match || printed === undefined || value === undefined) return undefined
  return { numeral: { printed, value: [value], style: 'word' }, end: at + match[0].length }
}

const TWO_WORDS = /(\p{L}[\p{L}-]{2,24})[ \u00A0]{1,2}(\p{L}{4,12})(?=[ \t]*(?:[.:–—-]|$))/muy

/** An ordinal before its word: `EERSTE DEEL`, `Première partie`. Only on a line of its own or before punctuation. */
function ordinalFirst(text: string, at: number): Opened | undefined {
  TWO_WORDS.lastIndex = at
  const match = TWO_WORDS.exec(text)
  if (!match) return undefined
  const [printed, ordinal = '', word = ''] = match
  const opener: Opener | undefined = ORDINAL_FIRST.get(word.toLowerCase())
  const value = opener && readNumberWords(ordinal.split('-'))?.value
  if (!opener || value === undefined) return undefined
  const wordEnd = at + printed.length
  const numeral: NumeralAt = { numeral: { printed: ordinal, value: [value], style: 'word' }, end: wordEnd }
  return { kind: opener.kind, languages: opener.languages, word: opener.words, wordEnd, numeral }
}

const NUMBER_FIRST =
  /(?:\d{1,3}|[IVXLC]{1,7})(?:[.)]|\.?[ºª°]|st|nd|rd|th|er|re|e|ème)?[ \u00A0]{1,2}(\p{L}{4,12})(?=[ \t]*(?:[.:–—-]|$))/muy

/** A number before its word: `I. Abschnitt`, `2. Kapitel`, `1st Article`. Only where an ordinal may stand. */
function numberFirst(text: string, at: number): Opened | undefined {
  NUMBER_FIRST.lastIndex = at
  const match = NUMBER_FIRST.exec(text)
  const opener = ORDINAL_FIRST.get(match?.[1]?.toLowerCase() ?? '')
  const numeral = opener && readNumeralAt(text, at, { letters: false, tolerant: false, figures: true })
  if (!match || !numeral) return undefined
  const wordEnd = at + match[0].length
  return {
    kind: opener.kind,
    languages: opener.languages,
    word: opener.words,
    wordEnd,
    numeral: { ...numeral, end: wordEnd },
  }
}

/** Whether a line begins with figures and, behind a stop or an ending, as a word does that numbers may precede. */
function mayCountFirst(text: string, at: number): boolean {
  if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false
  let word = at + 1
  while (word < at + LONGEST_NUMBER && text.charCodeAt(word) > 32) word++
  word++
  return openersWith(text.charCodeAt(word), text.charCodeAt(word + 1), text.charCodeAt(word + 2)).length > 0
}

/** `101st `, in UTF-16 units. */
const LONGEST_NUMBER = 7

const CAPITALISED = /\p{Lu}[\p{L}\d|]{4,9}(?=[ \u00A0]{1,2}\S)/uy
/** A word that a scanner broke in two. */
const BROKEN = /(\p{Lu}\p{L}{0,7})[ \u00A0](\p{L}{1,8})(?=[ \u00A0]{1,2}\S)/uy

/** A word for article with one wrong letter, or broken in two, before a number, at the start of a line: `ARTICE 9`. */
function misspelt(text: string, at: number): Opened | undefined {
  if (!ARTICLE_INITIALS.has(text.charCodeAt(at))) return undefined
  CAPITALISED.lastIndex = at
  const whole = CAPITALISED.exec(text)?.[0]
  BROKEN.lastIndex = at
  const broken = BROKEN.exec(text)
  const lower = whole?.toLowerCase() ?? ''
  const joined = `${broken?.[1] ?? ''}${broken?.[2] ?? ''}`.toLowerCase()
  const opener = ARTICLE_WORDS.find(
    ({ words }) => words === joined || (words.charAt(0) === lower.charAt(0) && isOneEditAway(lower, words)),
  )
  if (!opener || lower === opener.words || lower === `${opener.words}s`) return undefined
  const printed = opener.words === joined ? (broken?.[0] ?? '') : (whole ?? '')
  const wordEnd = at + printed.length
  const numeral = numeralAfter(text, wordEnd, 'article', false)
  if (!numeral || numeral.numeral.style === 'word') return undefined
  return {
    kind: 'article',
    languages: opener.languages,
    word: opener.words,
    wordEnd,
    numeral,
    isMisspelt: true,
  }
}
