import { phrases, type Grammar, type HeadingKind } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'

/** What a word of a grammar opens. */
export type OpenerKind = HeadingKind | 'preamble' | 'testimonium'

/** A word or phrase that can open a provision. */
export interface Opener {
  readonly kind: OpenerKind
  /** In lower case. */
  readonly words: string
  /** What its sentence must go on with, in this order; mostly nothing. */
  readonly followedBy: readonly string[]
  /** The languages that use it, one bit each in the order of GRAMMARS. */
  readonly languages: number
}

/** A sign that opens a number which its kind follows: `第…条`. */
export interface Counter {
  readonly before: string
  readonly after: readonly { readonly sign: string; readonly kind: HeadingKind }[]
  readonly languages: number
}

const stripAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')

const isCased = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase()

/** The small letter of each UTF-16 unit that is a letter of either case; any other unit is its own. */
export const LOWER = lowerTable()

function lowerTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < table.length; code++)
    table[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0)
  return table
}

/** Every opener, the longest first. */
export const OPENERS: readonly Opener[] = openersOf(GRAMMARS)

/** The letter with which an opener stands in a text: a capital, where there are capitals. */
const initialOf = ({ words }: Opener): number => words.charAt(0).toUpperCase().charCodeAt(0)

/** The codes of the letters with which openers stand in a text. */
export const OPENING_CODES: ReadonlySet<number> = new Set(OPENERS.map(initialOf))

/** Openers by their first letters; those that have no third stand under none. Each list has the longest first. */
const BY_LETTERS = byLetters(OPENERS)
const NO_OPENERS: readonly Opener[] = []

function byLetters(openers: readonly Opener[]): ReadonlyMap<number, ReadonlyMap<number, readonly Opener[]>> {
  const found = new Map<number, Map<number, Opener[]>>()
  const keyOf = (opener: Opener): number => (initialOf(opener) << 16) | opener.words.charCodeAt(1)
  for (const opener of openers) {
    const third = opener.words.charCodeAt(2) || 0
    const same = found.get(keyOf(opener)) ?? new Map<number, Opener[]>()
    found.set(keyOf(opener), same.set(third, []))
  }
  for (const opener of openers) {
    const third = opener.words.charCodeAt(2) || 0
    // A short one may go on with any letter.
    for (const [letter, list] of found.get(keyOf(opener)) ?? [])
      if (third === 0 || letter === third) list.push(opener)
  }
  return found
}

/** The openers that begin with three UTF-16 units: the first must be a capital, the others may be of either case. */
export function openersWith(first: number, second: number, third: number): readonly Opener[] {
  const same = BY_LETTERS.get((first << 16) | (LOWER[second] ?? 0))
  return same === undefined ? NO_OPENERS : (same.get(LOWER[third] ?? 0) ?? same.get(0) ?? NO_OPENERS)
}

function openersOf(grammars: readonly Grammar[]): Opener[] {
  const merged = new Map<string, Opener>()
  grammars.forEach((grammar, i) => {
    const add = (kind: OpenerKind, list: string): void => {
      for (const phrase of phrases(list).flatMap((p) => [p, stripAccents(p)])) {
        const key = `${kind} ${phrase}`
        const languages = (merged.get(key)?.languages ?? 0) | (1 << i)
        const [words = '', ...followedBy] = phrase.split('…')
        merged.set(key, { kind, words, languages, followedBy })
      }
    }
    for (const [kind, list] of Object.entries(grammar.openers)) add(kind as HeadingKind, list)
    add('preamble', grammar.preamble)
    add('testimonium', grammar.testimonium)
    add('testimonium', grammar.lettersClose)
  })
  // The longest phrase first: `protocol` must not hide `protocol additionnel`.
  return [...merged.values()].sort((a, b) => b.words.length - a.words.length)
}

/** Counters by the code of the sign before the number. */
export const COUNTERS: ReadonlyMap<number, Counter> = new Map(
  GRAMMARS.flatMap(({ counters }, i): [number, Counter][] =>
    counters
      ? [
          [
            counters.before.charCodeAt(0),
            {
              before: counters.before,
              languages: 1 << i,
              after: Object.entries(counters.after).flatMap(([kind, list]) =>
                phrases(list).map((sign) => ({ sign, kind: kind as HeadingKind })),
              ),
            },
          ],
        ]
      : [],
  ),
)

/** Words for articles, by which a misspelt one is known. Only capitalised languages: elsewhere nothing shows a heading. */
export const ARTICLE_WORDS: readonly Opener[] = OPENERS.filter(
  ({ kind, words }) => kind === 'article' && words.length >= 6 && isCased(words.charAt(0)),
)

/** Words that an ordinal may precede: `EERSTE DEEL`, `Première partie`, `First Article`. */
export const ORDINAL_FIRST: ReadonlyMap<string, Opener> = new Map(
  OPENERS.filter(({ kind }) => ['part', 'titleDivision', 'chapter', 'section', 'article'].includes(kind)).map(
    (opener) => [opener.words, opener],
  ),
)

const wordsOf = (pick: (grammar: Grammar) => string): ReadonlySet<string> =>
  new Set(GRAMMARS.flatMap((grammar) => phrases(pick(grammar)).map((word) => word.toLowerCase())))

/** Words after which no heading stands, each with the languages in which that is so. */
export const CONNECTORS: ReadonlyMap<string, number> = connectorsOf(GRAMMARS)

function connectorsOf(grammars: readonly Grammar[]): Map<string, number> {
  const languages = new Map<string, number>()
  grammars.forEach((grammar, i) => {
    for (const word of phrases(grammar.breaksOff)) languages.set(word, (languages.get(word) ?? 0) | (1 << i))
  })
  return languages
}

/** Words, of all languages, that follow the number in a cross-reference. */
export const REFERENCE_WORDS = wordsOf((grammar) => grammar.references)

const SCRIPT_REFERENCES = phrases(
  GRAMMARS.filter(({ counters }) => counters)
    .map((grammar) => grammar.references)
    .join(','),
)

/** Whether text right after a number continues a reference in a script that writes no spaces: `第三条所列`. */
export function continuesReference(text: string, at: number): boolean {
  return SCRIPT_REFERENCES.some((word) => text.startsWith(word, at))
}

const starts = (pick: (grammar: Grammar) => string): readonly string[] =>
  GRAMMARS.flatMap((grammar) => phrases(pick(grammar)))

const PARTIES = starts((grammar) => grammar.parties)
const INVOCATIONS = starts((grammar) => grammar.invocation ?? '')

/** Whether a line calls on God above the title of an agreement, as many do. */
export function isInvocation(words: string): boolean {
  const lower = words.slice(0, 40).toLowerCase()
  return INVOCATIONS.some((phrase) => lower.startsWith(phrase))
}

const SALUTATIONS = starts((grammar) => grammar.salutations)
/** A longer line is a sentence. */
const LONGEST_SALUTATION = 60

/** Whether a line is the salutation of a letter: `Excellency,`. */
export function isSalutation(words: string): boolean {
  if (words.length > LONGEST_SALUTATION || !/[,:،：!，]$/.test(words)) return false
  const lower = words.toLowerCase()
  return SALUTATIONS.some((phrase) => lower.startsWith(phrase) && !isLetter(lower.charCodeAt(phrase.length)))
}

/** Whether a line begins as preambles do: with the parties. */
export function startsWithParties(words: string): boolean {
  const lower = words.slice(0, 40).toLowerCase()
  return PARTIES.some((phrase) => lower.startsWith(phrase) && !isLetter(lower.charCodeAt(phrase.length)))
}

/** One for each UTF-16 unit that is part of a word; surrogates are not, no grammar uses them. */
const LETTERS = letterTable()

function letterTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const letter = /[\p{L}\p{N}\p{M}]/u
  for (let code = 0; code < 0xd800; code++) if (letter.test(String.fromCharCode(code))) table[code] = 1
  for (let code = 0xf900; code < 0xfff0; code++) if (letter.test(String.fromCharCode(code))) table[code] = 1
  return table
}

/** Whether a UTF-16 unit is a letter, a digit or a mark on one. False for `NaN`, beyond the ends of a text. */
export function isLetter(code: number): boolean {
  return LETTERS[code] === 1
}
