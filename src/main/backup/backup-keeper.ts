import type { OpenLibrary } from '../library/open-library.ts'
import type { BackupReason } from './backup-name.ts'
import { makeBackup, type BackupHost, type BackupProgress } from './make-backup.ts'
import { listBackups } from './open-backup.ts'
import { backupReason } from './restore-backup.ts'

const DAY_MS = 86_400_000
/** What failed is not tried again at every change. */
const RETRY_MS = 3_600_000

/** Makes backups when they are due, one at a time. */
export interface BackupKeeper {
  /**
   * Looks whether a backup of the library is due and makes it: before a newer program writes into the library, and
   * once a day when something has changed. Called when a library is opened and after every change; it costs nothing
   * while none is due. Never throws: what went wrong is in `problem`, and told.
   */
  check(library: OpenLibrary): Promise<void>
  /** Makes a backup now. @throws as `makeBackup`. */
  make(library: OpenLibrary, reason: BackupReason, onProgress?: BackupProgress): Promise<string>
  /** Why the last automatic backup could not be made, as the end of a sentence. */
  readonly problem: string | undefined
}

/** Runs long work where the user sees it. */
export type RunVisibly = <T>(title: string, work: (onProgress: BackupProgress) => Promise<T>) => Promise<T>

/** Makes a keeper. `onProblem` is told when an automatic backup could not be made, and why. */
export function backupKeeper(
  host: BackupHost,
  run: RunVisibly,
  onProblem: (library: OpenLibrary, reason: string) => void,
): BackupKeeper {
  let problem: string | undefined
  /** When the last backup of a library was made, and what it held. Read from disk once for each library opened. */
  const last = new WeakMap<OpenLibrary, { at: number; headSeq: number }>()
  let queue: Promise<unknown> = Promise.resolve()
  const retryAt = new WeakMap<OpenLibrary, number>()
  const checking = new WeakSet<OpenLibrary>()

  const make = (library: OpenLibrary, reason: BackupReason, onProgress?: BackupProgress): Promise<string> => {
    const made = queue.then(async () => {
      const { headSeq } = library
      const id = await makeBackup(host, library, reason, onProgress)
      last.set(library, { at: Date.parse(host.clock.now()), headSeq })
      problem = undefined
      return id
    })
    queue = made.catch(() => undefined)
    return made
  }

  const lastOf = async (library: OpenLibrary): Promise<{ at: number; headSeq: number }> => {
    const known = last.get(library)
    if (known) return known
    const latest = (await listBackups(host.fs, library.root)).find(({ info }) => info !== undefined)
    const found = {
      // Before its first day is over a library has only its journal.
      at: Date.parse(latest?.info?.at ?? library.manifest.createdAt),
      headSeq: latest?.info?.headSeq ?? 0,
    }
    last.set(library, found)
    return found
  }

  const check = async (library: OpenLibrary): Promise<void> => {
    if (library.manifest.appVersion !== host.appVersion) {
      await run('Back up before the upgrade', (progress) => make(library, 'before-upgrade', progress))
      await library.changeManifest({ appVersion: host.appVersion })
      return
    }
    const { at, headSeq } = await lastOf(library)
    const age = Date.parse(host.clock.now()) - at
    // A clock that was set back says nothing: then a backup too many is made.
    if (library.headSeq === headSeq || (age >= 0 && age < DAY_MS)) return
    await run('Back up', (progress) => make(library, 'daily', progress))
  }

  return {
    get problem() {
      return problem
    },
    make,
    check: async (library) => {
      const now = Date.parse(host.clock.now())
      if (checking.has(library) || now < (retryAt.get(library) ?? 0)) return
      checking.add(library)
      try {
        await check(library)
      } catch (error) {
        problem = backupReason(error)
        onProblem(library, problem)
        retryAt.set(library, now + RETRY_MS)
      } finally {
        checking.delete(library)
      }
    },
  }
}
