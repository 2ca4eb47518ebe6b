import type { Instant } from './time.ts'

/** Who does something, and when. */
export interface Author {
  readonly name: string
  readonly at: Instant
}
