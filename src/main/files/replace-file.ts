import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCode, type FileSystem } from './file-system.ts'

/** Virus scanners and indexers on Windows hold a new file for a moment; these refusals pass. */
const PASSING = new Set(['EBUSY', 'EPERM', 'EACCES'])
const WAITS_MS = [10, 50, 200]

/**
 * Replaces a file as a whole: whoever opens it, at any moment and after any crash, finds the old bytes or the new
 * ones, never a mixture and never nothing. Returns when the new bytes are durable.
 *
 * A temporary file beside it is written, synced and renamed over it, and the folder is synced. When anything
 * fails the temporary file is removed, the old file stands, and the error is thrown.
 */
export async function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(
    dirname(path),
    `${TEMPORARY_PREFIX}${basename(path)}.${randomBytes(6).toString('hex')}`,
  )
  try {
    const file = await fs.open(temporary, 'new')
    try {
      await file.append(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await renamePatiently(fs, temporary, path)
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined)
    throw error
  }
  await fs.syncFolder(dirname(path))
}

/** Names of files that `replaceFile` left when the machine stopped in the middle of it; safe to remove. */
export const TEMPORARY_PREFIX = '.pacta-tmp-'

/** Renames, waiting for virus scanners and indexers to let a new file go. */
export async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      return await fs.rename(from, to)
    } catch (error) {
      if (wait === undefined || !PASSING.has(systemCode(error) ?? '')) throw error
      await sleep(wait)
    }
  }
}
