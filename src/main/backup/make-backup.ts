import { join } from 'node:path'
import type { Clock } from '#domain/shared/time.ts'
import { ArchiveProblem } from '../archive/archive-problem.ts'
import { draftItems, journalItems, manifestItem, SOURCE, sweep } from '../archive/library-items.ts'
import { replayJournal } from '../archive/replay.ts'
import { openZip } from '../archive/zip-reader.ts'
import { memoryItem, writeZip } from '../archive/zip-writer.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceStreamed } from '../files/replace-streamed.ts'
import { libraryFolder, type LibraryFolder } from '../library/library-folder.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { sumFileOf, sumOfFile, writeKnownSum } from '../library/sum-file.ts'
import { countsOf, type BackupInfo } from './backup-info.ts'
import { newBackupId, parseBackupName, type BackupName, type BackupReason } from './backup-name.ts'
import { outlived } from './retention.ts'

/** What making backups needs from outside. */
export interface BackupHost {
  readonly fs: FileSystem
  readonly clock: Clock
  readonly appVersion: string
}

/** Told what is being done and how much of it, 0 to 1. */
export type BackupProgress = (step: string, share: number) => void

/** The folder of a library's backups. */
export function backupsFolder(root: string): string {
  return join(root, 'backups')
}

/** The backups in a library's folder by what their names say, the latest first. */
export async function backupNames(fs: FileSystem, root: string): Promise<BackupName[]> {
  const names = (await fs.list(backupsFolder(root))).flatMap((name) => parseBackupName(name) ?? [])
  return names.sort((a, b) => (a.id < b.id ? 1 : -1))
}

/**
 * Makes a backup of what is durable now, reads it again as a whole, and only then gives it its name. Afterwards
 * backups that have had their time are removed. The library can be worked on meanwhile: nothing here takes its
 * queue.
 *
 * A backup holds the manifest, the journal and the drafts: everything that anyone has ever written. It names the
 * sources by hash and does not hold them: Pacta never removes or changes one, and two dozen copies of every
 * original on the same disk would protect against nothing more. An export holds them.
 *
 * @throws ArchiveProblem `damaged` when what was read again is not what was written, and the system's errors. There
 * is then one backup fewer than hoped for, and nothing else is changed.
 */
export async function makeBackup(
  host: BackupHost,
  library: Pick<OpenLibrary, 'root' | 'headSeq' | 'state' | 'manifest' | 'withoutUpkeep'>,
  reason: BackupReason,
  onProgress: BackupProgress = () => undefined,
): Promise<string> {
  return library.withoutUpkeep(() => writeBackup(host, library, reason, onProgress))
}

async function writeBackup(
  host: BackupHost,
  library: Pick<OpenLibrary, 'root' | 'headSeq' | 'state' | 'manifest'>,
  reason: BackupReason,
  onProgress: BackupProgress,
): Promise<string> {
  const { fs, clock } = host
  const folder = libraryFolder(library.root)
  const backups = backupsFolder(library.root)
  const { headSeq } = library
  const at = clock.now()
  const info: BackupInfo = {
    format: 1,
    libraryId: library.manifest.libraryId,
    at,
    reason,
    headSeq,
    appVersion: host.appVersion,
    counts: await countsOf(library.state),
    sources: await sourcesIn(fs, folder),
  }
  await fs.makeFolder(backups)
  await sweep(fs, backups)
  const items = [
    memoryItem('backup.json', Buffer.from(`${JSON.stringify(info, null, 2)}\n`)),
    await manifestItem(fs, folder),
    ...(await journalItems(fs, folder, headSeq)),
    ...(await draftItems(fs, folder)),
  ]
  const bytes = items.reduce((sum, item) => sum + item.size, 0)
  const id = newBackupId(at, reason, new Set((await backupNames(fs, library.root)).map((name) => name.id)))
  const path = join(backups, `${id}.zip`)
  try {
    await replaceStreamed(
      fs,
      path,
      (file) => writeZip(file, items, new Date(at), (read) => onProgress('Packing', (0.5 * read) / bytes)),
      async (temporary) => {
        await check(fs, temporary, headSeq, (share) => onProgress('Reading it again', 0.5 + share / 2))
        // A zip has bytes that its own checksums do not cover.
        await writeKnownSum(fs, path, await sumOfFile(fs, temporary))
      },
    )
  } catch (error) {
    await fs.remove(sumFileOf(path)).catch(() => undefined)
    throw error
  }
  for (const old of outlived(await backupNames(fs, library.root))) {
    const outdated = join(backups, `${old.id}.zip`)
    // A backup that cannot be removed is a backup too many; that is no error.
    await fs.remove(outdated).catch(() => undefined)
    await fs.remove(sumFileOf(outdated)).catch(() => undefined)
  }
  return id
}

/** Reads every byte again: checksums, and the journal's records from the first to the last. */
async function check(
  fs: FileSystem,
  path: string,
  headSeq: number,
  onShare: (share: number) => void,
): Promise<void> {
  const archive = await openZip(fs, path)
  try {
    const replayed = await replayJournal(archive, onShare)
    if (replayed.headSeq !== headSeq) throw new ArchiveProblem('damaged', 'journal')
    for (const [name, entry] of archive.entries) {
      if (name.startsWith('journal/')) continue
      for await (const _ of entry.chunks());
    }
  } finally {
    await archive.close()
  }
}

async function sourcesIn(fs: FileSystem, folder: LibraryFolder): Promise<BackupInfo['sources']> {
  const names = (await fs.list(folder.sources)).filter((name) => SOURCE.test(name))
  return Promise.all(
    names.map(async (hash) => ({ hash, bytes: (await fs.stat(join(folder.sources, hash)))?.size ?? 0 })),
  )
}
