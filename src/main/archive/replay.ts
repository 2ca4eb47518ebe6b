import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { applyOperations } from '#domain/library/apply.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { decodeLine } from '../library/record-codec.ts'
import { ArchiveProblem } from './archive-problem.ts'
import { segmentsInOrder } from './library-items.ts'
import { makePause } from './pause.ts'
import type { ZipArchive } from './zip-reader.ts'

const LARGEST_SEGMENT = 512 * 1024 * 1024
const unpack = promisify(gunzip)

/** What a journal in an archive says. */
export interface Replayed {
  readonly state: LibraryState
  /** Number of its last record. */
  readonly headSeq: number
}

/**
 * Replays the journal in an archive from its first record to its last, checking every line and the chain of
 * numbers. Other work gets its turn in between.
 *
 * @throws ArchiveProblem `damaged` with the segment; `newer` when a record is not of this version's vocabulary.
 */
export async function replayJournal(
  archive: ZipArchive,
  onShare: (share: number) => void = () => undefined,
): Promise<Replayed> {
  const state = new LibraryState()
  const pause = makePause()
  const prefix = 'journal/'
  const inside = [...archive.entries.keys()].filter((name) => name.startsWith(prefix))
  const names = segmentsInOrder(inside.map((name) => name.slice(prefix.length)))
  let headSeq = 0
  for (const [i, segment] of names.entries()) {
    const name = prefix + segment
    const bytes = await segmentBytes(archive, name)
    let start = 0
    for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, start)) {
      const decoded = decodeLine(bytes.subarray(start, feed))
      if (!decoded.ok) throw new ArchiveProblem(decoded.reason === 'unknown' ? 'newer' : 'damaged', name)
      if (decoded.record.seq !== headSeq + 1) throw new ArchiveProblem('damaged', name)
      try {
        applyOperations(state, decoded.record.operations)
      } catch (cause) {
        throw new ArchiveProblem('damaged', name, { cause })
      }
      headSeq++
      start = feed + 1
      await pause()
    }
    if (start < bytes.length) throw new ArchiveProblem('damaged', name)
    onShare((i + 1) / names.length)
  }
  return { state, headSeq }
}

async function segmentBytes(archive: ZipArchive, name: string): Promise<Buffer> {
  const bytes = await archive.read(name)
  if (!name.endsWith('.gz')) return bytes
  try {
    return await unpack(bytes, { maxOutputLength: LARGEST_SEGMENT })
  } catch (cause) {
    throw new ArchiveProblem('damaged', name, { cause })
  }
}
