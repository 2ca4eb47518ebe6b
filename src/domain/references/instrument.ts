import { isLetter } from '../structure/openers.ts'
import { isCapitalised, isSpace, skipSpace, wordAt, type Word } from './read-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A name of an instrument as it stands in a text. */
export interface InstrumentWords {
  readonly start: number
  readonly end: number
  /** Its noun in lower case: `convention`. Absent for an abbreviation. */
  readonly noun?: string
  /** Whether the words name it; `the Convention` alone does not. */
  readonly isNamed: boolean
}

/** More words do not belong to a name. */
const LONGEST_NAME = 24
/** Capitalised words before the noun: `United Nations Framework Convention`. */
const BEFORE_NOUN = 6

/** Reads the name of an instrument at an offset; the article (`the`) is passed already. */
export function readInstrument(
  text: string,
  at: number,
  vocabulary: Vocabulary,
): InstrumentWords | undefined {
  const before = wordAt(text, at)
  if (!before) return undefined
  let word: Word | undefined = before
  for (let i = 0; word && i < BEFORE_NOUN; i++) {
    if (isInstrumentNoun(word, vocabulary) && goesOnAsBody(text, word, vocabulary)) return undefined
    if (isInstrumentNoun(word, vocabulary)) return nameFrom(text, at, word, i > 0, vocabulary)
    if (!isCapitalised(word) && !/^\d{4}$/.test(word.text)) break
    const next = skipSpace(text, word.end)
    word = next > word.end ? wordAt(text, next) : undefined
  }
  return abbreviation(text, before)
}

/** Whether the noun is only the first part of another name: `Law Commission`, `Treaty Council`. */
function goesOnAsBody(text: string, noun: Word, { naming, endings, anchors }: Vocabulary): boolean {
  // German writes every noun with a capital.
  if (endings.length > 0 || noun.text === noun.text.toUpperCase()) return false
  const next = text.charAt(noun.end) === ' ' ? wordAt(text, noun.end + 1) : undefined
  if (!next || !/^\p{Lu}\p{Ll}/u.test(next.text) || next.text === 'No') return false
  return (
    !naming.has(next.lower) && anchors.get(next.lower) === undefined && isLatin(noun) && isCapitalised(noun)
  )
}

function isLatin({ text }: Word): boolean {
  return /^\p{Script=Latin}/u.test(text)
}

/** Whether a word is a noun for instruments, alone or as the end of a compound. */
export function isInstrumentNoun({ lower }: Word, { anchors, endings }: Vocabulary): boolean {
  return anchors.get(lower)?.isInstrument === true || endings.some((ending) => lower.endsWith(ending))
}

/** `GATT 1994`, `TRIPS`: capitals in a text that is not all in capitals. */
function abbreviation(text: string, word: Word): InstrumentWords | undefined {
  if (!/^[\p{Lu}-]{3,12}$/u.test(word.text) || /^[IVXLC]+$/.test(word.text)) return undefined
  if (!/\p{Ll}/u.test(text.slice(Math.max(0, word.start - 12), word.start))) return undefined
  const year = /^\s\d{4}(?!\d)/.exec(text.slice(word.end, word.end + 6))
  return { start: word.start, end: word.end + (year?.[0].length ?? 0), isNamed: true }
}

function nameFrom(
  text: string,
  start: number,
  noun: Word,
  hasWordsBefore: boolean,
  vocabulary: Vocabulary,
): InstrumentWords {
  const { naming, ends } = vocabulary
  const isCased = /\p{Lu}|\p{Ll}/u.test(noun.text)
  const isEnglishLike = naming.has('concerning')
  let end = noun.end
  let hasContent = noun.text.length > noun.lower.length ? false : hasWordsBefore
  let sawNaming = false
  let small = 0
  let at = noun.end
  for (let i = 0; i < LONGEST_NAME; i++) {
    const next = overGap(text, at)
    const word = next === undefined ? undefined : wordAt(text, next)
    if (
      !word ||
      (ends.has(word.lower) &&
        !(isMonth(text, at) && isCapitalised(word)) &&
        !(isCapitalised(word) && word.lower.length <= 2))
    )
      break
    const level = vocabulary.anchors.get(word.lower)
    if (level?.level && !level.isInstrument) break
    const isDigit = /^\d/.test(word.text)
    if (isJoint(word) && !goesOn(text, word, vocabulary, isCased)) break
    if (naming.has(word.lower)) {
      sawNaming = true
      at = word.end
      small = 0
      continue
    }
    const isCapital = isCapitalised(word)
    if (isCased && !isCapital && !isDigit && small === 0 && at === end && !isMonth(text, at)) break
    const mostSmall = isEnglishLike ? (hasWordsBefore ? 0 : 3) : 8
    if (isCased && !isCapital && !isDigit && ++small > mostSmall) break
    if (isCapital) small = 0
    // Arabic writes its "and" together with the next word.
    if (!isCased && /^و(?:ال|لل|ب)/.test(word.text)) break
    if (!isCased && !sawNaming && i >= LONGEST_BARE) break
    hasContent ||= isCapital || isDigit || !isCased
    at = word.end
    end = word.end
  }
  return { start, end, noun: noun.lower, isNamed: hasContent || hasWordsBefore }
}

/** Where no capitals show a name, it is a few words long: `منشور ملل متحد`. */
const LONGEST_BARE = 4

/** A month behind a day: `of 23 May 1969`, `23 мая 1969 года`. */
function isMonth(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1))
}

const JOINTS = new Set(['and', 'et', 'y', 'e', 'und', 'en', 'ed', 'и', 'و', 'u'])

function isJoint({ lower }: Word): boolean {
  return JOINTS.has(lower)
}

/** With these another part of the sentence begins behind "and". */
const PREPOSITIONS = new Set([
  'in',
  'im',
  'zu',
  'mit',
  'of',
  'to',
  'on',
  'for',
  'at',
  'from',
  'en',
  'dans',
  'op',
  'te',
  'в',
  'по',
  'a',
  'na',
  'no',
  'em',
  'per',
  'por',
  'pour',
])

/** Whether a name goes on behind "and": with a capital, not with an article. */
function goesOn(text: string, joint: Word, { ends, naming, endings }: Vocabulary, isCased: boolean): boolean {
  const next = wordAt(text, skipSpace(text, joint.end))
  if (!next || ends.has(next.lower) || JOINTS.has(next.lower)) return false
  if (!isCased || isCapitalised(next)) return true
  if (!naming.has(next.lower)) return endings.length === 0 && !naming.has('concerning')
  if (PREPOSITIONS.has(next.lower)) return false
  const after = wordAt(text, skipSpace(text, next.end))
  return after !== undefined && isCapitalised(after) && !ends.has(after.lower)
}

/** The offset of the next word of a name, over white space, an apostrophe, brackets or a comma before a date. */
function overGap(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at)
  if (code === 0x27 || code === 0x2019) return isLetter(text.charCodeAt(at + 1)) ? at + 1 : undefined
  if (text.startsWith(', ', at) && /^, (?:signed|done|adopted|of \d|du \d)/.test(text.slice(at, at + 10)))
    return at + 2
  // A day, in German: `vom 2. Februar`.
  if (
    code === 0x2e &&
    /(?:^|\D)\d{1,2}$/.test(text.slice(at - 3, at)) &&
    /^\.\s\p{Lu}/u.test(text.slice(at, at + 3))
  )
    return at + 2
  if (!isSpace(code)) return undefined
  const next = skipSpace(text, at)
  // An empty line ends every name.
  return /\n\s*\n/.test(text.slice(at, next)) ? undefined : next
}
