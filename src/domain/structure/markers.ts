import { hanValue } from './han-numerals.ts'
import { letterValue, romanValue } from './numerals.ts'

/** What a marker counts with. */
export type MarkerSeries = 'digit' | 'letter' | 'roman' | 'han' | 'stem' | 'abjad' | 'alphabet' | 'bullet'

/** One reading of a marker; `(i)` has two. */
export interface MarkerReading {
  /** The series with its punctuation: `1.` and `(1)` are different lists. */
  readonly style: string
  readonly series: MarkerSeries
  readonly value: number
}

/** A marker that opens a block. */
export interface Marker {
  /** As printed, without brackets and stops: `1`, `a`, `iv`. Empty for a dash or bullet. */
  readonly number: string
  /** Length of the marker with its punctuation and the white space after it, in UTF-16 units. */
  readonly length: number
  readonly readings: readonly MarkerReading[]
}

const D = '0-9٠-٩۰-۹０-９'
const HAN = '一二三四五六七八九十百'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const HANGUL = '가나다라마바사아자차카타파하'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя'
const CYRILLIC_UPPER = CYRILLIC.toUpperCase()
const ABJAD = 'أبجدهوزحطيكلمن'
const HIJAI = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const PERSIAN = ['الف', ...'بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'.split('')]

const DIGITS = new RegExp(
  `^(?:<sup>([${D}]{1,3})\\.?</sup>|§ ?([${D}]{1,3})\\.?|([${D}]{1,3}(?:\\.[${D}]{1,3}){0,3})(?:[.．)）،、]|\\.\\)|\\s?[-–—](?=\\s))(?![${D}])|[(（]([${D}]{1,3})[)）][.-]?)\\s*`,
)
/** A bare number before a capital letter: `1 The Parties`, `1.1 The Parties`. */
const BARE = /^(?:(\d{1,2})\s{1,3}(?=\p{Lu})|(\d{1,2}(?:\.\d{1,2}){1,3})\s{1,3}(?=[\p{Lu}\p{Lo}]))/u
const LETTERS = /^(?:\(([a-zа-я]{1,5})\)|([a-zа-я]{1,5})\)|([a-z])\.(?=[\s\p{Lu}]))\s*/iu
const ARABIC = /^(?:\(([ا-ي]|الف)\)|([أ-ي]|الف|[ا-ی])\s?[)ـ-](?!\p{L}))\s*/u
const EAST = new RegExp(
  `^(?:([${HAN}]{1,3})[、．.]|[(（]([${HAN}]{1,3})[)）]|[(（]?([${STEMS}])[)）、]|([${HANGUL}])[.)]|([${CIRCLED}]))\\s*`,
)
const BULLET = /^[–—•·*-]\s+/

/** Lists deeper than this do not occur. Without an end, a run of `1.` would nest without one. */
const DEEPEST = 12

/** Reads the marker at the start of a block, or nothing. Only the neighbours tell which reading is meant. */
export function readMarker(words: string): Marker | undefined {
  const code = words.charCodeAt(0)
  if (isAsciiLetter(code)) return closesSoon(words) ? letters(words) : undefined
  if (code < 128) return digits(words) ?? (code === OPEN_BRACKET ? bracketed(words) : bullet(words))
  return bullet(words) ?? digits(words) ?? bracketed(words)
}

const OPEN_BRACKET = 40

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Whether a bracket or stop closes a marker of few letters: most lines open with a word. */
function closesSoon(words: string): boolean {
  for (let i = 1; i < 6; i++) {
    const code = words.charCodeAt(i)
    if (code === 41 || (code === 46 && i === 1)) return true
    if (!isAsciiLetter(code)) return false
  }
  return false
}

function bracketed(words: string): Marker | undefined {
  return letters(words) ?? arabic(words) ?? east(words)
}

function digits(words: string): Marker | undefined {
  const match = DIGITS.exec(words)
  if (match) {
    const [whole, sup, section, dotted, paren] = match
    const number = sup ?? section ?? dotted ?? paren ?? ''
    const parts = number.split('.')
    const value = Number(toAscii(parts.at(-1) ?? ''))
    const wrap =
      (paren ?? sup ?? section) ? whole.charAt(0) : whole.includes(')') || whole.includes('）') ? ')' : '.'
    const style = `digit${wrap}${parts.length > 1 ? parts.length : ''}`
    return { number, length: whole.length, readings: [{ style, series: 'digit', value }] }
  }
  const bare = BARE.exec(words)
  const number = bare?.[1] ?? bare?.[2]
  if (!bare || number === undefined) return undefined
  const parts = number.split('.')
  const style = `digit${parts.length > 1 ? parts.length : ''}`
  return {
    number,
    length: bare[0].length,
    readings: [{ style, series: 'digit', value: Number(parts.at(-1)) }],
  }
}

function toAscii(digits: string): string {
  // Digits of one number are of one script, nearly always of this one.
  if (/^[0-9]*$/.test(digits)) return digits
  return digits.replace(/[٠-٩۰-۹０-９]/g, (d) =>
    String((d.charCodeAt(0) - (d >= '０' ? 0xff10 : d >= '۰' ? 0x6f0 : 0x660)) % 10),
  )
}

function letters(words: string): Marker | undefined {
  const match = LETTERS.exec(words)
  if (!match) return undefined
  const number = match[1] ?? match[2] ?? match[3] ?? ''
  const wrap = match[0].charAt(0) === '(' ? '(' : match[3] === undefined ? ')' : '.'
  const upper = number === number.toUpperCase() ? 'A' : 'a'
  const form = upper + wrap
  const readings: MarkerReading[] = []
  addReading(readings, 'letter', form, letterValue(number))
  addReading(readings, 'roman', form, romanValue(number))
  if (number.length === 1)
    addReading(readings, 'letter', form, (upper === 'A' ? CYRILLIC_UPPER : CYRILLIC).indexOf(number) + 1)
  return readings.length === 0 ? undefined : { number, length: match[0].length, readings }
}

function addReading(
  readings: MarkerReading[],
  series: MarkerSeries,
  form: string,
  value: number | undefined,
): void {
  if (value !== undefined && value > 0) readings.push({ style: series + form, series, value })
}

function arabic(words: string): Marker | undefined {
  const match = ARABIC.exec(words)
  const number = match?.[1] ?? match?.[2]
  if (!match || number === undefined) return undefined
  const wrap = match[0].charAt(0) === '(' ? '(' : ')'
  const folded = number === 'ا' ? 'أ' : number
  const readings: MarkerReading[] = []
  const add = (series: MarkerSeries, name: string, index: number): void => {
    if (index >= 0) readings.push({ style: `${name}${wrap}`, series, value: index + 1 })
  }
  add('abjad', 'abjad', ABJAD.indexOf(folded))
  add('alphabet', 'hijai', HIJAI.indexOf(folded))
  add('alphabet', 'persian', PERSIAN.indexOf(number))
  return readings.length === 0 ? undefined : { number, length: match[0].length, readings }
}

function east(words: string): Marker | undefined {
  const match = EAST.exec(words)
  if (!match) return undefined
  const [whole, comma, paren, stem, hangul, circled] = match
  const { length } = whole
  if (comma !== undefined) return single(comma, length, 'han、', 'han', hanValue(comma))
  if (paren !== undefined) return single(paren, length, 'han(', 'stem', hanValue(paren))
  if (stem !== undefined) return single(stem, length, 'stem', 'stem', STEMS.indexOf(stem) + 1)
  if (hangul !== undefined) return single(hangul, length, 'hangul', 'stem', HANGUL.indexOf(hangul) + 1)
  const value = CIRCLED.indexOf(circled ?? '') + 1
  return single(String(value), length, 'circled', 'digit', value)
}

/** A marker with one reading. */
function single(number: string, length: number, style: string, series: MarkerSeries, value: number): Marker {
  return { number, length, readings: [{ style, series, value }] }
}

function bullet(words: string): Marker | undefined {
  const match = BULLET.exec(words)
  if (!match) return undefined
  const readings: MarkerReading[] = [{ style: 'bullet', series: 'bullet', value: 0 }]
  return { number: '', length: match[0].length, readings }
}

/**
 * Gives each marker its level, 0 for the outermost. A marker that continues an open list stays in it; one that
 * starts a list (1, a, i) opens a level below. Where two readings fit, the one that the next marker continues is
 * meant: `(h) (i) (j)` are letters, `(h) (i) (ii)` are a letter and two numerals below it. A marker that neither
 * continues nor starts a list gets no level: it is text.
 */
export function levelsOf(markers: readonly Marker[]): (number | undefined)[] {
  const open: MarkerReading[] = []
  return markers.map((marker, i) => {
    const next = markers[i + 1]
    const choice = continuing(open, marker, next) ?? starting(marker, next)
    if (!choice) return undefined
    const level = choice.level ?? Math.min(open.length, DEEPEST)
    open.length = level
    open.push(choice.reading)
    return level
  })
}

interface Choice {
  readonly level?: number
  readonly reading: MarkerReading
}

function continuing(
  open: readonly MarkerReading[],
  marker: Marker,
  next: Marker | undefined,
): Choice | undefined {
  const [only, second] = marker.readings
  if (only && !second) {
    // Most markers have one reading: no choice is to be made.
    const level = open.findIndex((list) => continuesList(list, only))
    return level < 0 ? undefined : { level, reading: only }
  }
  const choices = open.flatMap((list, level) =>
    marker.readings.filter((reading) => continuesList(list, reading)).map((reading) => ({ level, reading })),
  )
  const doubtful = marker.readings.length > 1 && next !== undefined
  const other = doubtful ? starting(marker, next) : undefined
  const continued = choices.find((choice) => !doubtful || continues(choice.reading, next))
  if (continued) return continued
  return other && continues(other.reading, next) ? undefined : choices.at(-1)
}

function continuesList(list: MarkerReading, reading: MarkerReading): boolean {
  if (reading.style !== list.style) return false
  return list.series === 'bullet' || reading.value === list.value + 1
}

function starting(marker: Marker, next: Marker | undefined): Choice | undefined {
  const first = marker.readings.filter((reading) => reading.style === 'bullet' || reading.value === 1)
  const reading = first.find((r) => continues(r, next)) ?? first[0]
  return reading && { reading }
}

function continues(reading: MarkerReading, next: Marker | undefined): boolean {
  return (next?.readings ?? []).some((r) => r.style === reading.style && r.value === reading.value + 1)
}
