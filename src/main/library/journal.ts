import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { systemCode, type FileSystem, type OpenFile } from '../files/file-system.ts'
import { scanJournal, type SegmentIndex } from './journal-scan.ts'
import { decodeLine, encodeRecord, seqOfLine } from './record-codec.ts'
import { linesOf, listSegments, readSegment, segmentName, type Segment } from './segments.ts'

/** A segment that has reached this many bytes is followed by a new one. */
const SEGMENT_BYTES = 8 * 1024 * 1024

/** The append-only truth of a library: records numbered from 1, each checksummed, durable once appended. */
export interface Journal {
  /** Number of the last record; 0 when there is none. */
  readonly headSeq: number
  /** The numbers of the first records of its segments. */
  readonly firstSeqs: readonly number[]
  /**
   * Appends records, numbered on from `headSeq`, and returns when they are durable. When it throws, none of them
   * is in the journal and it can be tried again.
   *
   * @throws PactaError `library-damaged` when, after a failed sync, the file is not as it was left: the journal is
   * then not written any more.
   */
  append(records: readonly JournalRecord[]): Promise<void>
  /** Up to `limit` records after the one numbered `after`; those that cannot be read are left out. */
  read(after: number, limit: number): Promise<JournalRecord[]>
  /** Looks at the folder again after segments have been packed. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** What opening found besides the records. */
export interface JournalOpening {
  readonly journal: Journal
  /** Bytes of an unfinished last write that stand at the end. */
  readonly tornBytes: number
  /** Why the journal must only be read. See `JournalScan`. */
  readonly problem?: PactaError
}

/** How a journal is opened. */
export interface JournalOptions {
  readonly libraryName: string
  /** The last record that is known already, from a snapshot; 0 for none. */
  readonly after: number
  /** Told each record after that one, in order. */
  readonly visit: (record: JournalRecord) => void
  /** Cut off an unfinished last write. Not done where only reading is allowed, or where there is damage. */
  readonly cutTornTail: boolean
  readonly segmentBytes?: number
}

/** Opens the journal in a folder. Damage is not thrown but told: what comes before it can be read. */
export async function openJournal(
  fs: FileSystem,
  folder: string,
  options: JournalOptions,
): Promise<JournalOpening> {
  const { libraryName, after, visit, cutTornTail, segmentBytes = SEGMENT_BYTES } = options
  const scan = await scanJournal(fs, folder, libraryName, after, visit)
  const journal = new SegmentedJournal({ fs, folder, libraryName, segmentBytes }, scan)
  const { tornBytes, problem } = scan
  if (problem) return { journal, tornBytes, problem }
  if (tornBytes > 0 && cutTornTail) await journal.cutTail()
  return { journal, tornBytes }
}

interface Place {
  readonly fs: FileSystem
  readonly folder: string
  readonly libraryName: string
  readonly segmentBytes: number
}

class SegmentedJournal implements Journal {
  readonly #place: Place
  #segments: Segment[]
  /** Where records stand, for the segments that have been looked into. */
  readonly #indexes = new Map<number, SegmentIndex>()
  /** The packed segment that was read last: its neighbours are mostly wanted next. */
  #unpacked: { readonly firstSeq: number; readonly bytes: Buffer } | undefined
  #headSeq: number
  /** Bytes of the last segment that hold whole, durable records. */
  #goodBytes: number
  #file: OpenFile | undefined
  /** True when a failed write may have left bytes after `#goodBytes`, or spoilt those before. */
  #isSuspect = false

  constructor(
    place: Place,
    start: {
      readonly segments: readonly Segment[]
      readonly headSeq: number
      readonly goodBytes: number
      readonly lastIndex: SegmentIndex
      readonly problem?: PactaError
    },
  ) {
    this.#place = place
    this.#segments = [...start.segments]
    this.#headSeq = start.headSeq
    this.#goodBytes = start.goodBytes
    const last = start.segments.at(-1)
    if (last && !start.problem) this.#indexes.set(last.firstSeq, start.lastIndex)
  }

  get headSeq(): number {
    return this.#headSeq
  }

  get firstSeqs(): readonly number[] {
    return this.#segments.map((segment) => segment.firstSeq)
  }

  async append(records: readonly JournalRecord[]): Promise<void> {
    if (this.#isSuspect) await this.#recover()
    const file = await this.#writable()
    const lines = records.map(encodeRecord)
    this.#isSuspect = true
    try {
      await file.append(Buffer.concat(lines))
      await file.datasync()
    } catch (error) {
      await this.#abandon()
      throw error
    }
    this.#isSuspect = false
    const index = this.#indexes.get(this.#segments.at(-1)?.firstSeq ?? 1)
    for (const line of lines) {
      this.#headSeq++
      index?.set(this.#headSeq, { start: this.#goodBytes, length: line.length - 1 })
      this.#goodBytes += line.length
    }
  }

  /** Removes whatever stands after the last good record of the last segment. */
  async cutTail(): Promise<void> {
    const file = await this.#current()
    await file.truncate(this.#goodBytes)
    await file.datasync()
    this.#isSuspect = false
  }

  async read(after: number, limit: number): Promise<JournalRecord[]> {
    const records: JournalRecord[] = []
    const last = Math.min(after + limit, this.#headSeq)
    const firstSeqs = [...this.firstSeqs]
    for (const [i, firstSeq] of firstSeqs.entries()) {
      const next = firstSeqs[i + 1] ?? Infinity
      if (next <= after + 1 || firstSeq > last) continue
      const [from, to] = [Math.max(after + 1, firstSeq), Math.min(last, next - 1)]
      for (const record of await this.#readFrom(firstSeq, from, to)) records.push(record)
    }
    return records
  }

  /** Records of one segment. It may be packed while it is being read: it is then read anew. */
  async #readFrom(firstSeq: number, from: number, to: number): Promise<JournalRecord[]> {
    for (let attempt = 1; ; attempt++) {
      const segment = this.#segments.find((one) => one.firstSeq === firstSeq)
      if (!segment) return []
      try {
        return await this.#readOnce(segment, from, to)
      } catch (error) {
        if (systemCode(error) !== 'ENOENT' || attempt > 1) throw error
        await this.refresh()
      }
    }
  }

  async #readOnce(segment: Segment, from: number, to: number): Promise<JournalRecord[]> {
    const index = await this.#indexOf(segment)
    const wanted = []
    for (let seq = from; seq <= to; seq++) {
      const place = index.get(seq)
      if (place) wanted.push(place)
    }
    const [begin, end] = [wanted[0], wanted.at(-1)]
    if (!begin || !end) return []
    const bytes = await this.#readRange(segment, begin.start, end.start + end.length)
    return wanted.flatMap(({ start, length }) => {
      const decoded = decodeLine(bytes.subarray(start - begin.start, start - begin.start + length))
      return decoded.ok ? [decoded.record] : []
    })
  }

  async refresh(): Promise<void> {
    const found = await listSegments(this.#place.fs, this.#place.folder)
    // Only how known ones stand there now: one may have been begun since the folder was listed.
    this.#segments = this.#segments.map(
      (segment) => found.find(({ firstSeq }) => firstSeq === segment.firstSeq) ?? segment,
    )
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #indexOf(segment: Segment): Promise<SegmentIndex> {
    const known = this.#indexes.get(segment.firstSeq)
    if (known) return known
    const bytes = await this.#bytesOf(segment)
    const index: SegmentIndex = new Map()
    for (const { start, end, isFinished } of linesOf(bytes)) {
      const seq = isFinished ? seqOfLine(bytes.subarray(start, end)) : undefined
      if (seq !== undefined) index.set(seq, { start, length: end - start })
    }
    this.#indexes.set(segment.firstSeq, index)
    return index
  }

  async #bytesOf(segment: Segment): Promise<Buffer> {
    const { fs, folder } = this.#place
    if (this.#unpacked?.firstSeq === segment.firstSeq) return this.#unpacked.bytes
    const { bytes } = await readSegment(fs, folder, segment)
    if (segment.isPacked) this.#unpacked = { firstSeq: segment.firstSeq, bytes }
    return bytes
  }

  async #readRange(segment: Segment, start: number, end: number): Promise<Uint8Array> {
    if (segment.isPacked) return (await this.#bytesOf(segment)).subarray(start, end)
    const file = await this.#place.fs.open(join(this.#place.folder, segment.name), 'read')
    try {
      return await file.read(start, end - start)
    } finally {
      await file.close()
    }
  }

  /** The last segment, or a new one when there is none or it is full. */
  async #writable(): Promise<OpenFile> {
    const { fs, folder, segmentBytes } = this.#place
    const last = this.#segments.at(-1)
    if (last && !last.isPacked && this.#goodBytes < segmentBytes) return this.#current()
    const firstSeq = this.#headSeq + 1
    const name = segmentName(firstSeq)
    const file = await fs.open(join(folder, name), 'append')
    try {
      await fs.syncFolder(folder)
    } catch (error) {
      await file.close()
      throw error
    }
    await this.#file?.close()
    this.#segments.push({ firstSeq, name, isPacked: false })
    this.#indexes.set(firstSeq, new Map())
    this.#goodBytes = 0
    this.#file = file
    return file
  }

  async #current(): Promise<OpenFile> {
    const { fs, folder } = this.#place
    this.#file ??= await fs.open(join(folder, this.#segments.at(-1)?.name ?? segmentName(1)), 'append')
    return this.#file
  }

  /**
   * After a failed write or sync the handle is given up: the system may have dropped the written pages and will
   * not say so again. The next append opens the file anew and verifies it.
   */
  async #abandon(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.truncate(this.#goodBytes).catch(() => undefined)
    await file?.close().catch(() => undefined)
  }

  /** Opens the last segment anew, checks that everything acknowledged is in it, and cuts off the rest. */
  async #recover(): Promise<void> {
    const { fs, folder, libraryName } = this.#place
    const last = this.#segments.at(-1)
    if (last) {
      const { bytes } = await readSegment(fs, folder, last)
      let good = 0
      for (const { start, end, isFinished } of linesOf(bytes.subarray(0, this.#goodBytes))) {
        if (!isFinished || seqOfLine(bytes.subarray(start, end)) === undefined) break
        good = end + 1
      }
      if (good !== this.#goodBytes) {
        const file = `journal/${last.name}`
        throw new PactaError('library-damaged', { name: libraryName, file, byte: good })
      }
    }
    await this.cutTail()
  }
}
