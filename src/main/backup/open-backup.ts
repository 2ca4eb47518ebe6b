import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { ArchiveProblem } from '../archive/archive-problem.ts'
import { replayJournal } from '../archive/replay.ts'
import { openZip, type ZipArchive } from '../archive/zip-reader.ts'
import type { FileSystem } from '../files/file-system.ts'
import { libraryFolder } from '../library/library-folder.ts'
import { backupInfo, type BackupInfo } from './backup-info.ts'
import { parseBackupId, type BackupName } from './backup-name.ts'
import { backupNames, backupsFolder } from './make-backup.ts'

const LARGEST_INFO = 64 * 1024 * 1024

/** A backup in the list. */
export interface ListedBackup extends BackupName {
  readonly bytes: number
  /** What it says about itself; absent when it cannot be read. */
  readonly info?: BackupInfo
}

/** The backups of a library, the latest first. One that cannot be read is listed without more. */
export async function listBackups(fs: FileSystem, root: string): Promise<ListedBackup[]> {
  const listed: ListedBackup[] = []
  for (const name of await backupNames(fs, root)) {
    const path = join(backupsFolder(root), `${name.id}.zip`)
    const bytes = (await fs.stat(path))?.size ?? 0
    const info = await withBackup(fs, path, readInfo).catch(() => undefined)
    listed.push({ ...name, bytes, ...(info ? { info } : {}) })
  }
  return listed
}

/** A backup that has been looked into. */
export interface OpenedBackup {
  readonly info: BackupInfo
  readonly state: LibraryState
  /** Sources that it names and the library's folder has no longer. */
  readonly missingSources: readonly string[]
}

/**
 * Reads a backup as a whole.
 *
 * @throws PactaError `backup-unfit` when it is missing, damaged or of another library; `invalid-request` for an id
 * that is none.
 */
export async function openBackup(
  fs: FileSystem,
  library: { readonly root: string; readonly manifest: { readonly libraryId: string } },
  id: string,
  onShare: (share: number) => void = () => undefined,
): Promise<OpenedBackup> {
  const name = parseBackupId(id)
  if (!name) throw new PactaError('invalid-request')
  const path = join(backupsFolder(library.root), `${id}.zip`)
  try {
    return await withBackup(fs, path, async (archive) => {
      const info = await readInfo(archive)
      if (info.libraryId !== library.manifest.libraryId) throw new ArchiveProblem('not-pacta')
      const { state, headSeq } = await replayJournal(archive, onShare)
      if (headSeq !== info.headSeq) throw new ArchiveProblem('damaged', 'journal')
      const { sources } = libraryFolder(library.root)
      const held = new Set(await fs.list(sources))
      const missing = info.sources.map(({ hash }) => hash).filter((hash) => !held.has(hash))
      return { info, state, missingSources: missing }
    })
  } catch (error) {
    const reason = error instanceof ArchiveProblem ? error.words : 'it is not there any more'
    throw new PactaError('backup-unfit', { name: name.at.slice(0, 10), reason }, { cause: error })
  }
}

async function withBackup<T>(
  fs: FileSystem,
  path: string,
  work: (archive: ZipArchive) => Promise<T>,
): Promise<T> {
  const archive = await openZip(fs, path)
  try {
    return await work(archive)
  } finally {
    await archive.close()
  }
}

async function readInfo(archive: ZipArchive): Promise<BackupInfo> {
  const bytes = await archive.read('backup.json', LARGEST_INFO)
  try {
    return backupInfo.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw new ArchiveProblem('damaged', 'backup.json', { cause })
  }
}
