import { join } from 'node:path'
import type { JournalRecord } from '#domain/library/record.ts'
import { systemCode, type FileSystem } from '../files/file-system.ts'
import type { SegmentIndex } from './journal-scan.ts'
import { decodeLine, seqOfLine } from './record-codec.ts'
import { linesOf, readSegment, type Segment } from './segments.ts'

/** The segments as they stand now. */
export interface SegmentList {
  all(): readonly Segment[]
  /** Looks at the folder again: some may have been packed. */
  refresh(): Promise<void>
}

/** Reads single records out of the journal's segments. */
export class RecordReader {
  readonly #fs: FileSystem
  readonly #folder: string
  readonly #segments: SegmentList
  /** Where records stand, for the segments that have been looked into. */
  readonly #indexes = new Map<number, SegmentIndex>()
  /** The packed segment that was read last: its neighbours are mostly wanted next. */
  #unpacked: { readonly firstSeq: number; readonly bytes: Buffer } | undefined

  constructor(fs: FileSystem, folder: string, segments: SegmentList) {
    this.#fs = fs
    this.#folder = folder
    this.#segments = segments
  }

  /** Takes over where the records of a segment stand. */
  learn(firstSeq: number, index: SegmentIndex): void {
    this.#indexes.set(firstSeq, index)
  }

  /** Where the records of a segment stand, if it has been looked into. */
  known(firstSeq: number): SegmentIndex | undefined {
    return this.#indexes.get(firstSeq)
  }

  /** The records after the one numbered `after`, up to the one numbered `last`; those that cannot be read are left out. */
  async read(after: number, last: number): Promise<JournalRecord[]> {
    const records: JournalRecord[] = []
    const firstSeqs = this.#segments.all().map((segment) => segment.firstSeq)
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
      const segment = this.#segments.all().find((one) => one.firstSeq === firstSeq)
      if (!segment) return []
      try {
        return await this.#readOnce(segment, from, to)
      } catch (error) {
        if (systemCode(error) !== 'ENOENT' || attempt > 1) throw error
        await this.#segments.refresh()
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
    if (this.#unpacked?.firstSeq === segment.firstSeq) return this.#unpacked.bytes
    const { bytes } = await readSegment(this.#fs, this.#folder, segment)
    if (segment.isPacked) this.#unpacked = { firstSeq: segment.firstSeq, bytes }
    return bytes
  }

  async #readRange(segment: Segment, start: number, end: number): Promise<Uint8Array> {
    if (segment.isPacked) return (await this.#bytesOf(segment)).subarray(start, end)
    const file = await this.#fs.open(join(this.#folder, segment.name), 'read')
    try {
      return await file.read(start, end - start)
    } finally {
      await file.close()
    }
  }
}
