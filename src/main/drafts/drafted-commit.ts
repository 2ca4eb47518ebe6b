import type { Transaction } from '#domain/library/record.ts'
import { draftId, type DraftStore } from './draft-store.ts'

/** How long a commit may take before what it holds is kept elsewhere. With the editor's own wait, under a second. */
const SLOW_MS = 200

/** Calls back after a while, unless it is cancelled first; passed in so that tests need not wait. */
export type Later = (work: () => void, ms: number) => () => void

/** Commits with drafts behind it. */
export interface DraftedCommit {
  /** Records a transaction. @throws what the journal throws; what may pass is kept as a draft before. */
  readonly commit: (transaction: Transaction) => Promise<number>
  /** Keeps a transaction that cannot be recorded yet, because another one is in its way. Never throws. */
  readonly keep: (transaction: Transaction) => Promise<void>
}

/**
 * Commits, and keeps what is committed as a draft when the journal refuses it or takes long: a network disk that
 * hangs, a disk that is full, a folder that has become read-only. A kill then costs nothing that was sent here. The
 * draft goes when the same transaction, or a later one of the same sitting, is recorded; never before a later one is.
 */
export function draftedCommit(
  commit: (transaction: Transaction) => Promise<number>,
  drafts: DraftStore,
  by: () => string,
  isPassing: (error: unknown) => boolean,
  later: Later = afterMs,
): DraftedCommit {
  /** Which drafts are kept, and the turn of what is in each. */
  const kept = new Map<string, number>()
  let turns = 0

  const keepIn = async (turn: number, transaction: Transaction): Promise<void> => {
    const id = draftId(transaction)
    if ((kept.get(id) ?? 0) > turn) return
    kept.set(id, turn)
    await drafts.keep(transaction, by())
  }
  const record = async (transaction: Transaction): Promise<number> => {
    const id = draftId(transaction)
    const turn = ++turns
    let keeping: Promise<unknown> = Promise.resolve()
    const keep = (): void => {
      keeping = keepIn(turn, transaction)
    }
    const cancel = later(keep, SLOW_MS)
    try {
      const seq = await commit(transaction)
      cancel()
      await keeping
      if ((kept.get(id) ?? Infinity) <= turn) {
        kept.delete(id)
        await drafts.drop(id)
      }
      return seq
    } catch (error) {
      cancel()
      if (isPassing(error)) keep()
      await keeping
      throw error
    }
  }
  return { commit: record, keep: (transaction) => keepIn(++turns, transaction) }
}

function afterMs(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
