import type { ProvisionId } from '../shared/id.ts'

/** Why the provision that a reference names cannot be found. A closed set, for review. */
export type BrokenReason =
  | 'no such article'
  | 'no such paragraph'
  /** A part, chapter, section, annex, rule or note that the agreement does not have, though it has others. */
  | 'no such division'

/** Another instrument, in the words of the text. */
export interface CitedInstrument {
  /** Its name as this text gives it in full: `Charter of the United Nations`. White space is folded. */
  readonly name: string
  /** Whether the words at the place are only a short name that the text has defined, or `that Convention`. */
  readonly isShort: boolean
}

/** What every reference says of itself. Offsets are UTF-16 units of the text. */
interface Place {
  readonly start: number
  readonly end: number
  /** The innermost provision that it stands in. */
  readonly from: ProvisionId
}

/** A reference to provisions of the agreement itself. One for each item of a list; a range has several targets. */
export interface InternalReference extends Place {
  readonly kind: 'internal'
  /** In reading order; empty when it is broken. */
  readonly targets: readonly ProvisionId[]
  readonly broken?: BrokenReason
}

/** A reference to another instrument, or to provisions of it. */
export interface ExternalReference extends Place {
  readonly kind: 'external'
  /** The provisions of the other instrument, as printed: `Article 51`. Absent when it is cited as a whole. */
  readonly address?: string
  /** Absent when the text does not say which instrument it is. */
  readonly instrument: CitedInstrument
}

/** A place in a text that refers to something: a provision of this agreement, or another instrument. */
export type Reference = InternalReference | ExternalReference
