import type { InstrumentKind } from '../agreement.ts'

/**
 * The words by which agreements of one language state the facts of their record. Data, so that a language is a
 * table. `Words` are lists parted by `|`. `Pattern`s are regular expressions in lower case, written with their
 * accents; text is folded before they are tried (see `foldText`), and a space in them is any white space.
 */
export interface RecordVocabulary {
  /** ISO 639-1 code. */
  readonly language: string
  /** Patterns of the nouns by which agreements call themselves; the longest names first. */
  readonly instruments: readonly (readonly [InstrumentKind, string])[]
  readonly dates: DateWords
  readonly closing: ClosingWords
  readonly parties: PartyWords
  /** Patterns of the names of languages, each with its ISO 639-1 code. */
  readonly languageNames: Readonly<Record<string, string>>
  readonly term: TermWords
}

/** How dates are written. */
export interface DateWords {
  /** Twelve Words from January on, parted by spaces. */
  readonly months: string
  /** Twelve months from Farvardin on, of the solar calendar of Iran. */
  readonly solarMonths?: string
  /** Twelve months from Muharram on, of the lunar calendar. */
  readonly lunarMonths?: string
  /** Words that may stand between day, month and year. */
  readonly fillers: string
  /** Number words besides those of the structure grammar: `hundred=100|thousand=1000`. */
  readonly numbers: string
  /** Ordinals in other cases than the grammar has, in the same form. */
  readonly ordinals?: string
  /** Endings that make an ordinal of a number word: `ste|ten`. */
  readonly ordinalEndings?: string
  /** Pattern with groups `year`, `month`, `day` for dates that count their parts: `2001年7月16日`. */
  readonly counted?: string
}

/** How a testimonium says where, when and in what languages. */
export interface ClosingWords {
  /** Pattern of the word for the signing itself: `done`. */
  readonly done: string
  /** Pattern of what leads to the place: `at (?:the city of)?`. The place follows it. */
  readonly at: string
  /** Pattern of what ends the place. Commas, full stops, brackets and digits always do. */
  readonly placeEnds: string
  /** Pattern of what may stand where a place would and is none: `two originals`. */
  readonly noPlace?: string
  /** Patterns with a group `place`, for languages that put the place before its word. */
  readonly placeForms?: readonly string[]
  /** Pattern of what only a closing says of its own paper, where nothing else tells it: `in two copies`. */
  readonly copies?: string
  /** Places in the case that `at` asks for, and their names. */
  readonly placeNames?: Readonly<Record<string, string>>
  /** Pattern of the words that make a list of languages one of authentic texts. */
  readonly authentic: string
  /** Pattern of a sentence about which text prevails; its languages are not a list. */
  readonly prevails: string
}

/** How parties are named. */
export interface PartyWords {
  /** Pattern of what stands before the two parties in a title: `between`. */
  readonly between: string
  /** Pattern of what stands between two parties. */
  readonly and: string
  /** Pattern of what stands before a party's name and is no part of it: `the government of the`. */
  readonly lead: string
  /** Pattern of what stands after a party's name and is no part of it. */
  readonly tail?: string
  /** Pattern of what ends the parties in a title: `concerning`. */
  readonly titleEnds: string
  /** Pattern of what ends them in a preamble: `hereinafter`. */
  readonly preambleEnds: string
  /** Pattern of words that make a name no name of a party: `contracting parties`. */
  readonly generic: string
  /** Names with the word for "and" in them. */
  readonly wholes?: string
  /** Whether a title declines the parties' names; only the preamble is read then. */
  readonly declines?: true
  /** Names as they stand after the word for government, and as they stand alone: pattern and replacement. */
  readonly nominative?: readonly (readonly [string, string])[]
}

/** How final clauses say when an agreement begins and ends. `{P}` in a Pattern is a period: `ten years`. */
export interface TermWords {
  /** Words for units of time. */
  readonly years: string
  readonly months: string
  readonly days: string
  /** Words that hold number and unit: `пятилетн=5 year`. */
  readonly periods?: string
  /** Pattern of what leads to an agreement that a sentence only mentions: `under this`. */
  readonly mention?: string
  /** Patterns of entering into force, of this agreement. */
  readonly force: readonly string[]
  /** Pattern of a force clause that is about something else: one state, an amendment. */
  readonly otherForce: string
  /** Pattern of entering into force on the day of signature. */
  readonly onSignature: string
  readonly fixed: readonly string[]
  readonly indefinite: readonly string[]
  readonly renewal: readonly string[]
  /** Patterns of ending it: denunciation, withdrawal, termination. */
  readonly ending: string
  readonly notice: readonly string[]
}
