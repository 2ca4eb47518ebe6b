import { PactaError } from '#contract/errors.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem } from '../files/file-system.ts'
import { decodeLine, seqOfLine } from './record-codec.ts'
import { hasSpoiltEnd, linesOf, listSegments, readSegment, segmentName, type Segment } from './segments.ts'
import { isUnwritten } from './torn-tail.ts'

/** Where a record stands in its segment, in bytes of the unpacked segment, without the line feed. */
export interface RecordPlace {
  readonly start: number
  readonly length: number
}

/** Where the records of a segment stand, by their numbers. */
export type SegmentIndex = Map<number, RecordPlace>

/** What was found on reading a journal. */
export interface JournalScan {
  readonly segments: readonly Segment[]
  /** Number of the last record that could be taken. */
  readonly headSeq: number
  /** Byte length of the last segment up to and with its last good record. */
  readonly goodBytes: number
  /** Bytes after that: a record whose writing was cut short. Never acknowledged to anyone. */
  readonly tornBytes: number
  /** Whether these look finished, and only what is missing in them shows that they are not. See `isUnwritten`. */
  readonly isTailUnwritten: boolean
  /** Places in the last segment; empty when there is none. */
  readonly lastIndex: SegmentIndex
  /**
   * Why not everything could be read: `library-damaged` with file and byte, or `library-newer`. The journal must
   * then not be written.
   */
  readonly problem?: PactaError
}

/**
 * Reads the journal after the record numbered `after` (what a snapshot covers) and hands each record to `visit`.
 * Of the segment that holds `after` the checksums before it are checked too; older segments are not opened.
 *
 * An unfinished line at the very end is the trace of a write that was cut short, and so is one with pages that never
 * reached the disk. Anything else that does not fit is
 * a problem: a bad checksum, a missing record, a record that `visit` cannot take. The reading then stops at the last
 * record before it. Nothing is changed on disk.
 */
export async function scanJournal(
  fs: FileSystem,
  folder: string,
  libraryName: string,
  after: number,
  visit: (record: JournalRecord) => void,
): Promise<JournalScan> {
  let problem: PactaError | undefined
  const segments = await listSegments(fs, folder).catch((cause: unknown) => {
    problem = new PactaError('library-unreadable', { name: libraryName, file: 'journal' }, { cause })
    return []
  })
  // None when the first segment has been taken away: that is a gap before the first record.
  const from = segments.findLastIndex((segment) => segment.firstSeq <= Math.max(1, after))
  let headSeq = (segments[from]?.firstSeq ?? 1) - 1
  let goodBytes = 0
  let tornBytes = 0
  let isTailUnwritten = false
  let lastIndex: SegmentIndex = new Map()
  let isStopped = false
  // A loss among what the snapshot covers is told of, but stops nothing: the state has it.
  const lost = (error: PactaError, seq = headSeq + 1): void => {
    problem ??= error
    isStopped = seq > after
  }

  for (const segment of segments.slice(Math.max(0, from))) {
    const damaged = (byte: number, cause?: unknown): PactaError => damage(libraryName, segment, byte, cause)
    if (segment.firstSeq !== headSeq + 1) {
      const missing = headSeq === 0 ? { ...segment, name: segmentName(1) } : segment
      lost(damage(libraryName, missing, 0), segment.firstSeq - 1)
      if (isStopped) break
      headSeq = segment.firstSeq - 1
    }
    const read = await readSegment(fs, folder, segment).catch((cause: unknown) => ({ cause }))
    if ('cause' in read) {
      const details = { name: libraryName, file: `journal/${segment.name}` }
      problem ??= new PactaError('library-unreadable', details, { cause: read.cause })
      break
    }
    const { bytes, isWhole } = read
    // A packed segment is never written again, and never cut.
    const isLast = segment === segments.at(-1) && !segment.isPacked
    lastIndex = new Map()
    goodBytes = 0
    tornBytes = 0
    for (const { start, end, isFinished } of linesOf(bytes)) {
      if (!isFinished) {
        const isTorn = isLast && !hasSpoiltEnd(bytes.subarray(start, end))
        if (isTorn) tornBytes = end - start
        else lost(damaged(start))
        break
      }
      const taken = take(bytes.subarray(start, end), headSeq + 1, after, visit)
      if (typeof taken === 'number') {
        if (taken !== headSeq + 1) lost(damaged(start), taken - 1)
        headSeq = taken
        lastIndex.set(taken, { start, length: end - start })
        goodBytes = end + 1
      } else if (taken.isSpoilt && isLast && headSeq >= after && isUnwritten(bytes, start)) {
        tornBytes = bytes.length - start
        isTailUnwritten = true
        break
      } else {
        lost(taken.isNewer ? newer(libraryName) : damaged(start, taken.cause))
      }
      if (isStopped) break
    }
    if (!isWhole && !isStopped) lost(damaged(bytes.length))
    if (isStopped) break
  }
  if (headSeq < after) {
    const last = segments.at(-1) ?? { firstSeq: 1, name: segmentName(1), isPacked: false }
    lost(damage(libraryName, last, goodBytes))
    headSeq = after
  }
  const found = { segments, headSeq, goodBytes, tornBytes, isTailUnwritten, lastIndex }
  return problem ? { ...found, problem } : found
}

/** The number of the line's record once it is taken, or why it cannot be. */
function take(
  line: Uint8Array,
  expected: number,
  after: number,
  visit: (record: JournalRecord) => void,
): number | { readonly isNewer: boolean; readonly isSpoilt?: boolean; readonly cause?: unknown } {
  const covered = seqOfLine(line)
  // What a snapshot covers is in the state already; a record lost before it does not stop the reading.
  if (covered !== undefined && covered <= after) return covered >= expected ? covered : { isNewer: false }
  const decoded = decodeLine(line)
  if (!decoded.ok) {
    return { isNewer: decoded.reason === 'unknown', isSpoilt: decoded.reason === 'checksum' }
  }
  const { record } = decoded
  if (record.seq !== Math.max(expected, after + 1)) return { isNewer: false }
  try {
    visit(record)
  } catch (cause) {
    return { isNewer: false, cause }
  }
  return record.seq
}

function damage(libraryName: string, segment: Segment, byte: number, cause?: unknown): PactaError {
  return new PactaError(
    'library-damaged',
    { name: libraryName, file: `journal/${segment.name}`, byte },
    { cause },
  )
}

function newer(libraryName: string): PactaError {
  return new PactaError('library-newer', { name: libraryName })
}
