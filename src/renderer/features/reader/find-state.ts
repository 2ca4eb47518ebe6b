import { create } from 'zustand'
import type { FindOptions, Hit } from '#domain/text/find-words.ts'

/** What is looked for in the text that is read, and what was found. */
export interface FindState extends FindOptions {
  readonly open: boolean
  readonly words: string
  readonly hits: readonly Hit[]
  /** The hit that the reader stands at, as a place in `hits`; -1 when there is none. */
  readonly current: number
}

/** Nothing is looked for. */
const CLOSED = { open: false, words: '', hits: [], current: -1 } as const

/** The search in the text that is read. How strictly it reads stays from one search to the next. */
export const useFind = create<FindState>(() => ({ ...CLOSED, matchCase: false, wholeWords: false }))

/** Ends the search: its marks go. */
export function closeFind(): void {
  useFind.setState(CLOSED)
}

/** Stands at the next hit or the one before, going round at the ends. */
export function stepHit(by: 1 | -1): void {
  useFind.setState(({ hits, current }) => ({
    current: hits.length === 0 ? -1 : (current + by + hits.length) % hits.length,
  }))
}
