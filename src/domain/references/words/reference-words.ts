import type { HeadingKind } from '../../structure/grammar.ts'

/** What a cited step can be: whatever has a heading, and the paragraphs and points inside. */
export type Level = HeadingKind | 'paragraph' | 'point'

/**
 * The words with which texts of one language refer to provisions and instruments. Data, so that a language is a
 * table. Lower case with accents; lists are phrases parted by commas. Every form that occurs is listed: no stemming.
 */
export interface ReferenceWords {
  /** ISO 639-1 code. */
  readonly language: string
  /** Forms before a number. Behind a slash stand the plurals, which may be followed by a list; without a slash every form may. */
  readonly levels: Readonly<Partial<Record<Level, string>>>
  /** Prefixes written together with the words: Arabic conjunctions and prepositions. */
  readonly prefixes?: string
  readonly and: string
  /** Words between the ends of a range. */
  readonly to: string
  /** Words that join a step to what contains it, with the definite article where the language has one. */
  readonly inside: string
  /** Whether a step may follow what it belongs to without a word between: `пункт 2 статьи 5`. */
  readonly joinsBare?: boolean
  /** Determiners of what the reader stands in. */
  readonly here: string
  /** Those for what stands right before it, before or behind the noun. */
  readonly preceding: string
  readonly following: string
  /** Determiners of what was named last: `that Article`. */
  readonly same: string
  /** Words behind a citation that point to the instrument named last: `thereof`. */
  readonly thereof: string
  /** Nouns for instruments, all forms; a leading `*` means that the word may end a compound. */
  readonly instruments: string
  /** Words that go on with the name of an instrument behind its noun or behind a word of its name. */
  readonly naming: string
  /** Words at which a name ends at the latest. */
  readonly ends: string
  /** Words that announce a short name: `hereinafter`. */
  readonly hereinafter: string
  /** Words before the noun with which it names no certain instrument: `any Agreement`. */
  readonly vague: string
}
