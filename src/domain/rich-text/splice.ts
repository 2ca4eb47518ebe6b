import { sameJson } from '../shared/json.ts'

/** One contiguous change of a list: at `at`, `remove` goes and `insert` comes. Its inverse swaps the two. */
export interface Splice<T> {
  readonly at: number
  readonly remove: readonly T[]
  readonly insert: readonly T[]
}

/**
 * The smallest single splice that turns one list into the other, or nothing when they are equal. What an analyst
 * types changes one block of a long brief: only that block is written to the journal.
 */
export function spliceBetween<T>(before: readonly T[], after: readonly T[]): Splice<T> | undefined {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && sameJson(before[head], after[head])) head++
  let tail = 0
  while (tail < shorter - head && sameJson(before.at(-1 - tail), after.at(-1 - tail))) tail++
  if (head === before.length && head === after.length) return undefined
  return {
    at: head,
    remove: before.slice(head, before.length - tail),
    insert: after.slice(head, after.length - tail),
  }
}

/** Applies a splice, or returns nothing when what it removes is not there. */
export function applySplice<T>(list: readonly T[], splice: Splice<T>): readonly T[] | undefined {
  const found = list.slice(splice.at, splice.at + splice.remove.length)
  if (splice.at > list.length || !sameJson(found, splice.remove)) return undefined
  return list.toSpliced(splice.at, splice.remove.length, ...splice.insert)
}
