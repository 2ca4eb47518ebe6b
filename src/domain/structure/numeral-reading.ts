import { GRAMMARS } from './grammars/grammars.ts'
import { hanValue } from './han-numerals.ts'
import { misreadAt } from './misread.ts'
import { letterValue, printedRomanValue, romanValue, type Numeral } from './numerals.ts'
import { readMisspelt, readNumberWords } from './number-words.ts'

/** A number found at a place in a text. */
export interface NumeralAt {
  readonly numeral: Numeral
  /** UTF-16 offset after it. */
  readonly end: number
  /** True when its words are misspelt. */
  readonly misspelt?: boolean
}

const D = '[0-9٠-٩۰-۹０-９]'
// Scanned Russian texts print roman numerals with Cyrillic letters that look the same.
const R = '[IVXLCDMⅠ-ⅫХІСМ]'
const DIGITS = new RegExp(`(?:([A-Z]{1,2}|${R}{1,6})[-–.])?(${D}{1,4}(?:[.\\-–]${D}{1,4}){0,3})(?!${D})`, 'y')
const ROMAN = new RegExp(
  `(?<roman>${R}{1,9})(?:[-–.](?<tail>${D}{1,3}|[A-Z](?!\\p{L})))?(?:(?![\\p{L}\\p{N}])|(?<=[IVX])(?=(?:ers?|re|ère|e|ème)(?!\\p{L})))`,
  'uy',
)
const LETTER = /(?<letter>[A-ZА-Я])(?:[-–.]?(?<tail>\d{1,3}(?:\.\d{1,3})*))?(?![\p{L}\p{N}])/uy
const HAN = /[〇零一二三四五六七八九十百千廿卅壹貳贰叁參肆伍陸陆柒捌玖拾]{1,8}/y
const ORDINAL_SIGN =
  /(?:\.?[º°˚ª]|\.?o\.(?=\s|[-–—])|\.?o(?=[\s.:–—-])|(?:ers?|re|ère|e|ème|th|st|nd|rd|-?(?:я|й|ая|ый|ой|го))(?!\p{L})|(?<=[23])d(?=\.\s))/uy
const LATIN_SUFFIX =
  /[\s-]?(?<word>bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|бис|тер|кватер)(?!\p{L})|(?<letter>[A-Za-z])(?![\p{L}\p{N})])|-(?<dashed>[A-Z])(?![\p{L}\p{N}])/iuy
const OTHER_SUFFIX =
  /之(?<han>[一二三四五六七八九十])|의(?<hangul>\d{1,2})|[)）]?\s(?<again>مكرر[ةا]?[\u064B-\u0652]*|مکرر)/y
// No number word is longer; without a bound a script that writes no spaces would be read to its end at every sign.
const WORDS =
  /\p{L}[\p{L}\u200C\u064B-\u065F\u0670]{0,29}(?:['’]\p{L}{1,29})?(?:[ \u00A0-]{1,2}\p{L}[\p{L}\u200C\u064B-\u065F\u0670]{0,29}){0,5}/uy

const LATIN_SUFFIXES = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
]

const RUSSIAN_SUFFIXES = ['бис', 'тер', 'кватер']

/** The place of what a suffix in words inserts: `bis` is the second. */
function rankOf(suffix: string): number {
  const lower = suffix.toLowerCase()
  return Math.max(LATIN_SUFFIXES.indexOf(lower), RUSSIAN_SUFFIXES.indexOf(lower)) + 2
}

/** What numbers a kind of heading may have besides digits, roman numerals and words. */
export interface NumeralOptions {
  /** Annexes and sections are lettered; `C` and `D` are then letters, though they are roman digits too. */
  readonly letters: boolean
  /** Whether misspelt words are read. */
  readonly tolerant: boolean
  /** Whether a letter is read where nothing else fits: `Article A`. */
  readonly lettersLast?: boolean
  /** Whether only figures are read: what stands behind `第` is never a number in words. */
  readonly figures?: true
}

/** Reads the number that stands at an offset of a text, in any script. */
export function readNumeralAt(text: string, at: number, options: NumeralOptions): NumeralAt | undefined {
  const plain =
    (options.letters ? letterAt(text, at) : undefined) ??
    digitsAt(text, at) ??
    romanAt(text, at) ??
    hanAt(text, at) ??
    (options.figures ? undefined : wordsAt(text, at, options.tolerant)) ??
    (options.lettersLast ? letterAt(text, at) : undefined)
  if (plain) return withSuffix(text, at, plain)
  const misread = options.lettersLast ? misreadAt(text, at) : undefined
  return misread && { ...misread, misspelt: true }
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function numeralAt(
  text: string,
  at: number,
  end: number,
  value: readonly number[],
  style: Numeral['style'],
): NumeralAt {
  return { numeral: { printed: text.slice(at, end), value, style }, end }
}

function digitsAt(text: string, at: number): NumeralAt | undefined {
  const match = exec(DIGITS, text, at)
  if (!match) return undefined
  const [, lead, digits = ''] = match
  const value = SEPARATOR.test(digits) ? digits.split(SEPARATOR).map(digitsValue) : [digitsValue(digits)]
  const first = lead === undefined ? [] : [leadValue(lead)]
  return numeralAt(text, at, at + match[0].length, [...first, ...value], 'arabic')
}

const SEPARATOR = /[.\-–]/

function leadValue(lead: string): number {
  return (/^[IVX]+$/.test(lead) ? romanValue(lead) : undefined) ?? letterRank(lead)
}

/** `A` → 1, `Z` → 26, `AA` → 27. */
function letterRank(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + (letterValue(letter) ?? 0), 0)
}

/** The value of decimal digits of any script. */
function digitsValue(digits: string): number {
  let value = 0
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i)
    const zero = code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : code >= 0x660 ? 0x660 : 0x30
    value = value * 10 + code - zero
  }
  return value
}

function romanAt(text: string, at: number): NumeralAt | undefined {
  const match = exec(ROMAN, text, at)
  if (!match?.groups) return undefined
  const { roman = '', tail } = match.groups
  const value = printedRomanValue(toLatin(roman))
  if (value === undefined) return undefined
  const more = tail === undefined ? [] : [/\d/.test(tail) ? digitsValue(tail) : letterRank(tail)]
  return numeralAt(text, at, at + match[0].length, [value, ...more], 'roman')
}

function toLatin(roman: string): string {
  return roman.normalize('NFKC').replace(/Х/g, 'X').replace(/І/g, 'I').replace(/С/g, 'C').replace(/М/g, 'M')
}

function letterAt(text: string, at: number): NumeralAt | undefined {
  const match = exec(LETTER, text, at)
  if (!match?.groups) return undefined
  const { letter = '', tail } = match.groups
  if (/[IVXХІ]/.test(letter) && tail === undefined) return undefined
  const place = /[A-Z]/.test(letter) ? (letterValue(letter) ?? 0) : letter.charCodeAt(0) - 0x40f
  const more = tail === undefined ? [] : tail.split('.').map(digitsValue)
  return numeralAt(text, at, at + match[0].length, [place, ...more], 'letter')
}

function hanAt(text: string, at: number): NumeralAt | undefined {
  const match = exec(HAN, text, at)
  return match && numeralAt(text, at, at + match[0].length, [hanValue(match[0])], 'han')
}

function wordsAt(text: string, at: number, tolerant: boolean): NumeralAt | undefined {
  const match = exec(WORDS, text, at)
  if (!match) return undefined
  const words = match[0].split(/[ \u00A0-]+/)
  const read = readNumberWords(words)
  if (read) return numeralAt(text, at, wordsEnd(text, at, read.words), [read.value], 'word')
  const misspelt = tolerant ? readMisspeltWords(words) : undefined
  return (
    misspelt && {
      ...numeralAt(text, at, wordsEnd(text, at, misspelt.words), [misspelt.value], 'word'),
      misspelt: true,
    }
  )
}

function readMisspeltWords(words: readonly string[]): { value: number; words: number } | undefined {
  const value = readMisspelt(words[0] ?? '')
  if (value === undefined) return undefined
  const rest = value >= 20 && value % 10 === 0 ? readNumberWords(words.slice(1)) : undefined
  return rest && rest.value < 10 ? { value: value + rest.value, words: 1 + rest.words } : { value, words: 1 }
}

const WORD = /[\p{L}\u200C\u064B-\u065F\u0670]{1,30}(?:['’]\p{L}{1,29})?/uy
const BETWEEN = /[ \u00A0-]{1,2}/y

function wordsEnd(text: string, at: number, words: number): number {
  let end = at
  for (let i = 0; i < words; i++) {
    if (i > 0) end += exec(BETWEEN, text, end)?.[0].length ?? 0
    end += exec(WORD, text, end)?.[0].length ?? 0
  }
  return end
}

/** Whether what follows a number may be a suffix or the sign of an ordinal: mostly it is a line end or a stop. */
function mayHaveSuffix(text: string, end: number): boolean {
  const code = text.charCodeAt(end)
  if (Number.isNaN(code)) return false
  if (code === CLOSING_BRACKET) return text.charCodeAt(end + 2) === MEEM
  if (code !== SPACE && code !== LINE_FEED) return code > 127 || MAY_OPEN_SUFFIX.test(text.charAt(end))
  const next = text.charCodeAt(end + 1)
  return next > 127 || SUFFIX_INITIAL.test(text.charAt(end + 1))
}

const SPACE = 32
const LINE_FEED = 10
const CLOSING_BRACKET = 41
/** The first letter of `مكرر`: `(2) مكرر`. */
const MEEM = 0x645
const MAY_OPEN_SUFFIX = /[A-Za-z\s.-]/
/** The first letters of LATIN_SUFFIXES. */
const SUFFIX_INITIAL = /[bdnoqst]/i

function withSuffix(text: string, at: number, read: NumeralAt): NumeralAt {
  const { style } = read.numeral
  const plain = style === 'word' ? withLast(text, read) : read
  if (style === 'letter' || !mayHaveSuffix(text, plain.end)) return plain
  const sign = style === 'arabic' || style === 'roman' ? exec(ORDINAL_SIGN, text, plain.end) : undefined
  // `1er` is printed as it stands, but its number is 1.
  if (sign) return withInsertion(text, at, plain, plain.end + sign[0].length)
  const other = exec(OTHER_SUFFIX, text, plain.end)
  if (other?.groups) {
    const { han, hangul, again } = other.groups
    if (again !== undefined)
      return inserted(text, at, plain, { name: again, rank: 2, end: plain.end + other[0].length })
    return suffixed(text, at, plain, other[0], han ? hanValue(han) : digitsValue(hangul ?? ''))
  }
  if (style === 'word' || style === 'han') return withInsertion(text, at, plain, plain.end)
  const latin = exec(LATIN_SUFFIX, text, plain.end)
  if (!latin?.groups) return plain
  const { word, letter, dashed } = latin.groups
  const rank = word ? rankOf(word) : (letterValue(letter ?? dashed ?? '') ?? 0)
  // `1A.` may be a heading, `1a.` is a point.
  if (letter !== undefined && letter === letter.toLowerCase() && text.charAt(plain.end + 1) === '.')
    return plain
  // A letter after a roman numeral would have been part of the word.
  if (style === 'roman' && !word) return plain
  return suffixed(text, at, plain, latin[0], rank)
}

const INSERTION =
  /[ \u00A0-](?<word>bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?!\p{L})|-(?<letter>[A-Z])(?![\p{L}\p{N}])/iuy

const LAST: readonly string[] = GRAMMARS.flatMap(({ numbers }) => numbers.last?.split('|') ?? [])

/** `Articolo quarto ed ultimo`: that a number is the last is no part of it. */
function withLast(text: string, plain: NumeralAt): NumeralAt {
  const after = text.slice(plain.end + 1, plain.end + LONGEST_LAST).toLowerCase()
  const last = LAST.find((words) => after.startsWith(words))
  return last === undefined ? plain : { ...plain, end: plain.end + 1 + last.length }
}

const LONGEST_LAST = 16

/** `3º bis`, `3º-A`: a suffix behind the sign of an ordinal. */
function withInsertion(text: string, at: number, plain: NumeralAt, end: number): NumeralAt {
  const { word, letter } = exec(INSERTION, text, end)?.groups ?? {}
  const name = word ?? letter
  if (name === undefined) return { ...plain, end }
  const rank = word === undefined ? (letterValue(name) ?? 0) : rankOf(word)
  return inserted(text, at, plain, { name, rank, end: end + 1 + name.length })
}

/** A number with a suffix that something parts from it. */
function inserted(
  text: string,
  at: number,
  plain: NumeralAt,
  { name, rank, end }: { readonly name: string; readonly rank: number; readonly end: number },
): NumeralAt {
  const printed = `${text.slice(at, plain.end)}${name.length === 1 ? '-' : ' '}${name}`
  return { numeral: { ...plain.numeral, printed, suffix: name.toLowerCase(), suffixRank: rank }, end }
}

function suffixed(text: string, at: number, plain: NumeralAt, suffix: string, rank: number): NumeralAt {
  const end = plain.end + suffix.length
  const name = suffix.replace(/^[\s-]+/, '').toLowerCase()
  return {
    ...plain,
    numeral: { ...plain.numeral, printed: text.slice(at, end), suffix: name, suffixRank: rank },
    end,
  }
}
