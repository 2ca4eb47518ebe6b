import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCode, type FileSystem, type OpenFile } from './file-system.ts'

/** Virus scanners and indexers on Windows hold a new file for a moment; these refusals pass. */
const PASSING = new Set(['EBUSY', 'EPERM', 'EACCES'])
const WAITS_MS = [10, 50, 200]

/**
 * Replaces a file as a whole: whoever opens it, at any moment and after any crash, finds the old bytes or the new
 * ones, never a mixture and never nothing. Returns when the new bytes are durable.
 *
 * A temporary file beside it is written, synced and renamed over it, and the folder is synced. When anything
 * fails the temporary file is removed, the old file stands, and the error is thrown. Who may read and write the file
 * stays as it was, and a link to a file goes on being one.
 */
export async function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await replaceWith(
    fs,
    path,
    (file) => file.append(bytes),
    () => Promise.resolve(),
  )
}

/** As `replaceFile`; `write` gives the bytes, and `check` looks at them on the disk before they take the file's name. */
export async function replaceWith(
  fs: FileSystem,
  path: string,
  write: (file: Pick<OpenFile, 'append'>) => Promise<void>,
  check: (temporary: string) => Promise<void>,
): Promise<void> {
  const before = await fs.stat(path)
  const target = before ? await fs.realPath(path) : path
  const temporary = join(
    dirname(target),
    `${TEMPORARY_PREFIX}${basename(target)}.${randomBytes(6).toString('hex')}`,
  )
  try {
    const file = await fs.open(temporary, 'new')
    try {
      // A disk that knows no such thing is no reason not to save.
      if (before) await fs.setMode(temporary, before.mode).catch(() => undefined)
      await write(file)
      await file.datasync()
    } finally {
      await file.close()
    }
    await check(temporary)
    await renamePatiently(fs, temporary, target)
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined)
    throw error
  }
  await fs.syncFolder(dirname(target))
}

/** Names of files that `replaceFile` left when the machine stopped in the middle of it; safe to remove. */
export const TEMPORARY_PREFIX = '.pacta-tmp-'

/** Renames, waiting for virus scanners and indexers to let a new file go. */
export function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  return patiently(() => fs.rename(from, to))
}

/** Does something that a virus scanner or an indexer may refuse for a moment. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await work()
    } catch (error) {
      if (!PASSING.has(systemCode(error) ?? '')) throw error
      await sleep(wait)
    }
  }
  return work()
}
