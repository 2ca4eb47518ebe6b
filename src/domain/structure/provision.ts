import type { ProvisionId, TextId } from '../shared/id.ts'

/** What a provision is, from the outside in. */
export type ProvisionKind =
  | 'title'
  | 'preamble'
  | 'recital'
  | 'part'
  | 'titleDivision'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'point'
  | 'annex'
  | 'testimonium'
  | 'signatures'

/**
 * One node of a text's structure. Provisions stand in reading order; `depth` makes the tree: the parent is the
 * nearest earlier provision with a smaller depth. Ranges nest, and cover the text without gaps but white space.
 */
export interface Provision {
  readonly id: ProvisionId
  readonly kind: ProvisionKind
  /** As printed, without its word and punctuation: `12`, `IV`, `6 bis`, `a`. Absent when none is printed. */
  readonly number?: string
  /** In arabic digits, when printed otherwise: `4` for `IV`. */
  readonly arabic?: string
  /** As printed after the number, on its line or the next; without the number itself. */
  readonly heading?: string
  readonly depth: number
  /** UTF-16 offset of the first character of its marker, or of its text when it has none. */
  readonly start: number
  /** UTF-16 offset after its last character; everything it contains ends there at the latest. */
  readonly end: number
  /** UTF-16 offset where its own text begins, after marker and heading. `end` when it has no text of its own. */
  readonly textStart: number
}

/** The structure of one text. */
export interface Structure {
  /** Same as the text's: a text has one structure. */
  readonly id: TextId
  readonly provisions: readonly Provision[]
}
