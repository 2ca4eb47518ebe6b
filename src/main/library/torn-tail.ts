import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { seqOfLine } from './record-codec.ts'
import { linesOf } from './segments.ts'

/** What disks write as one; file systems write some multiple of it. Bytes. */
const SECTOR = 512

/**
 * Whether what stands in the last segment from `start` on is a write that the power ended: disks may keep the last
 * pages of a long record and not the earlier ones, which are then zeros. Nobody was told that such a record is saved.
 * Never so when a good record follows: then everything before it had reached the disk.
 */
export function isUnwritten(bytes: Buffer, start: number): boolean {
  for (const line of linesOf(bytes.subarray(start))) {
    if (seqOfLine(bytes.subarray(start + line.start, start + line.end)) !== undefined) return false
  }
  for (let at = Math.ceil(start / SECTOR) * SECTOR; at + SECTOR <= bytes.length; at += SECTOR) {
    if (bytes.subarray(at, at + SECTOR).every((byte) => byte === 0)) return true
  }
  return false
}

/** Keeps bytes that are taken out of the journal in a file beside it, and returns the file's name. */
export async function keepAside(
  fs: FileSystem,
  folder: string,
  seq: number,
  bytes: Uint8Array,
): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `torn-${seq}${n === 1 ? '' : `-${n}`}.bytes`
    if (await fs.stat(join(folder, name))) continue
    await replaceFile(fs, join(folder, name), bytes)
    return name
  }
}
