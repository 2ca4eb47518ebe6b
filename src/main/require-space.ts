import type { FileSystem } from './files/file-system.ts'
import { requireFree } from './library/free-space.ts'

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
  await requireFree(fs, root, file.name, file.bytes.length * BYTES_PER_BYTE + RESERVE_BYTES)
}
