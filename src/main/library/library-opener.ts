import { hostname } from 'node:os'
import { basename } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { applyOperations } from '#domain/library/apply.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { UndoHistory } from '#domain/library/undo-history.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { Clock } from '#domain/shared/time.ts'
import { systemCode, type FileSystem } from '../files/file-system.ts'
import { TEMPORARY_PREFIX } from '../files/replace-file.ts'
import { openJournal } from './journal.ts'
import { libraryFolder, type LibraryFolder } from './library-folder.ts'
import { isProcessRunning, takeLock, type HeldLock } from './lock.ts'
import { LIBRARY_FORMAT, readManifest, writeManifest } from './manifest.ts'
import { OpenLibrary, type LibraryListener } from './open-library.ts'
import { openSourceStore } from './source-store.ts'

/** What opening a library needs from outside. */
export interface LibraryHost {
  readonly fs: FileSystem
  readonly clock: Clock
  readonly ids: Ids
  readonly appVersion: string
}

/**
 * Makes an empty library in a folder that is missing or empty. It still has to be opened.
 *
 * @throws PactaError `folder-not-empty`, `folder-not-writable` or `disk-full`; nothing is then left behind but
 * perhaps an empty folder.
 */
export async function createLibrary(host: LibraryHost, root: string): Promise<void> {
  const { fs } = host
  const folder = libraryFolder(root)
  const name = basename(root)
  if ((await fs.list(root)).length > 0) throw new PactaError('folder-not-empty', { name })
  try {
    await fs.makeFolder(folder.journal)
    await fs.makeFolder(folder.sources)
    // The manifest comes last: a folder without it is no library, so a half-made one is never opened.
    await writeManifest(fs, folder, {
      format: LIBRARY_FORMAT,
      libraryId: host.ids.next(),
      createdAt: host.clock.now(),
      appVersion: host.appVersion,
      epoch: 1,
    })
  } catch (error) {
    throw folderError(error, name)
  }
}

/**
 * Opens the library in a folder: checks what the folder is, takes the lock, replays the journal.
 *
 * @throws PactaError `folder-missing`, `folder-not-library`, `library-newer`, `library-in-use`,
 * `library-damaged` or `folder-not-writable`.
 */
export async function openLibrary(
  host: LibraryHost,
  root: string,
  listener: LibraryListener,
): Promise<OpenLibrary> {
  const { fs } = host
  const folder = libraryFolder(root)
  const manifest = await readManifest(fs, folder)
  const lock = await lockFolder(host, folder)
  try {
    await sweepTemporaries(fs, folder)
    const state = new LibraryState()
    const history = new UndoHistory()
    const name = basename(root)
    const { journal } = await openJournal(fs, folder.journal, name, (record) => {
      applyOperations(state, record.operations)
      const { operations: _, ...header } = record
      history.add(header)
    })
    const sources = openSourceStore(fs, folder.sources)
    return new OpenLibrary({
      root,
      manifest,
      state,
      journal,
      history,
      sources,
      lock,
      clock: host.clock,
      listener,
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function lockFolder(host: LibraryHost, folder: LibraryFolder): Promise<HeldLock> {
  const me = { pid: process.pid, host: hostname(), startedAt: host.clock.now(), token: host.ids.next() }
  try {
    return await takeLock(host.fs, folder.lock, me, isProcessRunning)
  } catch (error) {
    throw error instanceof PactaError ? error : folderError(error, basename(folder.root))
  }
}

/** Removes what interrupted replacements left behind. */
async function sweepTemporaries(fs: FileSystem, folder: LibraryFolder): Promise<void> {
  for (const place of [folder.root, folder.sources]) {
    for (const name of await fs.list(place)) {
      if (name.startsWith(TEMPORARY_PREFIX)) await fs.remove(`${place}/${name}`)
    }
  }
}

/** Turns what the system says about a folder into what the user is told. */
export function folderError(error: unknown, name: string): PactaError {
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PactaError('disk-full', { name }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new PactaError('folder-not-writable', { name }, { cause: error })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PactaError('folder-missing', { name }, { cause: error })
  return new PactaError('write-failed', { name }, { cause: error })
}
