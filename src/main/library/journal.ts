import { join } from 'node:path'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem, OpenFile } from '../files/file-system.ts'
import { scanJournal, segmentName, type RecordPlace } from './journal-scan.ts'
import { decodeLine, encodeRecord } from './record-codec.ts'

/** A segment that has reached this many bytes is followed by a new one. */
const SEGMENT_BYTES = 8 * 1024 * 1024

/** The append-only truth of a library: records numbered from 1, each checksummed, durable once appended. */
export interface Journal {
  /** Number of the last record on disk; 0 when there is none. */
  readonly headSeq: number
  /**
   * Appends records, numbered on from `headSeq`, and returns when they are durable. When it throws, none of them
   * is in the journal and it can be tried again.
   */
  append(records: readonly JournalRecord[]): Promise<void>
  /** Up to `limit` records after the one numbered `after`. */
  read(after: number, limit: number): Promise<JournalRecord[]>
  close(): Promise<void>
}

/** What opening found besides the records. */
export interface JournalOpening {
  readonly journal: Journal
  /** Bytes of an unfinished last write that were cut off. */
  readonly tornBytes: number
}

/**
 * Opens the journal in a folder, handing every record to `visit` in order.
 *
 * @throws PactaError `library-damaged` or `library-newer`; the folder is then unchanged.
 */
export async function openJournal(
  fs: FileSystem,
  folder: string,
  libraryName: string,
  visit: (record: JournalRecord) => void,
  segmentBytes = SEGMENT_BYTES,
): Promise<JournalOpening> {
  const scan = await scanJournal(fs, folder, libraryName, visit)
  const journal = new SegmentedJournal(
    fs,
    folder,
    [...scan.segments],
    scan.places,
    scan.goodBytes,
    segmentBytes,
  )
  if (scan.tornBytes > 0) await journal.cutTail()
  return { journal, tornBytes: scan.tornBytes }
}

class SegmentedJournal implements Journal {
  readonly #fs: FileSystem
  readonly #folder: string
  readonly #segments: string[]
  readonly #places: RecordPlace[]
  readonly #segmentBytes: number
  /** Bytes of the last segment that hold whole, durable records. */
  #goodBytes: number
  #file: OpenFile | undefined
  /** True when a failed write may have left bytes after `#goodBytes`. */
  #dirty = false

  constructor(
    fs: FileSystem,
    folder: string,
    segments: string[],
    places: RecordPlace[],
    goodBytes: number,
    segmentBytes: number,
  ) {
    this.#segmentBytes = segmentBytes
    this.#fs = fs
    this.#folder = folder
    this.#segments = segments
    this.#places = places
    this.#goodBytes = goodBytes
  }

  get headSeq(): number {
    return this.#places.length
  }

  async append(records: readonly JournalRecord[]): Promise<void> {
    if (this.#dirty) await this.cutTail()
    const file = await this.#writable()
    const lines = records.map(encodeRecord)
    this.#dirty = true
    try {
      await file.append(Buffer.concat(lines))
      await file.datasync()
    } catch (error) {
      await this.#abandon()
      throw error
    }
    this.#dirty = false
    for (const line of lines) {
      this.#places.push({
        segment: this.#segments.length - 1,
        start: this.#goodBytes,
        length: line.length - 1,
      })
      this.#goodBytes += line.length
    }
  }

  /** Removes whatever stands after the last good record of the last segment. */
  async cutTail(): Promise<void> {
    const file = await this.#current()
    await file.truncate(this.#goodBytes)
    await file.datasync()
    this.#dirty = false
  }

  async read(after: number, limit: number): Promise<JournalRecord[]> {
    const wanted = this.#places.slice(after, after + limit)
    const records: JournalRecord[] = []
    for (const segment of new Set(wanted.map((place) => place.segment))) {
      const inSegment = wanted.filter((place) => place.segment === segment)
      const [first, last] = [inSegment[0], inSegment.at(-1)]
      if (!first || !last) continue
      const bytes = await this.#readRange(segment, first.start, last.start + last.length)
      for (const place of inSegment) {
        const from = place.start - first.start
        const decoded = decodeLine(bytes.subarray(from, from + place.length))
        if (!decoded.ok) throw new Error(`Journal line at ${place.start} was good and is not any more`)
        records.push(decoded.record)
      }
    }
    return records
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #readRange(segment: number, start: number, end: number): Promise<Uint8Array> {
    const file = await this.#fs.open(join(this.#folder, this.#segments[segment] ?? ''), 'read')
    try {
      return await file.read(start, end - start)
    } finally {
      await file.close()
    }
  }

  /** The last segment, or a new one when there is none or it is full. */
  async #writable(): Promise<OpenFile> {
    if (this.#segments.length > 0 && this.#goodBytes < this.#segmentBytes) return this.#current()
    const name = segmentName(this.#segments.length + 1)
    const file = await this.#fs.open(join(this.#folder, name), 'append')
    try {
      await this.#fs.syncFolder(this.#folder)
    } catch (error) {
      await file.close()
      throw error
    }
    await this.#file?.close()
    this.#segments.push(name)
    this.#goodBytes = 0
    this.#file = file
    return file
  }

  async #current(): Promise<OpenFile> {
    this.#file ??= await this.#fs.open(join(this.#folder, this.#segments.at(-1) ?? segmentName(1)), 'append')
    return this.#file
  }

  /**
   * After a failed write or sync the handle is given up: the system may have dropped the written pages and will
   * not say so again. The next append opens the file anew and cuts it back to what is known to be good.
   */
  async #abandon(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.truncate(this.#goodBytes).catch(() => undefined)
    await file?.close().catch(() => undefined)
  }
}
