import { dirname } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { FileSystem } from '../files/file-system.ts'

/**
 * Makes sure that a disk has room for what is about to be written in a folder, which need not be there yet. A system
 * that does not say how much is free is trusted; the writing then fails cleanly when the disk is full.
 *
 * @throws PactaError `disk-space` with the name of what is to be written.
 */
export async function requireFree(
  fs: Pick<FileSystem, 'freeBytes'>,
  folder: string,
  name: string,
  needed: number,
): Promise<void> {
  const free = (await fs.freeBytes(folder)) ?? (await fs.freeBytes(dirname(folder)))
  if (free === undefined || free >= needed) return
  throw new PactaError('disk-space', { name, free: megabytes(free), needed: megabytes(needed) })
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
