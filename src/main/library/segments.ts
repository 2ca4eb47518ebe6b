import { join } from 'node:path'
import { constants, createGunzip } from 'node:zlib'
import type { FileSystem } from '../files/file-system.ts'
import { seqOfLine } from './record-codec.ts'

/** One file of the journal. It is named after the number of its first record, so a missing one leaves a gap. */
export interface Segment {
  readonly firstSeq: number
  readonly name: string
  /** Packed with gzip, because everything in it is covered by every snapshot kept. Never written again. */
  readonly isPacked: boolean
}

/** The bytes of a segment, unpacked. */
export interface SegmentBytes {
  readonly bytes: Buffer
  /** False when a packed file cannot be unpacked to its end; `bytes` is then what could be. */
  readonly isWhole: boolean
}

const SEGMENT = /^(\d{6,})\.jsonl(\.gz)?$/

/** The name of the segment that begins with a record: `000001.jsonl`. */
export function segmentName(firstSeq: number): string {
  return `${String(firstSeq).padStart(6, '0')}.jsonl`
}

/** The name of the same segment packed. */
export function packedName(firstSeq: number): string {
  return `${segmentName(firstSeq)}.gz`
}

/**
 * The segments in a folder, in order. Where a segment stands both plain and packed, its packing was interrupted:
 * the plain one counts.
 */
export async function listSegments(fs: FileSystem, folder: string): Promise<Segment[]> {
  const bySeq = new Map<number, Segment>()
  for (const name of await fs.list(folder)) {
    const match = SEGMENT.exec(name)
    if (!match) continue
    const firstSeq = Number(match[1])
    const isPacked = match[2] !== undefined
    if (!isPacked || !bySeq.has(firstSeq)) bySeq.set(firstSeq, { firstSeq, name, isPacked })
  }
  return [...bySeq.values()].sort((a, b) => a.firstSeq - b.firstSeq)
}

/** Reads a segment, unpacking as much as can be unpacked. */
export async function readSegment(fs: FileSystem, folder: string, segment: Segment): Promise<SegmentBytes> {
  const bytes = Buffer.from(await fs.readFile(join(folder, segment.name)))
  return segment.isPacked ? inflate(bytes) : { bytes, isWhole: true }
}

/** Unpacks gzip; what comes before a damaged place is given all the same. */
export function inflate(packed: Uint8Array): Promise<SegmentBytes> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const gunzip = createGunzip({ finishFlush: constants.Z_FINISH, chunkSize: 256 * 1024 })
    const finish = (isWhole: boolean): void => resolve({ bytes: Buffer.concat(chunks), isWhole })
    gunzip.on('data', (chunk: Buffer) => chunks.push(chunk))
    gunzip.on('end', () => finish(true))
    gunzip.on('error', () => finish(false))
    gunzip.end(packed)
  })
}

/**
 * Whether bytes without a line feed at the end are a whole record whose line feed has become something else. A write
 * that was cut short never looks so.
 */
export function hasSpoiltEnd(tail: Uint8Array): boolean {
  return seqOfLine(tail.subarray(0, -1)) !== undefined
}

/** One line of a segment. Offsets are bytes. */
export interface Line {
  readonly start: number
  /** Where its line feed stands, or the end of the file when it has none. */
  readonly end: number
  /** False for bytes after the last line feed. */
  readonly isFinished: boolean
}

/** The lines of a segment in order. */
export function* linesOf(bytes: Buffer): Generator<Line> {
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start)
    if (feed < 0) {
      yield { start, end: bytes.length, isFinished: false }
      return
    }
    yield { start, end: feed, isFinished: true }
    start = feed + 1
  }
}
