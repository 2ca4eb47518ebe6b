import type { JournalRecord } from '#domain/library/record.ts'
import type { Journal } from './journal.ts'

interface Waiting {
  readonly record: JournalRecord
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Writes records to the journal in order, several at once when they arrive while the disk is busy. */
export interface CommitQueue {
  /** Number that the next record gets: records in the queue are counted. */
  readonly nextSeq: number
  /** Returns when the record is durable. When it throws, the record and all queued after it are not recorded. */
  add(record: JournalRecord): Promise<void>
  /** Whether nothing is waiting. */
  readonly isIdle: boolean
  /** Returns when what waits now is written or refused. */
  settled(): Promise<void>
}

/**
 * Makes the queue in front of a journal.
 *
 * @param onFailed is told, before anyone who waits, which records will not be recorded, latest first, so that
 * their effects in memory can be taken back.
 */
export function commitQueue(
  journal: Journal,
  onFailed: (records: readonly JournalRecord[]) => void,
): CommitQueue {
  let waiting: Waiting[] = []
  let inFlight: readonly Waiting[] = []
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      inFlight = waiting
      waiting = []
      try {
        await journal.append(inFlight.map((w) => w.record))
        const written = inFlight
        inFlight = []
        for (const { resolve } of written) resolve()
      } catch (error) {
        // Whatever was queued meanwhile was numbered and checked after the failed ones: it falls with them.
        const failed = [...inFlight, ...waiting]
        inFlight = []
        waiting = []
        onFailed(failed.map((w) => w.record).reverse())
        for (const { reject } of failed) reject(error)
      }
    }
    running = undefined
  }

  return {
    get nextSeq() {
      return journal.headSeq + inFlight.length + waiting.length + 1
    },
    add: (record) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ record, resolve, reject })
        running ??= run()
      }),
    get isIdle() {
      return running === undefined
    },
    settled: async () => {
      await running
    },
  }
}
