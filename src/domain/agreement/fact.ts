import type { TextId } from '../shared/id.ts'

/** Where a fact comes from. */
export type FactSource =
  /** The words of a held text that say it. Offsets are UTF-16 units of the text's content. */
  | { kind: 'text'; textId: TextId; start: number; end: number; quote: string }
  /** A publication outside the library, cited as a reader would cite it. */
  | { kind: 'reference'; citation: string }
  /** The analyst's own statement. */
  | { kind: 'analyst' }

/**
 * A value with its provenance. `proposed` was found by Pacta and waits for the analyst; `confirmed` was set or
 * accepted by the analyst. The two are never merged: confirming is an operation of its own.
 */
export interface Fact<T> {
  readonly value: T
  readonly status: 'proposed' | 'confirmed'
  readonly source?: FactSource
  /** What other sources say instead. A conflict is recorded, not resolved in silence. */
  readonly otherwise?: readonly { readonly value: T; readonly source: FactSource }[]
}

/** A fact set by the analyst. */
export function confirmed<T>(value: T, source: FactSource = { kind: 'analyst' }): Fact<T> {
  return { value, status: 'confirmed', source }
}

/** A fact found in a text, with the words that gave it. */
export function proposed<T>(value: T, source?: FactSource): Fact<T> {
  return source ? { value, status: 'proposed', source } : { value, status: 'proposed' }
}
