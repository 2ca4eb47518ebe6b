import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { checksum } from './record-codec.ts'
import { segmentName } from './segments.ts'

/** The file in the journal's folder that says which of its files was begun last. */
export const BEGUN = 'begun'

/** The number of the first record of the segment begun last; nothing when no file says so, or it is damaged. */
export interface Begun {
  readonly firstSeq?: number
  readonly isDamaged: boolean
}

/**
 * Notes that a segment has been begun and its first record is durable: should the segment be lost, it is missed. Without
 * the note nothing else may tell of the last one, because it leaves no gap.
 */
export async function noteBegun(fs: FileSystem, folder: string, firstSeq: number): Promise<void> {
  await replaceFile(fs, join(folder, BEGUN), lineOf(firstSeq))
}

/** Reads the note. Libraries from before there was one have none. */
export async function readBegun(fs: FileSystem, folder: string): Promise<Begun> {
  const path = join(folder, BEGUN)
  if (!(await fs.stat(path))) return { isDamaged: false }
  const bytes = Buffer.from(await fs.readFile(path))
  const firstSeq = Number(/"firstSeq":(\d{1,15})/.exec(bytes.toString('utf8'))?.[1])
  return bytes.equals(lineOf(firstSeq)) ? { firstSeq, isDamaged: false } : { isDamaged: true }
}

/** The damage when a journal that ends at a record has lost the segment that was begun last. */
export function missingBegun({ firstSeq = 0 }: Begun, headSeq: number, name: string): PactaError | undefined {
  if (headSeq >= firstSeq) return undefined
  return new PactaError('library-damaged', { name, file: `journal/${segmentName(firstSeq)}`, byte: 0 })
}

/** In the form of the journal's own lines. */
function lineOf(firstSeq: number): Buffer {
  const json = JSON.stringify({ firstSeq })
  return Buffer.from(`${checksum(Buffer.from(json))} ${json}\n`)
}
