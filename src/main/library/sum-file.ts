import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'

/** How the names of files that hold the SHA-256 of another end. */
export const SUM_ENDING = '.sha256'

/** The file beside another that holds its SHA-256. */
export function sumFileOf(path: string): string {
  return `${path}${SUM_ENDING}`
}

/** Writes the sum of some bytes beside the file that holds them, as `sha256sum -c` reads it. */
export async function writeSum(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(fs, sumFileOf(path), Buffer.from(sumLine(path, bytes)))
}

/** Whether bytes are those whose sum stands beside the file; nothing when no sum stands there. */
export async function fitsSum(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean | undefined> {
  const sum = await fs.readFile(sumFileOf(path)).catch(() => undefined)
  return sum && Buffer.from(sum).toString('utf8') === sumLine(path, bytes)
}

function sumLine(path: string, bytes: Uint8Array): string {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${basename(path)}\n`
}
