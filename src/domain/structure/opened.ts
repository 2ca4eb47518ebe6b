import { CLASSES, SMALL } from './char-classes.ts'
import { readNumeralAt, type NumeralAt, type NumeralOptions } from './numeral-reading.ts'
import { COUNTERS, isLetter, LOWER, openersWith, type Opener, type OpenerKind } from './openers.ts'

/** What a word opens, before its surroundings are looked at. */
export interface Opened {
  readonly kind: OpenerKind
  readonly languages: number
  readonly word: string
  /** UTF-16 offset behind the word. */
  readonly wordEnd: number
  readonly numeral?: NumeralAt
  readonly isMisspelt?: boolean
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

/** Reads the word at an offset, of those that open a provision, with the number behind it. */
export function readOpening(text: string, at: number, isFirstWord: boolean): Opened | undefined {
  let bare: Opened | undefined
  for (const opener of openersAt(text, at)) {
    const { kind, words, languages } = opener
    const wordEnd = at + sameWords(text, at, words)
    if (wordEnd === at) continue
    if (kind === 'preamble') {
      if (isFirstWord && !/\p{Ll}/u.test(text.charAt(wordEnd)))
        return { kind, languages, word: words, wordEnd }
      continue
    }
    if (kind === 'testimonium' && goesOn(text, wordEnd, opener))
      return { kind, languages, word: words, wordEnd }
    if (kind === 'testimonium') continue
    if (
      isLetter(text.charCodeAt(wordEnd)) &&
      !words.endsWith('.') &&
      !mayBeGlued(text, wordEnd, words, isFirstWord)
    )
      continue
    if (!isFirstWord && isPlainReference(text, at, wordEnd)) return undefined
    const numeral =
      numeralAfter(text, wordEnd, kind, isFirstWord) ??
      (isFirstWord && !NUMBERLESS.has(kind) ? numeralBelow(text, wordEnd, kind) : undefined)
    if (numeral) return { kind, languages, word: words, wordEnd, numeral }
    if (isFirstWord && NUMBERLESS.has(kind)) bare ??= { kind, languages, word: words, wordEnd }
  }
  return bare
}

const GLUED = /^[0-9٠-٩۰-۹０-９〇零一二三四五六七八九十百]/
/** `ART1CLE` is a word misread. */
const GLUED_FIGURE = /[0-9٠-٩۰-۹０-９]{1,3}(?!\p{L}{2})/uy
const GLUED_HAN = /^[〇零一二三四五六七八九十百]/

/** Whether a number is glued to its word: `附件一` always, `Статья1` at the start of a line. */
function mayBeGlued(text: string, at: number, words: string, isFirstWord: boolean): boolean {
  const next = text.charAt(at)
  return words.charCodeAt(0) >= FIRST_UNSPACED
    ? isFigureAt(text, at) || GLUED_HAN.test(next)
    : isFirstWord && isFigureAt(text, at)
}

function isFigureAt(text: string, at: number): boolean {
  GLUED_FIGURE.lastIndex = at
  return GLUED_FIGURE.test(text)
}

/** A sentence that closes an agreement says this soon that it was signed. UTF-16 units. */
const LONGEST_BEFORE_SIGNED = 60
const FIRST_UNSPACED = 0x3000

/** Whether the first words of a testimonium end where words end, and go on as they must. */
function goesOn(text: string, wordEnd: number, { words, followedBy }: Opener): boolean {
  const isSpaced = words.charCodeAt(0) < FIRST_UNSPACED
  if (isSpaced && isLetter(text.charCodeAt(wordEnd))) return false
  const sentence = text.slice(wordEnd, wordEnd + LONGEST_BEFORE_SIGNED).split(/[。；\n]/, 1)[0] ?? ''
  let from = 0
  return followedBy.every((part) => (from = sentence.indexOf(part, from) + 1) > 0)
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

function openersAt(text: string, at: number): readonly Opener[] {
  let second = at + 1
  while (isMark(text.charCodeAt(second))) second++
  let third = second + 1
  while (isMark(text.charCodeAt(third))) third++
  return openersWith(text.charCodeAt(at), text.charCodeAt(second), text.charCodeAt(third))
}

/** The length of the words at an offset, when they are these; else 0. */
function sameWords(text: string, at: number, words: string): number {
  let matched = 0
  while (matched < words.length && isSameLetter(text.charCodeAt(at + matched), words.charCodeAt(matched)))
    matched++
  if (matched === words.length) return matched + marksAt(text, at + matched, words)
  if (words.charCodeAt(0) < ARABIC || words.charCodeAt(0) >= AFTER_ARABIC) return 0
  if (!isMark(text.charCodeAt(at + matched))) return 0
  // Arabic words are drawn out with tatweel and carry vowel signs: `الفصـل`, `المَادَّة`.
  let length = 0
  for (let i = 0; i < words.length; i++, length++) {
    while (isMark(text.charCodeAt(at + length))) length++
    if (text.charCodeAt(at + length) !== words.charCodeAt(i)) return 0
  }
  return length + marksAt(text, at + length, words)
}

function marksAt(text: string, at: number, words: string): number {
  if (words.charCodeAt(0) < ARABIC) return 0
  let length = 0
  while (isVowelSign(text.charCodeAt(at + length))) length++
  return length
}

function isMark(code: number): boolean {
  return code === TATWEEL || isVowelSign(code)
}

function isVowelSign(code: number): boolean {
  return (code >= 0x64b && code <= 0x65f) || code === 0x670
}

const TATWEEL = 0x640
const ARABIC = 0x600
const AFTER_ARABIC = 0x700

/** Whether a letter of a text, large or small, is a small letter. */
function isSameLetter(code: number, small: number): boolean {
  return code === small || LOWER[code] === small
}

const BEFORE_NUMBER =
  /[ \t\u00A0\u3000\u202F]{0,6}(?:[Tt][Hh][Ee][ \t\u00A0]{1,2}|(?:(?:[Nn](?:[o°ºr]\.?|úm\.|um\.)|№|رقم|شماره)[ \t\u00A0]{0,2})?[([（«"“][ \t]?|(?:[Nn](?:[o°ºr]\.?|úm\.|um\.)|№|رقم|شماره)[ \t\u00A0]{0,2}|[-–—][ \t]?|[:：][ \t]?(?=[0-9٠-٩۰-۹]))?/y

const THE = /the/i

/** Reads the number behind a word, over `No.`, brackets and dashes. */
export function numeralAfter(
  text: string,
  at: number,
  kind: OpenerKind,
  tolerant: boolean,
): NumeralAt | undefined {
  // Most numbers stand behind one space.
  const isPlain = text.charCodeAt(at) === SPACE && isDigit(text.charCodeAt(at + 1))
  BEFORE_NUMBER.lastIndex = at
  const gap = isPlain ? ' ' : (BEFORE_NUMBER.exec(text)?.[0] ?? '')
  if (gap === '' && isLetter(text.charCodeAt(at - 1)) && !GLUED.test(text.charAt(at))) return undefined
  const letters = LETTERED.has(kind)
  const lettersLast = kind === 'article' && tolerant
  const found = readNumeralAt(text, at + gap.length, { letters, tolerant, lettersLast })
  if (lettersLast && found?.numeral.style === 'letter' && found.numeral.value.length > 1) return undefined
  // `ARTICLE THE FIRST`, but not "the 5 members".
  return found?.numeral.style !== 'word' && THE.test(gap) ? undefined : found
}

const LINE_BELOW = /[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=\S)/y
const REST_OF_LINE = /[.:)]?[ \t]*(?=\n|$)/y

/** A number that stands alone on the line below its word. */
function numeralBelow(text: string, at: number, kind: OpenerKind): NumeralAt | undefined {
  LINE_BELOW.lastIndex = at
  const gap = LINE_BELOW.exec(text)?.[0].length
  if (gap === undefined) return undefined
  const found = readNumeralAt(text, at + gap, { letters: LETTERED.has(kind), tolerant: false })
  REST_OF_LINE.lastIndex = found?.end ?? 0
  return found && REST_OF_LINE.test(text) ? found : undefined
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const COUNTED_SUFFIX = /之[一二三四五六七八九十]|의 ?\d{1,2}(?!\p{L})/uy
const FIGURES: NumeralOptions = { letters: false, tolerant: false, figures: true }

/** `第五条`, `제 5 조의2`: the kind stands after the number. */
export function readCounted(text: string, at: number, code: number): Opened | undefined {
  const counter = COUNTERS.get(code)
  if (!counter) return undefined
  let from = at + counter.before.length
  while (text.charCodeAt(from) === 32) from++
  const numeral = readNumeralAt(text, from, FIGURES)
  if (!numeral) return undefined
  let signAt = numeral.end
  while (text.charCodeAt(signAt) === 32 && signAt < numeral.end + 3) signAt++
  const after = counter.after.find(({ sign }) => text.startsWith(sign, signAt))
  if (!after) return undefined
  const wordEnd = signAt + after.sign.length
  COUNTED_SUFFIX.lastIndex = wordEnd
  const inserted = COUNTED_SUFFIX.exec(text)
  const rank = inserted
    ? readNumeralAt(text, wordEnd + (text.charCodeAt(wordEnd + 1) === SPACE ? 2 : 1), FIGURES)?.numeral
        .value[0]
    : undefined
  const end = wordEnd + (inserted?.[0].length ?? 0)
  const whole =
    inserted && rank !== undefined
      ? {
          ...numeral.numeral,
          printed: `${numeral.numeral.printed}${inserted[0]}`,
          suffix: inserted[0],
          suffixRank: rank,
        }
      : numeral.numeral
  return {
    kind: after.kind,
    languages: counter.languages,
    word: counter.before + after.sign,
    wordEnd: end,
    numeral: { numeral: whole, end },
  }
}
