import type { Transaction } from '#domain/library/record.ts'
import { draftId, type DraftStore } from './draft-store.ts'

/** How long a commit may take before what it holds is kept elsewhere. With the editor's own wait, under a second. */
const SLOW_MS = 200

/** Calls back after a while, unless it is cancelled first; passed in so that tests need not wait. */
export type Later = (work: () => void, ms: number) => () => void

/**
 * Commits, and keeps what is committed as a draft when the journal refuses it or takes long: a network disk that
 * hangs, a disk that is full, a folder that has become read-only. A kill then costs nothing that was sent here. The
 * draft goes when the same transaction, or a later one of the same sitting, is recorded.
 */
export function draftedCommit(
  commit: (transaction: Transaction) => Promise<number>,
  drafts: DraftStore,
  by: () => string,
  isPassing: (error: unknown) => boolean,
  later: Later = afterMs,
): (transaction: Transaction) => Promise<number> {
  const kept = new Set<string>()
  return async (transaction) => {
    const id = draftId(transaction)
    let keeping: Promise<unknown> = Promise.resolve()
    const keep = (): void => {
      kept.add(id)
      keeping = drafts.keep(transaction, by())
    }
    const cancel = later(keep, SLOW_MS)
    try {
      const seq = await commit(transaction)
      cancel()
      await keeping
      if (kept.delete(id)) await drafts.drop(id)
      return seq
    } catch (error) {
      cancel()
      if (isPassing(error)) keep()
      await keeping
      throw error
    }
  }
}

function afterMs(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
