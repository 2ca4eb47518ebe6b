import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { LibraryFolder } from './library-folder.ts'
import { packJournal } from './pack-journal.ts'
import type { Snapshot } from './snapshot-format.ts'
import { writeSnapshot } from './snapshot-store.ts'

/** A snapshot is due after this many records and operations: reading them again takes well below a tenth of a second. */
export const SNAPSHOT_AFTER = 2000

/** Keeps opening quick and the folder small, beside the writing. Nothing depends on it: what it misses comes later. */
export interface Upkeep {
  /** Takes note of one more record after the last snapshot. */
  add(record: JournalRecord): void
  /** Whether a snapshot is due and none is being made. */
  readonly isDue: boolean
  /** Makes a snapshot, then packs the journal it covers. Called when the state is that of the last durable record. */
  begin(snapshot: Snapshot): void
  /** Returns when nothing is being made. */
  settled(): Promise<void>
}

/** Makes the upkeep of a library; `onFailed` is told of what the disk refused. */
export function makeUpkeep(
  fs: FileSystem,
  folder: LibraryFolder,
  after: number,
  onPacked: () => Promise<void>,
  onFailed: (error: unknown) => void,
): Upkeep {
  let work = 0
  let running: Promise<void> | undefined

  const run = async (snapshot: Snapshot): Promise<void> => {
    try {
      const oldest = await writeSnapshot(fs, folder.snapshots, snapshot)
      await packJournal(fs, folder.journal, oldest)
      await onPacked()
    } catch (error) {
      onFailed(error)
    } finally {
      running = undefined
    }
  }

  return {
    add: (record) => {
      work += 1 + record.operations.length
    },
    get isDue() {
      return running === undefined && work >= after
    },
    begin: (snapshot) => {
      // Also when it fails: on a full disk the next attempt comes after as much work again, not at every change.
      work = 0
      running = run(snapshot)
    },
    settled: async () => {
      await running
    },
  }
}
