import { arabicOf } from '../structure/numerals.ts'
import { hanValue } from '../structure/han-numerals.ts'
import { readNumeralAt } from '../structure/numeral-reading.ts'
import { foldWord } from '../structure/number-words.ts'
import { matchAt } from './read-words.ts'
import type { Item } from './step.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Level } from './words/reference-words.ts'

const D = '[0-9٠-٩۰-۹０-９]'
const BEFORE = /(?:[Nn](?:[o°ºr]\.?|úm\.|um\.)\s{0,2}|№\s{0,2})?[«"“„‘(（]?/uy
const AFTER = /[)）»"”’]/y
/** Numbers and letters in brackets, behind a number: `12(1)(a)`. */
const BRACKETED = new RegExp(
  `\\s?[(（\\[](${D}{1,3}|[a-z]{1,2}|[A-Z]|[ivx]{1,6}|[IVX]{1,5}|[а-я]|[أ-ي]|الف)(?:[)）\\]]|(?=\\)))(?:\\s?(bis|ter))?(?!\\p{L})`,
  'uy',
)
/** The same with half the brackets: `artículo XX h)`. */
const HALF_BRACKETED = /\s([a-z])\)/y
/** What numbers paragraphs and points. */
const INNER = new RegExp(
  `(?:(${D}{1,3}(?:\\.${D}{1,3}){0,2}(?:\\s?(?:bis|ter|quater)|[a-zа-я](?![\\p{L}\\p{N}]))?)(?!${D})|([a-z]{1,2}|[ivx]{1,6}|[A-Z]|[а-яА-Я]|[أ-ي]|الف|[ا-ی])(?=[)）»"”’]))`,
  'uy',
)
/** A bare letter numbers a point where nothing goes on behind it that would make it a word: `Buchstabe a`, `letra b del`. */
const BARE_LETTER = /([a-z])(?=[,.;:]|\s(?:de|del|da|do|du|des|of|von|van|und|and|et|y|e|en|or|o|bis|to)\s)/uy
/** Indefinite articles are no numbers. */
const NO_NUMBERS = new Set(['un', 'une', 'um', 'uma', 'una', 'ein', 'eine', 'een', 'no'])

/** A number, or a range or list of them, with where it ends. */
export interface Items {
  readonly items: readonly Item[]
  readonly end: number
  readonly isOrdinal: boolean
}

/** Reads the numbers behind the word for a level. `at` is behind the white space. */
export function readItems(
  text: string,
  at: number,
  level: Level,
  takesList: boolean,
  vocabulary: Vocabulary,
): Items | undefined {
  const first = readItem(text, at, level)
  if (!first) return undefined
  const items = [first.item]
  if (first.isWord) return { items, end: first.item.end, isOrdinal: true }
  let end = first.item.end
  for (let i = 0; i < MOST; i++) {
    const previous = items.at(-1)
    if (!previous) break
    const range = previous.to ? undefined : matchAt(vocabulary.patterns.range, text, end)
    const last = range && readNext(text, end + range[0].length, level, previous, takesList, vocabulary)
    if (last) {
      items[items.length - 1] = { ...previous, end: last.end, to: last.path }
      end = last.end
      continue
    }
    const joint = matchAt(vocabulary.patterns.list, text, end)
    const next = joint && readNext(text, end + joint[0].length, level, previous, takesList, vocabulary)
    if (!next) break
    items.push(next)
    end = next.end
  }
  return { items, end, isOrdinal: false }
}

/** Longer lists do not occur; the bound keeps a run of numbers in a table from being one. */
const MOST = 40

/** The next number of a list; a number in brackets goes on inside the one before: `12(1) and (2)`. */
function readNext(
  text: string,
  at: number,
  level: Level,
  previous: Item,
  takesList: boolean,
  vocabulary: Vocabulary,
): Item | undefined {
  const isInner = level === 'paragraph' || level === 'point'
  if (!isInner && previous.path.length > 1) {
    const inner = matchAt(BRACKETED, text, at)
    const bracketed = inner && pathOf(inner)
    if (inner && bracketed !== undefined) {
      const subs = readBracketed(text, at)
      const depth = depthOf(previous.path, subs.path[0] ?? '')
      return { start: at, end: subs.end, path: [...previous.path.slice(0, depth), ...subs.path] }
    }
  }
  const next = readItem(text, at, level)
  if (!next || next.isWord) return undefined
  // Without a plural, `Article 5 and 6 copies` is no list; `Article 2.9 or 5.6 of the Convention` is one.
  const rest = text.slice(next.item.end, next.item.end + 3)
  const goesOn =
    /^[\s\u00A0]{1,2}\p{Ll}/u.test(rest) && !matchAt(vocabulary.patterns.inside, text, next.item.end)
  if (!takesList && goesOn) return undefined
  return next.item
}

/** At which depth of a path a number of the same series stands: letters beside letters, digits beside digits. */
function depthOf(path: readonly string[], number: string): number {
  const isDigit = /^\d/.test(number)
  for (let depth = path.length - 1; depth > 0; depth--)
    if (/^\d/.test(path[depth] ?? '') === isDigit) return depth
  return 1
}

function readItem(text: string, at: number, level: Level): { item: Item; isWord: boolean } | undefined {
  const gap = matchAt(BEFORE, text, at)?.[0].length ?? 0
  const from = at + gap
  return level === 'paragraph' || level === 'point'
    ? readInner(text, at, from)
    : readOuter(text, at, from, level)
}

function readOuter(
  text: string,
  at: number,
  from: number,
  level: Level,
): { item: Item; isWord: boolean } | undefined {
  const letters = level !== 'article' && level !== 'rule'
  const read = readNumeralAt(text, from, { letters, tolerant: false })
  if (!read) return undefined
  const { numeral } = read
  const isWord = numeral.style === 'word'
  if (isWord && NO_NUMBERS.has(numeral.printed.toLowerCase())) return undefined
  const closed = from > at ? closing(text, read.end) : read.end
  const dashed = /^(\d+)[-–](\d+)$/.exec(numeral.printed)
  const subs = dashed ? { path: [], end: closed } : readBracketed(text, closed)
  const item: Item = {
    start: at,
    end: subs.end,
    path: [numberKey(arabicOf(numeral)), ...subs.path],
    ...(dashed ? { to: [dashed[2] ?? ''], isDashed: true } : {}),
  }
  return { item, isWord }
}

function readInner(text: string, at: number, from: number): { item: Item; isWord: boolean } | undefined {
  const match = matchAt(INNER, text, from) ?? (from === at ? matchAt(BARE_LETTER, text, from) : undefined)
  if (!match) {
    const word = /^\p{L}/u.test(text.charAt(from))
      ? readNumeralAt(text, from, { letters: false, tolerant: false })
      : undefined
    const style = word?.numeral.style
    const isNumber = style === 'word' || style === 'roman' || style === 'han'
    if (!word || !isNumber || NO_NUMBERS.has(word.numeral.printed.toLowerCase())) return undefined
    const inner = readBracketed(text, word.end)
    const path = [String(word.numeral.value[0]), ...inner.path]
    return { item: { start: at, end: inner.end, path }, isWord: style === 'word' }
  }
  const printed = match[1] ?? match[2] ?? ''
  const end = from + match[0].length
  const closed = from > at || match[1] === undefined ? closing(text, end) : end
  const subs = readBracketed(text, closed)
  // Dotted paragraphs of some agreements carry the article's number: `paragraph 3.1`.
  const lettered = /^(\d+)([a-zа-я])$/.exec(printed)
  const own = lettered ? [lettered[1] ?? '', lettered[2] ?? ''] : [numberKey(printed)]
  return { item: { start: at, end: subs.end, path: [...own, ...subs.path] }, isWord: false }
}

function closing(text: string, at: number): number {
  return at + (matchAt(AFTER, text, at)?.[0].length ?? 0)
}

/** The paragraph behind a colon, as trade agreements cite the General Agreement: `Article III:4`. */
const COLON = /:(\d{1,2})(?![\d:])/y

function readBracketed(text: string, at: number): { path: string[]; end: number } {
  const path: string[] = []
  let end = at
  const colon = matchAt(COLON, text, at)
  if (colon?.[1] !== undefined) {
    path.push(colon[1])
    end += colon[0].length
  }
  for (let match = nextInner(text, end); match && path.length < 5;) {
    const number = pathOf(match)
    if (number === undefined) break
    path.push(number)
    end += match[0].length
    match = nextInner(text, end)
  }
  return { path, end }
}

function nextInner(text: string, at: number): RegExpExecArray | undefined {
  return matchAt(BRACKETED, text, at) ?? matchAt(HALF_BRACKETED, text, at)
}

function pathOf([, number, suffix]: RegExpExecArray): string | undefined {
  if (number === undefined) return undefined
  return numberKey(suffix === undefined ? number : `${number} ${suffix}`)
}

/** Most numbers are compared as they are printed. */
const PLAIN = /^(?:[1-9]\d{0,3}|[a-z])$/

/** A number as it is compared: arabic digits, small letters, one space before a suffix. */
export function numberKey(printed: string): string {
  if (PLAIN.test(printed)) return printed
  const digits = printed.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(asciiDigit(digit.charCodeAt(0))))
  if (/^[〇零一二三四五六七八九十百千廿卅]+$/.test(digits)) return String(hanValue(digits))
  return foldWord(digits)
    .replace(/[-–.]+/g, '.')
    .replace(/(\d)\s?(bis|ter|quater|quinquies|sexies)$/, '$1 $2')
    .replace(/(\d) ([a-z])$/, '$1$2')
    .replace(/^0+(?=\d)/, '')
    .replace(/[.\s]+$/, '')
}

function asciiDigit(code: number): number {
  return code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660)
}
