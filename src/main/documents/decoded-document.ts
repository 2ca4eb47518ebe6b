import type { StructureHint } from '#domain/structure/hint.ts'
import type { TextEncoding } from '#domain/text/encodings.ts'
import type { Dropped } from './dropped.ts'

/** The formats Pacta reads. */
export type DocumentFormat =
  | 'text'
  | 'html'
  | 'markdown'
  | 'docx'
  | 'pdf'
  | 'tota-xml'
  | 'akoma-ntoso'
  | 'open-treaties'

/** What a file says about the agreement it holds, beside the agreement's own words. Dates are ISO, as written. */
export interface DocumentMetadata {
  readonly title?: string
  readonly signedOn?: string
  readonly inForceOn?: string
  /** Names or codes, as written. */
  readonly parties?: readonly string[]
  /** Where the file came from: an address or a name. */
  readonly source?: string
}

/** One language version found in a file. */
export interface DecodedText {
  /** BCP 47 tag, when the file or its letters say so. */
  readonly language?: string
  /** What the file calls this version. */
  readonly title?: string
  /** Normalised (`normaliseText`): headings on lines of their own, a blank line between blocks. */
  readonly text: string
  readonly hints: readonly StructureHint[]
}

/** A file turned into words. */
export interface DecodedDocument {
  /** At least one; more when the file holds parallel versions of one agreement. */
  readonly texts: readonly DecodedText[]
  readonly format: DocumentFormat
  /** Name of the character encoding as WHATWG has it; absent for containers, which state their own. */
  readonly encoding?: string
  readonly metadata: DocumentMetadata
  /** What the file held and the texts do not. */
  readonly dropped: readonly Dropped[]
  /** What normalisation changed, one sentence each. */
  readonly notes: readonly string[]
}

/** How a caller follows and stops a conversion. */
export interface DecodeControl {
  /** The share of the work that is done, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
  /** Stops the conversion at the next page or part; it then fails with `cancelled`. */
  readonly signal?: AbortSignal | undefined
  /** The encoding of its characters, when a person has said so; detected otherwise. WHATWG name. */
  readonly encoding?: TextEncoding | undefined
}
