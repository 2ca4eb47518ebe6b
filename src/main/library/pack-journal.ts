import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { sumFileOf, writeSum } from './sum-file.ts'
import { inflate, listSegments, packedName } from './segments.ts'

const compress = promisify(gzip)

/**
 * Packs the journal's segments that hold nothing after the record numbered `upTo`. Nothing of the history is given
 * up: the plain file goes only when the packed one has been read again and holds the same bytes.
 */
export async function packJournal(fs: FileSystem, folder: string, upTo: number): Promise<void> {
  const segments = await listSegments(fs, folder)
  for (const [i, segment] of segments.entries()) {
    const next = segments[i + 1]
    if (!next || next.firstSeq > upTo + 1 || segment.isPacked) continue
    const plain = join(folder, segment.name)
    const packed = join(folder, packedName(segment.firstSeq))
    const bytes = await fs.readFile(plain)
    const small = await compress(bytes)
    await replaceFile(fs, packed, small)
    await writeSum(fs, packed, small)
    const { bytes: again, isWhole } = await inflate(await fs.readFile(packed))
    if (!isWhole || !again.equals(bytes)) {
      await fs.remove(packed)
      await fs.remove(sumFileOf(packed))
      throw new Error(`${packedName(segment.firstSeq)} was not written as it should be`)
    }
    await fs.remove(plain)
    await fs.syncFolder(folder)
  }
}
