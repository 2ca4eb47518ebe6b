import type { After, Before, Candidate } from './candidate.ts'
import { contextBefore } from './context-before.ts'
import { contextAfter } from './context-after.ts'
import { isOneEditAway, readNumberWords } from './number-words.ts'
import { letterValue } from './numerals.ts'
import { readNumeralAt, type NumeralAt } from './numeral-reading.ts'
import {
  ARTICLE_WORDS,
  CONTAINER_WORDS,
  COUNTERS,
  isLetter,
  openerKey,
  OPENERS,
  OPENING_CODES,
  type Opener,
  type OpenerKind,
} from './openers.ts'

const LINE_FEED = 10

const LETTER = 1
const OPENS = 2
const COUNTS = 4
const CAPITAL = 8
const SMALL = 16

/** What a UTF-16 unit is to the scanner; a text has many, so one table answers every question about each. */
const CLASSES = classTable()

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const set = (code: number, flag: number): void => {
    table[code] = (table[code] ?? 0) | flag
  }
  for (let code = 0; code < table.length; code++) if (isLetter(code)) set(code, LETTER)
  for (const code of OPENING_CODES) set(code, OPENS)
  for (const code of COUNTERS.keys()) set(code, OPENS | COUNTS)
  for (let code = 65; code <= 90; code++) set(code, CAPITAL)
  for (let code = 97; code <= 122; code++) set(code, SMALL)
  return table
}

/**
 * Finds every place that has the form of a heading, in one pass over the text, whatever its language. Runs in time
 * linear in the length of the text; nothing but the neighbourhood of a hit is looked at twice.
 */
export function findCandidates(text: string): Candidate[] {
  const classes = CLASSES
  const found: Candidate[] = []
  let lineIsOpen = true
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const unit = classes[code] ?? 0
    if ((unit & LETTER) === 0) {
      if (code === LINE_FEED) lineIsOpen = true
      before = unit
      continue
    }
    // Scanned texts glue a heading to the line before it: `partyArticle VII`.
    const isGlued = (before & SMALL) !== 0 && (unit & CAPITAL) !== 0
    const opensWord = (before & LETTER) === 0 || isGlued || (unit & COUNTS) !== 0
    if (opensWord && ((unit & OPENS) !== 0 || lineIsOpen)) {
      const candidate = candidateAt(text, at, code, unit, lineIsOpen)
      if (candidate) {
        found.push(candidate)
        at = Math.max(at, candidate.end - 1)
      }
    }
    before = classes[text.charCodeAt(at)] ?? 0
    lineIsOpen = false
  }
  return withLetteredChapters(found)
}

const LEAD = /^([A-Z])[-–.]\d/

/** `I-01` is the first article of chapter I among `H-02` and `J-03`, where chapters are lettered. */
function withLetteredChapters(found: Candidate[]): Candidate[] {
  const leads = new Set(found.map(({ numeral }) => LEAD.exec(numeral?.printed ?? '')?.[1]))
  if (!['A', 'B', 'E', 'F', 'G', 'H'].some((letter) => leads.has(letter))) return found
  return found.map((candidate) => {
    const { numeral } = candidate
    const lead = LEAD.exec(numeral?.printed ?? '')?.[1]
    if (!numeral || lead === undefined || numeral.style !== 'arabic') return candidate
    return {
      ...candidate,
      numeral: { ...numeral, value: [letterValue(lead) ?? 0, ...numeral.value.slice(1)] },
    }
  })
}

interface Opened {
  readonly kind: OpenerKind
  readonly languages: number
  readonly word: string
  readonly wordEnd: number
  readonly numeral?: NumeralAt
  readonly isMisspelt?: boolean
}

function candidateAt(
  text: string,
  at: number,
  code: number,
  unit: number,
  isFirstWord: boolean,
): Candidate | undefined {
  const opened =
    ((unit & COUNTS) !== 0 ? counted(text, at, code) : undefined) ??
    ((unit & OPENS) !== 0 ? (opens(text, at, isFirstWord) ?? spaced(text, at)) : undefined) ??
    (isFirstWord && mayBeUnusual(text, at, unit) ? unusual(text, at) : undefined)
  if (!opened) return undefined
  const context = contextBefore(text, at, isFirstWord, opened.languages)
  const printed = text.slice(at, opened.wordEnd)
  const isCapitals = printed === printed.toUpperCase() && printed !== printed.toLowerCase()
  const after = contextAfter(text, opened.numeral?.end ?? opened.wordEnd)
  // In running text "of Article 5 shall" is a reference: most hits end here.
  if (!context.opensLine && !mayStandInline(context.before, after.after)) return undefined
  return {
    kind: opened.kind,
    languages: opened.languages,
    word: opened.word,
    isCapitals,
    isMisspelt: opened.isMisspelt === true || opened.numeral?.misspelt === true,
    ...(opened.numeral ? { numeral: opened.numeral.numeral } : {}),
    ...context,
    ...after,
  }
}

function mayStandInline(before: Before, after: After): boolean {
  if (before === 'comma') return false
  return before === 'stop' || before === 'nothing' || after === 'capital' || after === 'marker'
}

const NUMBERLESS = new Set<OpenerKind>(['annex', 'protocol', 'appendix', 'schedule', 'note'])
const LETTERED = new Set<OpenerKind>([
  'annex',
  'protocol',
  'appendix',
  'schedule',
  'section',
  'subsection',
  'part',
  'chapter',
])

function opens(text: string, at: number, isFirstWord: boolean): Opened | undefined {
  let bare: Opened | undefined
  for (const opener of openersAt(text, at)) {
    const { kind, words, languages } = opener
    const wordEnd = at + sameWords(text, at, words)
    if (wordEnd === at) continue
    const opened = { kind, languages, word: words, wordEnd }
    if (kind === 'preamble') {
      if (isFirstWord && !/\p{Ll}/u.test(text.charAt(wordEnd))) return opened
      continue
    }
    if (isLetter(text.charCodeAt(wordEnd)) && !words.endsWith('.')) continue
    if (kind === 'testimonium') return opened
    if (!isFirstWord && isPlainReference(text, at, wordEnd)) return undefined
    const numeral = numeralAfter(text, wordEnd, kind, isFirstWord)
    if (numeral) return { ...opened, numeral }
    if (isFirstWord && NUMBERLESS.has(kind)) bare ??= opened
  }
  return bare
}

/**
 * Whether a word in mid-sentence is followed by a number and the rest of the sentence: `under Article 5 shall`. Nine
 * hits in ten are such, and are not worth reading the number.
 */
function isPlainReference(text: string, at: number, wordEnd: number): boolean {
  const before = CLASSES[text.charCodeAt(at - 2)] ?? 0
  if (text.charCodeAt(at - 1) !== SPACE || ((before & SMALL) === 0 && text.charCodeAt(at - 2) !== COMMA))
    return false
  let end = wordEnd + 1
  while (end < wordEnd + 16 && text.charCodeAt(end) > SPACE) end++
  const last = text.charCodeAt(end - 1)
  if (last === COMMA || last === SEMICOLON) return true
  return (
    text.charCodeAt(end) === SPACE &&
    ((CLASSES[text.charCodeAt(end + 1)] ?? 0) & SMALL) !== 0 &&
    text.charCodeAt(end + 2) !== CLOSING_BRACKET &&
    !INSERTED.some((suffix) => text.startsWith(suffix, end + 1))
  )
}

/** `Article 6 bis` may be a heading all the same. */
const INSERTED = ['bis', 'ter ', 'quater']
const SPACE = 32
const COMMA = 44
const SEMICOLON = 59
const CLOSING_BRACKET = 41

const NONE: readonly Opener[] = []

function openersAt(text: string, at: number): readonly Opener[] {
  return OPENERS.get(openerKey(text.charCodeAt(at), text.charCodeAt(at + 1))) ?? NONE
}

/** The length of the words at an offset, when they are these; else 0. */
function sameWords(text: string, at: number, words: string): number {
  let matched = 0
  while (matched < words.length && isSameLetter(text.charCodeAt(at + matched), words.charCodeAt(matched)))
    matched++
  if (matched === words.length) return matched
  if (words.charCodeAt(0) < ARABIC) return 0
  // Arabic words are drawn out with tatweel: `الفصـل`.
  let length = 0
  for (let i = 0; i < words.length; i++, length++) {
    while (text.charCodeAt(at + length) === TATWEEL) length++
    if (text.charCodeAt(at + length) !== words.charCodeAt(i)) return 0
  }
  return length
}

const TATWEEL = 0x640
const ARABIC = 0x600

/** Whether a letter of a text, large or small, is a small letter. */
function isSameLetter(code: number, small: number): boolean {
  if (code === small) return true
  if (code < 128) return code >= 65 && code <= 90 && (code | 32) === small
  return String.fromCharCode(code).toLowerCase().charCodeAt(0) === small
}

const BEFORE_NUMBER =
  /[ \t\u00A0\u3000\u202F]{0,6}(?:[Nn](?:[o°ºr]\.?|úm\.|um\.)[ \t\u00A0]{0,2}|№[ \t\u00A0]{0,2}|[([（«"“][ \t]?|[-–—][ \t]?)?/y

function numeralAfter(text: string, at: number, kind: OpenerKind, tolerant: boolean): NumeralAt | undefined {
  BEFORE_NUMBER.lastIndex = at
  const gap = BEFORE_NUMBER.exec(text)?.[0] ?? ''
  if (gap === '' && isLetter(text.charCodeAt(at - 1))) return undefined
  return readNumeralAt(text, at + gap.length, { letters: LETTERED.has(kind), tolerant })
}

/** `第五条`, `제 5 조의2`: the kind stands after the number. */
function counted(text: string, at: number, code: number): Opened | undefined {
  const counter = COUNTERS.get(code)
  if (!counter) return undefined
  let from = at + counter.before.length
  while (text.charCodeAt(from) === 32) from++
  const numeral = readNumeralAt(text, from, { letters: false, tolerant: false })
  if (!numeral || numeral.numeral.style === 'word') return undefined
  let signAt = numeral.end
  while (text.charCodeAt(signAt) === 32 && signAt < numeral.end + 3) signAt++
  const after = counter.after.find(({ sign }) => text.startsWith(sign, signAt))
  if (!after) return undefined
  const wordEnd = signAt + after.sign.length
  const suffix = /(?:之([一二三四五六七八九十])|의(\d{1,2}))/y
  suffix.lastIndex = wordEnd
  const inserted = suffix.exec(text)
  const rank = inserted
    ? readNumeralAt(text, wordEnd + 1, { letters: false, tolerant: false })?.numeral.value[0]
    : undefined
  const end = wordEnd + (inserted?.[0].length ?? 0)
  const whole = {
    ...numeral.numeral,
    ...(inserted && rank !== undefined
      ? {
          printed: `${numeral.numeral.printed}${inserted[0]}`,
          suffix: inserted[0],
          suffixRank: rank,
        }
      : {}),
  }
  return {
    kind: after.kind,
    languages: counter.languages,
    word: counter.before + after.sign,
    wordEnd: end,
    numeral: { numeral: whole, end },
  }
}

/** The longest line that is looked at for headings in unusual forms. */
const LONGEST_UNUSUAL = 80

/** Whether a line may be a heading in a form that costs more to recognise: it is short and opens with a capital. */
function mayBeUnusual(text: string, at: number, unit: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128 && (unit & CAPITAL) === 0) return false
  if (ARTICLE_INITIALS.has(code)) return true
  const feed = text.slice(at, at + LONGEST_UNUSUAL).indexOf('\n')
  return feed >= 0 || text.length - at <= LONGEST_UNUSUAL
}

function unusual(text: string, at: number): Opened | undefined {
  return ordinalFirst(text, at) ?? misspelt(text, at)
}

const ARTICLE_INITIALS = new Set(
  ARTICLE_WORDS.map(({ words }) => words.charAt(0).toUpperCase().charCodeAt(0)),
)

const SPACED = /\p{L}(?: \p{L}){2,14}(?=[ \u00A0]{1,3}[\dIVXLC(№]|\s*$)/muy

/** A word set with spaces between its letters: `С т а т ь я 1`. */
function spaced(text: string, at: number): Opened | undefined {
  if (text.charCodeAt(at + 1) !== 32 || text.charCodeAt(at + 3) !== 32) return undefined
  SPACED.lastIndex = at
  const printed = SPACED.exec(text)?.[0]
  if (printed === undefined) return undefined
  const words = printed.replace(/ /g, '').toLowerCase()
  const opener = [...OPENERS.values()].flat().find((known) => known.words === words)
  if (!opener || opener.kind === 'testimonium') return undefined
  const wordEnd = at + printed.length
  const numeral = numeralAfter(text, wordEnd, opener.kind, false)
  return numeral && { kind: opener.kind, languages: opener.languages, word: words, wordEnd, numeral }
}

const TWO_WORDS = /(\p{L}{3,20})[ \u00A0]{1,2}(\p{L}{4,12})(?=[ \t]*(?:[.:–—-]|$))/muy

/** An ordinal before its word: `EERSTE DEEL`, `Première partie`. Only on a line of its own or before punctuation. */
function ordinalFirst(text: string, at: number): Opened | undefined {
  TWO_WORDS.lastIndex = at
  const match = TWO_WORDS.exec(text)
  if (!match) return undefined
  const [printed, ordinal = '', word = ''] = match
  const opener: Opener | undefined = CONTAINER_WORDS.get(word.toLowerCase())
  const value = opener && readNumberWords([ordinal])?.value
  if (!opener || value === undefined) return undefined
  const wordEnd = at + printed.length
  const numeral: NumeralAt = { numeral: { printed: ordinal, value: [value], style: 'word' }, end: wordEnd }
  return { kind: opener.kind, languages: opener.languages, word: opener.words, wordEnd, numeral }
}

const CAPITALISED = /\p{Lu}\p{L}{4,9}(?=[ \u00A0]{1,2}\S)/uy

/** A word for article with one wrong letter, before a number, at the start of a line: `ARTICE 9`. */
function misspelt(text: string, at: number): Opened | undefined {
  if (!ARTICLE_INITIALS.has(text.charCodeAt(at))) return undefined
  CAPITALISED.lastIndex = at
  const printed = CAPITALISED.exec(text)?.[0]
  if (printed === undefined) return undefined
  const lower = printed.toLowerCase()
  const opener = ARTICLE_WORDS.find(
    ({ words }) => words.charAt(0) === lower.charAt(0) && isOneEditAway(lower, words),
  )
  if (!opener || lower === opener.words || lower === `${opener.words}s`) return undefined
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
