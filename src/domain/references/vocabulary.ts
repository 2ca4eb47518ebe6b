import { phrases } from '../structure/grammar.ts'
import { GRAMMARS } from '../structure/grammars/grammars.ts'
import { foldWord } from '../structure/number-words.ts'
import { isLetter } from '../structure/openers.ts'
import type { Pointing } from './step.ts'
import { REFERENCE_WORDS } from './words/reference-words-all.ts'
import type { Level, ReferenceWords } from './words/reference-words.ts'

/** What a word of a text may open. */
export interface Anchor {
  readonly level?: { readonly level: Level; readonly takesList: boolean }
  readonly isInstrument?: boolean
}

/** The words of some languages, made ready for look-up. */
export interface Vocabulary {
  /** By word in lower case. */
  readonly anchors: ReadonlyMap<string, Anchor>
  /** One for each hash of the first three letters of an anchor: most words of a text are none. */
  readonly openings: Uint8Array
  readonly pointing: ReadonlyMap<string, Pointing>
  readonly ordinals: ReadonlySet<string>
  /** Endings of compounds that are instruments. */
  readonly endings: readonly string[]
  readonly naming: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  readonly vague: ReadonlySet<string>
  readonly joinsBare: boolean
  /** Sticky patterns, to be run at an offset. */
  readonly patterns: {
    readonly inside: RegExp
    readonly list: RegExp
    readonly range: RegExp
    readonly thereof: RegExp
    /** A short name that is defined behind a name, with or without quotation marks. */
    readonly shortName: RegExp
  }
}

const made = new Map<string, Vocabulary>()

/** The vocabulary of some languages (ISO 639-1); those that are not known are left out. Made once for each set. */
export function vocabularyOf(languages: readonly string[]): Vocabulary {
  const key = [...languages].sort().join(' ')
  const before = made.get(key)
  if (before) return before
  const vocabulary = makeVocabulary(REFERENCE_WORDS.filter(({ language }) => languages.includes(language)))
  made.set(key, vocabulary)
  return vocabulary
}

function makeVocabulary(words: readonly ReferenceWords[]): Vocabulary {
  const anchors = new Map<string, Anchor>()
  for (const table of words) {
    for (const [level, list] of Object.entries(table.levels) as [Level, string][])
      addLevel(level, list, table)
    for (const noun of withPrefixes(phrases(table.instruments.replaceAll('*', '')), table))
      anchors.set(noun, { ...anchors.get(noun), isInstrument: true })
  }
  function addLevel(level: Level, list: string, table: ReferenceWords): void {
    const [first = '', second] = list.split(' / ')
    const add = (forms: string, takesList: boolean): void => {
      for (const form of withPrefixes(phrases(forms), table))
        anchors.set(form, { ...anchors.get(form), level: { level, takesList } })
    }
    add(first, second === undefined)
    if (second !== undefined) add(second, true)
  }
  const all = (pick: (table: ReferenceWords) => string): string[] =>
    words.flatMap((table) => phrases(pick(table)))
  const pointing = new Map<string, Pointing>()
  for (const word of all((t) => t.same)) pointing.set(word, 'same')
  for (const word of all((t) => t.following)) pointing.set(word, 'following')
  for (const word of all((t) => t.preceding)) pointing.set(word, 'preceding')
  for (const word of all((t) => t.here)) pointing.set(word, 'here')
  const and = alternatives(all((t) => t.and))
  const naming = new Set(all((t) => t.naming))
  const isArabic = words.some(({ language }) => language === 'ar')
  return {
    anchors,
    openings: openingsOf(anchors, words),
    pointing,
    ordinals: ordinalsOf(words),
    endings: all((t) => t.instruments).flatMap((noun) => (noun.startsWith('*') ? [noun.slice(1)] : [])),
    naming,
    // In a file of two languages the words of one must not end the names of the other.
    ends: new Set(all((t) => t.ends).filter((word) => !naming.has(word))),
    vague: new Set(all((t) => t.vague)),
    joinsBare: words.some((table) => table.joinsBare === true),
    patterns: {
      inside: sticky(`,?\\s{1,4}(?:${alternatives(all((t) => t.inside))})`),
      // Arabic writes its "and" together with the number: `٣ و٤`.
      list: sticky(
        `\\s{0,2}[,،;]\\s{0,4}(?:(?:${and}))?|\\s{1,4}(?:(?:${and})${isArabic ? '|و(?=[\\d٠-٩۰-۹(])' : ''})`,
      ),
      range: sticky(`\\s{1,4}(?:${alternatives(all((t) => t.to))})|\\s?[-–—]\\s?(?=[\\d(IVXLA-Z٠-٩۰-۹])`),
      thereof: sticky(`,?\\s{1,4}(?:${alternatives(all((t) => t.thereof))})`),
      shortName: sticky(
        `\\s{0,2},?\\s{0,2}(?:[(（]?\\s?(?:${alternatives(all((t) => t.hereinafter))})|[(（])[^()“"«„\\n]{0,60}[“"«„]([^“”"»„\\n]{2,60})[”"»“]` +
          `|\\s{0,2},?\\s{0,2}[(（]\\s?(?:${alternatives(all((t) => t.hereinafter))})[^()\\p{Lu}]{0,40}(\\p{Lu}[^()]{1,60})[)）]`,
      ),
    },
  }
}

function withPrefixes(forms: readonly string[], { prefixes }: ReferenceWords): string[] {
  if (prefixes === undefined) return [...forms]
  // The article merges with the preposition: li + al-madda is written lil-madda.
  return forms.flatMap((form) => [
    form,
    ...phrases(prefixes).map((prefix) => prefix + form),
    ...(form.startsWith('ال') ? [`لل${form.slice(2)}`] : []),
  ])
}

function ordinalsOf(words: readonly ReferenceWords[]): Set<string> {
  const languages = new Set(words.map(({ language }) => language))
  return new Set(
    GRAMMARS.filter(({ language }) => languages.has(language)).flatMap(({ numbers }) =>
      numbers.ordinals.split(/[ |]/).map(foldWord),
    ),
  )
}

/** Phrases as alternatives of a pattern, the longest first; each ends at the end of a word. */
function alternatives(list: readonly string[]): string {
  if (list.length === 0) return '(?!)'
  const spaced = [...new Set(list)].sort((a, b) => b.length - a.length)
  const parts = spaced.map((phrase) => {
    const escaped = phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s{1,4}')
    return phrase.endsWith('’')
      ? `${escaped.replace(/’/g, "['’]")}\\s?`
      : `${escaped.replace(/’/g, "['’]")}(?:\\s{1,4}|(?![\\p{L}\\p{N}])\\s{0,4})`
  })
  return parts.join('|')
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'iuy')
}

/** The code of a letter in lower case, for the letters that grammars use. */
function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code | 32 : code
  if (code >= 0x410 && code <= 0x42f) return code + 32
  if (code >= 0xc0 && code <= 0xde) return code + 32
  return code
}

/** A hash of the first three letters of a word, whatever their case. 16 bits. */
export function openingHash(text: string, at: number): number {
  const first = lower(text.charCodeAt(at))
  const second = lower(text.charCodeAt(at + 1))
  const third = text.charCodeAt(at + 2)
  return ((first * 31 + second) * 31 + (isLetter(third) ? lower(third) : 0)) & 0xffff
}

function openingsOf(anchors: ReadonlyMap<string, Anchor>, words: readonly ReferenceWords[]): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const word of anchors.keys()) table[openingHash(word, 0)] = 1
  // Compounds begin with anything; they are met from the words before them.
  return words.length === 0 ? new Uint8Array(0x10000) : table
}
