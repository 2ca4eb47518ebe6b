import { PactaError } from '#contract/errors.ts'
import type { FileSystem } from './files/file-system.ts'

/** What an import writes, at most, for each byte of the file: the original, its words, its structure, the journal. */
const BYTES_PER_BYTE = 4
/** What must stay free beside it, for the work of the day. */
const RESERVE_BYTES = 1024 * 1024

/**
 * Makes sure that a file fits on a library's disk before anything of it is written. A system that does not say how
 * much is free is trusted; the import then fails cleanly when the disk is full.
 *
 * @throws PactaError `disk-space`.
 */
export async function requireSpace(
  fs: Pick<FileSystem, 'freeBytes'>,
  root: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const free = await fs.freeBytes(root)
  const needed = file.bytes.length * BYTES_PER_BYTE + RESERVE_BYTES
  if (free === undefined || free >= needed) return
  throw new PactaError('disk-space', { name: file.name, free: megabytes(free), needed: megabytes(needed) })
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
