import type { FileSystem, OpenFile } from './file-system.ts'
import { replaceWith } from './replace-file.ts'

/**
 * Replaces a file as a whole with bytes that are too many to hold in memory. `write` appends them to a temporary
 * file, which is synced; `check` then reads it again by its path; only then does it take the file's name. When
 * anything fails the temporary file is removed, what stood there stands, and the error is thrown.
 */
export function replaceStreamed(
  fs: FileSystem,
  path: string,
  write: (file: Pick<OpenFile, 'append'>) => Promise<void>,
  check: (temporary: string) => Promise<void>,
): Promise<void> {
  return replaceWith(fs, path, write, check)
}
