import type { ProvisionKind } from './provision.ts'

/**
 * What the markup of a file knows about its structure, and plain words do not say: a span of the decoded text and
 * what it is. Hints of one text stand in order of `start`, the wider one first; those of provisions nest and never
 * cross. They are evidence, not decisions: the structure engine may overrule a hint.
 */
export interface StructureHint {
  /** UTF-16 offset of the first character: of the number when one is printed. */
  readonly start: number
  /** UTF-16 offset after the last character. */
  readonly end: number
  /**
   * A kind of provision: the span is the whole provision, from its number to its last word, with all it contains.
   * `heading`: the span is one heading only, and the markup does not say of what. `note`: a footnote or an
   * editor's note, not part of the agreement's words.
   */
  readonly kind: ProvisionKind | 'heading' | 'note'
  /** As printed, without its word and punctuation: `12`, `IV`, `6 bis`. */
  readonly number?: string
  /** The words of the heading, without the number. */
  readonly heading?: string
  /** Only with `heading`: how deep it stands in the markup's outline, 1 for the outermost. */
  readonly level?: number
}
