import type { Client } from '#contract/client.ts'
import { PactaError } from '#contract/errors.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { Transaction } from '#domain/library/record.ts'

/** How a commit ended, for whoever asked. */
export type CommitOutcome = 'saved' | 'refused' | 'waiting'

/** Records a transaction and returns when what it did is shown. */
export type Commit = (transaction: Transaction) => Promise<CommitOutcome>

/** What a commit needs around it. */
export interface CommitParts {
  readonly client: Pick<Client, 'invoke'>
  /** The library that the changes are for. */
  readonly libraryId: string
  /** Shows what can be shown of operations before they are recorded; the returned function takes back what was not. */
  readonly foresee: (operations: readonly Operation[]) => () => void
  /** Returns when the record with this number is shown. */
  readonly applied: (seq: number) => Promise<void>
  /** Told of every refusal, once. */
  readonly onError: (error: unknown) => void
  /** Calls back after a while; passed in so that tests need not wait. */
  readonly later: (work: () => void) => void
}

/** Codes that say the disk refuses for now; the same transaction may well succeed later. */
const PASSING = new Set(['disk-full', 'write-failed'])

/** Whether an error may pass by itself. */
export function isPassing(error: unknown): boolean {
  return error instanceof PactaError && PASSING.has(error.code)
}

/**
 * Makes the one way by which windows change the library. What the disk refuses is kept, in order, and tried again
 * until it is saved, so that a full disk costs no work; what does not fit any more by then is reported. What waits is
 * kept as drafts too, so that the end of the window costs none either.
 */
export function makeCommit({ client, libraryId, foresee, applied, onError, later }: CommitParts): Commit {
  const waiting: Transaction[] = []

  const send = async (transaction: Transaction): Promise<CommitOutcome> => {
    try {
      const { seq } = await client.invoke('library.commit', { libraryId, transaction })
      await applied(seq)
      return 'saved'
    } catch (error) {
      if (isPassing(error)) return 'waiting'
      // The library was left: what waits is kept with it, and is offered when it is opened again.
      if (error instanceof PactaError && error.code === 'another-library') waiting.length = 0
      onError(error)
      return 'refused'
    }
  }

  const retry = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if ((await send(next)) === 'waiting') return later(() => void retry())
      waiting.shift()
    }
  }

  return async (transaction) => {
    // Behind others that wait: order is part of the meaning.
    const isBehind = waiting.length > 0
    const sent = isBehind ? ('waiting' as const) : send(transaction)
    // Drawn while the disk writes: what a key has made is on the screen as soon as it is safe.
    const takeBack = isBehind ? undefined : foresee(transaction.operations)
    const outcome = await sent
    takeBack?.()
    if (outcome === 'waiting') {
      // What was sent is kept as a draft by whoever refused it.
      if (isBehind) client.invoke('drafts.keep', { libraryId, transaction }).catch(onError)
      waiting.push(transaction)
      if (waiting.length === 1) later(() => void retry())
    }
    return outcome
  }
}
