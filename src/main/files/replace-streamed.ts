import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'
import { renamePatiently, TEMPORARY_PREFIX } from './replace-file.ts'

/**
 * Replaces a file as a whole with bytes that are too many to hold in memory. `write` appends them to a temporary
 * file, which is synced; `check` then reads it again by its path; only then does it take the file's name. When
 * anything fails the temporary file is removed, what stood there stands, and the error is thrown.
 */
export async function replaceStreamed(
  fs: FileSystem,
  path: string,
  write: (file: Pick<OpenFile, 'append'>) => Promise<void>,
  check: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(
    dirname(path),
    `${TEMPORARY_PREFIX}${basename(path)}.${randomBytes(6).toString('hex')}`,
  )
  try {
    const file = await fs.open(temporary, 'new')
    try {
      await write(file)
      await file.datasync()
    } finally {
      await file.close()
    }
    await check(temporary)
    await renamePatiently(fs, temporary, path)
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined)
    throw error
  }
  await fs.syncFolder(dirname(path))
}
