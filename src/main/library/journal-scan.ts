import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem } from '../files/file-system.ts'
import { decodeLine } from './record-codec.ts'

/** Where a record stands. */
export interface RecordPlace {
  /** Index into the list of segments. */
  readonly segment: number
  /** Byte offset of its line in the segment. */
  readonly start: number
  /** Bytes of its line, without the line feed. */
  readonly length: number
}

/** What was found on reading a journal. */
export interface JournalScan {
  readonly segments: readonly string[]
  /** Byte length of the last segment up to and with its last good record. */
  readonly goodBytes: number
  /** Bytes after that: a record whose writing was cut short. Never acknowledged to anyone. */
  readonly tornBytes: number
  /** `places[i]` is where record `i + 1` stands. */
  readonly places: RecordPlace[]
}

/** The name of a segment: `000001.jsonl`. */
export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`
}

const SEGMENT = /^\d{6}\.jsonl$/

/**
 * Reads a whole journal in order and checks every line: its checksum, and that its number is the next one. An
 * unfinished line at the very end is the trace of a write that was cut short; anything else that does not fit is
 * damage, and nothing is changed on disk by finding it. A record that `visit` cannot take is damage too.
 *
 * @throws PactaError `library-damaged` with file and byte; `library-newer` when a line is whole but not of this
 * version's vocabulary.
 */
export async function scanJournal(
  fs: FileSystem,
  folder: string,
  libraryName: string,
  visit: (record: JournalRecord) => void,
): Promise<JournalScan> {
  const segments = (await fs.list(folder)).filter((name) => SEGMENT.test(name))
  const places: RecordPlace[] = []
  let goodBytes = 0
  let tornBytes = 0
  for (const [segment, name] of segments.entries()) {
    const bytes = await fs.readFile(join(folder, name))
    const damaged = (byte: number, cause?: unknown): PactaError =>
      new PactaError('library-damaged', { name: libraryName, file: `journal/${name}`, byte }, { cause })
    if (name !== segmentName(segment + 1)) throw damaged(0)
    let start = 0
    for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, start)) {
      const decoded = decodeLine(bytes.subarray(start, feed))
      if (!decoded.ok && decoded.reason === 'unknown')
        throw new PactaError('library-newer', { name: libraryName })
      if (!decoded.ok || decoded.record.seq !== places.length + 1) throw damaged(start)
      try {
        visit(decoded.record)
      } catch (error) {
        throw damaged(start, error)
      }
      places.push({ segment, start, length: feed - start })
      start = feed + 1
    }
    goodBytes = start
    tornBytes = bytes.length - start
    if (tornBytes > 0 && segment < segments.length - 1) throw damaged(start)
  }
  return { segments, goodBytes, tornBytes, places }
}
