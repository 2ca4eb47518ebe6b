/** What a heading can open. The rest of the kinds (recitals, paragraphs, points) open with bare markers. */
export type HeadingKind =
  | 'article'
  | 'rule'
  | 'note'
  | 'part'
  | 'titleDivision'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'annex'
  | 'protocol'
  | 'appendix'
  | 'schedule'

/**
 * The words by which texts of one language name and number their provisions. Data, so that a language is a table.
 * Everything is in lower case and with its accents; capitals and missing accents are read as well. Lists are
 * phrases parted by commas.
 */
export interface Grammar {
  /** ISO 639-1 code. */
  readonly language: string
  /** Words that stand before a number and open a provision: `article 5`. */
  readonly openers: Readonly<Partial<Record<HeadingKind, string>>>
  /** Signs that stand after a number, where the number has a sign before it: `第五条`, `제5조`. */
  readonly counters?: {
    readonly before: string
    readonly after: Readonly<Partial<Record<HeadingKind, string>>>
  }
  /** First words of a line that stands above a title: `In the name of God`. */
  readonly invocation?: string
  /** What agreements call themselves in their titles. */
  readonly instruments: string
  /** Words that open a provision where no word for articles does: `clause 5`. */
  readonly clauses: string
  /** Headings of a table of contents. */
  readonly contents: string
  /** Headings of a preamble. */
  readonly preamble: string
  /** First words of a preamble that has no heading: those of the parties. */
  readonly parties: string
  /** First words of a testimonium. `…` parts them from what its sentence must go on with: `本协定于…签`. */
  readonly testimonium: string
  /** First words of the courtesy with which a letter or a note ends. */
  readonly lettersClose: string
  /** First words of the line, mostly all of it, with which one begins. */
  readonly salutations: string
  /** Words before the name of a signatory, which is capitalised and fills its line: `For Canada:`. */
  readonly signsFor: string
  /** Last words of a line of a signature block: `中华人民共和国政府代表`. */
  readonly signatureEnds: string
  /** First words of a line of a signature block. */
  readonly signature: string
  /** Words of a sentence that announces a provision to be put into another agreement: `replaced by the following`. */
  readonly insertion: string
  /** Words after which a line or a title must go on, and before which no heading stands. */
  readonly breaksOff: string
  /** Words that follow the number in a cross-reference, where capitals do not tell it from a heading. */
  readonly references: string
  readonly numbers: NumberWords
}

/**
 * Numbers in words. Each list counts up by one (`ones`, from 1) or by ten (`tens`, from 10); words parted by `|` are
 * the same number, `-` stands for a number that is not said so.
 */
export interface NumberWords {
  readonly ones: string
  readonly ordinals: string
  readonly tens: string
  readonly ordinalTens: string
  /** Words for a hundred, parted by `|`. */
  readonly hundreds?: string
  /** Words between tens and ones: `vingt et un`. */
  readonly joiners: string
  /** Words behind the last number, parted by `|`: `the fourth and last`. */
  readonly last?: string
  /** What joins ones to tens in one word: `einundzwanzig`. */
  readonly joined?: string
  /** Words, parted by blanks, that number the only article of an act: they stand in `ones` or `ordinals` too. */
  readonly sole?: string
}

/** The phrases of a list of a grammar. */
export function phrases(list: string): string[] {
  return list === '' ? [] : list.split(',').map((phrase) => phrase.trim())
}
