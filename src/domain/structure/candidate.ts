import type { OpenerKind } from './openers.ts'
import type { Numeral } from './numerals.ts'

/** What stands before a candidate, white space and mark-up apart. */
export type Before = 'nothing' | 'stop' | 'comma' | 'connector' | 'lower' | 'other'

/** What follows its number and the punctuation after it. */
export type After = 'line end' | 'capital' | 'marker' | 'glued' | 'lower' | 'reference' | 'punctuation'

/** A place in a text that may open a provision. Whether it does shows only from all of them together. */
export interface Candidate {
  readonly kind: OpenerKind
  /** One bit for each language whose words they are, in the order of GRAMMARS. */
  readonly languages: number
  /** The word as printed, in lower case. */
  readonly word: string
  readonly isCapitals: boolean
  /** The word or its number is misspelt. */
  readonly isMisspelt: boolean
  readonly numeral: Numeral | undefined
  /** UTF-16 offset of its first character; of the line's, when it opens one. */
  readonly start: number
  /** UTF-16 offset after number and punctuation. */
  readonly end: number
  readonly opensLine: boolean
  readonly afterBlankLine: boolean
  /** Whether the line before it is long enough to be running text. */
  readonly afterLongLine: boolean
  readonly before: Before
  /** Whether an opening quotation mark stands right before it. */
  readonly isQuoted: boolean
  /** Punctuation between number and rest, without spaces. */
  readonly close: string
  readonly after: After
}
