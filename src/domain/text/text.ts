import type { AgreementId, TextId } from '../shared/id.ts'
import type { Instant } from '../shared/time.ts'
import type { Trashable } from '../shared/trash.ts'

/** The SHA-256 of a held file, as 64 lower-case hexadecimal digits: its name in the library's `sources`. */
export type ContentHash = string

/**
 * One language version of an agreement. Its content is held unchanged under its hash; everything else in the
 * library points into that content with offsets in UTF-16 units.
 */
export interface Text extends Trashable {
  readonly id: TextId
  readonly agreementId: AgreementId
  /** BCP 47 tag: `en`, `fa`, `zh-Hant`. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** What is read and annotated: UTF-8 in `sources`, `length` in UTF-16 units. */
  readonly content: { readonly hash: ContentHash; readonly length: number }
  /** The file as it came, byte for byte. */
  readonly original: {
    readonly hash: ContentHash
    readonly fileName: string
    readonly mediaType: string
    readonly byteLength: number
    /** What the file was read as: `docx`, `tota-xml`. Absent in libraries written before it was recorded. */
    readonly format?: string
    /** The character encoding it was read in, by its WHATWG name; absent when the format fixes its own. */
    readonly encoding?: string
  }
  /** What the conversion changed or could not keep, one sentence each; empty when nothing. */
  readonly conversionNotes: readonly string[]
  readonly importedAt: Instant
  readonly importedBy: string
  /** The earlier version of the same text that this one takes the place of. That one stays readable. */
  readonly replaces?: TextId
}
