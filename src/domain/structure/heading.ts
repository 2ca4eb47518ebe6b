import type { Candidate } from './candidate.ts'
import type { HeadingKind } from './grammar.ts'
import type { Doubt } from './provision.ts'

/** A candidate that was chosen: it opens a provision. */
export interface Heading {
  readonly kind: HeadingKind
  readonly candidate: Candidate
  /** How much it looks like a heading by itself, at most about 1.2. */
  readonly weight: number
  readonly doubts: readonly Doubt[]
  /** Index, among the headings, of the annex in which its number counts; absent in the main text. */
  readonly attachment?: number
  /** Numbers start again at it: another agreement, or the same one in another language, begins before it. */
  readonly opensText?: true
}
