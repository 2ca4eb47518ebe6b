import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'

const CHUNK = 1024 * 1024

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

/** Writes a sum that is known already, of a file that is too large for memory. */
export async function writeKnownSum(fs: FileSystem, path: string, sum: string): Promise<void> {
  await replaceFile(fs, sumFileOf(path), Buffer.from(lineOf(path, sum)))
}

/** As `fitsSum`, for a file that is too large for memory. */
export async function fileFitsSum(fs: FileSystem, path: string): Promise<boolean | undefined> {
  const sum = await fs.readFile(sumFileOf(path)).catch(() => undefined)
  return sum && Buffer.from(sum).toString('utf8') === lineOf(path, await sumOfFile(fs, path))
}

/** The SHA-256 of a file, read bit by bit. */
export async function sumOfFile(fs: FileSystem, path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await fs.open(path, 'read')
  try {
    for (let at = 0; ;) {
      const bytes = await file.read(at, CHUNK)
      if (bytes.length === 0) return hash.digest('hex')
      hash.update(bytes)
      at += bytes.length
    }
  } finally {
    await file.close()
  }
}

function sumLine(path: string, bytes: Uint8Array): string {
  return lineOf(path, createHash('sha256').update(bytes).digest('hex'))
}

function lineOf(path: string, sum: string): string {
  return `${sum}  ${basename(path)}\n`
}
