import { PactaError } from '#contract/errors.ts'
import { restoreState } from '#domain/history/restore-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import { makePause } from '../archive/pause.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { makeBackup, type BackupHost, type BackupProgress } from './make-backup.ts'
import type { OpenedBackup } from './open-backup.ts'

/**
 * Makes the library what it was when a backup was made. Nothing is deleted: the difference is one record in the
 * journal, so that one undo takes it back, what has come since goes to the trash, and the present state is in a
 * backup of its own before anything changes. The epoch is raised first: every projection is then built anew, even
 * when the program is stopped in between.
 *
 * @returns whether anything had to be changed.
 * @throws PactaError `backup-failed` when the present state could not be backed up; or as `commit`.
 */
export async function restoreBackup(
  host: BackupHost,
  library: OpenLibrary,
  backup: OpenedBackup,
  by: string,
  onProgress: BackupProgress = () => undefined,
): Promise<boolean> {
  await makeBackup(host, library, 'before-restore', (step, share) => onProgress(step, share / 2)).catch(
    (cause: unknown) => {
      throw new PactaError('backup-failed', { reason: backupReason(cause) }, { cause })
    },
  )
  onProgress('Restoring', 0.6)
  const operations: Operation[] = []
  const pause = makePause()
  for (const some of restoreState(backup.state, library.state, { name: by, at: host.clock.now() })) {
    operations.push(...some)
    await pause()
  }
  if (operations.length === 0) return false
  await library.changeManifest({ epoch: library.manifest.epoch + 1 })
  await library.commit({ action: 'backup.restore', operations }, by)
  return true
}

/** Why no backup could be made, as the end of a sentence. */
export function backupReason(error: unknown): string {
  if (error instanceof PactaError && error.code === 'cancelled') return 'it was cancelled'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'Pacta may not write in the folder'
  return 'what was written could not be read again'
}
