import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileFacts, FileSystem, OpenFile } from '../files/file-system.ts'
import { noteBegun } from './begun.ts'
import { scanJournal, type JournalScan } from './journal-scan.ts'
import { encodeRecord, seqOfLine } from './record-codec.ts'
import { RecordReader } from './record-reader.ts'
import { linesOf, listSegments, readSegment, segmentName, type Segment } from './segments.ts'
import { keepAside } from './torn-tail.ts'

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
   * @throws PactaError `library-damaged` when, after a failed sync, the file is not as it was left;
   * `library-replaced` when another file stands in its place, or none. The journal is then not written any more.
   */
  append(records: readonly JournalRecord[]): Promise<void>
  /** Up to `limit` records after the one numbered `after`; those that cannot be read are left out. */
  read(after: number, limit: number): Promise<JournalRecord[]>
  /**
   * Removes the unfinished last write that opening found. What only looks unfinished is kept in a file beside the
   * journal, whose name is returned.
   */
  cutTail(): Promise<string | undefined>
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
  readonly segmentBytes?: number
}

/**
 * Opens the journal in a folder. Damage is not thrown but told: what comes before it can be read. Nothing is changed:
 * an unfinished last write has to be cut before anything is appended, once it is known that writing is allowed.
 */
export async function openJournal(
  fs: FileSystem,
  folder: string,
  options: JournalOptions,
): Promise<JournalOpening> {
  const { libraryName, after, visit, segmentBytes = SEGMENT_BYTES } = options
  const scan = await scanJournal(fs, folder, libraryName, after, visit)
  const journal = new SegmentedJournal({ fs, folder, libraryName, segmentBytes }, scan)
  const { tornBytes, problem } = scan
  return problem ? { journal, tornBytes, problem } : { journal, tornBytes }
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
  readonly #reader: RecordReader
  #headSeq: number
  /** Bytes of the last segment that hold whole, durable records. */
  #goodBytes: number
  #file: OpenFile | undefined
  /** Tells the open file from another that may come to stand at its path. */
  #identity: string | undefined
  #tornBytes: number
  readonly #isTailUnwritten: boolean
  /** The segment that is noted as the last begun. */
  #noted: number | undefined
  /** True when a failed write may have left bytes after `#goodBytes`, or spoilt those before. */
  #isSuspect = false

  constructor(place: Place, start: JournalScan) {
    this.#place = place
    this.#segments = [...start.segments]
    this.#headSeq = start.headSeq
    this.#goodBytes = start.goodBytes
    this.#tornBytes = start.tornBytes
    this.#isTailUnwritten = start.isTailUnwritten
    const last = start.segments.at(-1)
    this.#reader = new RecordReader(place.fs, place.folder, {
      all: () => this.#segments,
      refresh: () => this.refresh(),
    })
    if (last && !start.problem) this.#reader.learn(last.firstSeq, start.lastIndex)
  }

  get headSeq(): number {
    return this.#headSeq
  }

  get firstSeqs(): readonly number[] {
    return this.#segments.map((segment) => segment.firstSeq)
  }

  async append(records: readonly JournalRecord[]): Promise<void> {
    if (records.some(({ seq }, i) => seq !== this.#headSeq + 1 + i)) {
      throw new Error(`Record ${records[0]?.seq} does not follow record ${this.#headSeq}`)
    }
    if (this.#isSuspect) await this.#recover()
    const file = await this.#writable()
    const lines = records.map(encodeRecord)
    const bytes = Buffer.concat(lines)
    this.#isSuspect = true
    let facts: FileFacts | undefined
    try {
      await file.append(bytes)
      // Asked while the disk is busy anyway, so it takes no time.
      ;[facts] = await Promise.all([this.#place.fs.stat(this.#path), file.datasync()])
    } catch (error) {
      await this.#abandon()
      throw error
    }
    await this.#requireInPlace(facts, bytes)
    this.#isSuspect = false
    await this.#note()
    const index = this.#reader.known(this.#segments.at(-1)?.firstSeq ?? 1)
    for (const line of lines) {
      this.#headSeq++
      index?.set(this.#headSeq, { start: this.#goodBytes, length: line.length - 1 })
      this.#goodBytes += line.length
    }
  }

  /** What fails here is tried again with the next record: the journal itself is whole. */
  async #note(): Promise<void> {
    const { fs, folder } = this.#place
    const firstSeq = this.#segments.at(-1)?.firstSeq
    if (firstSeq === undefined || firstSeq === this.#noted) return
    const isNoted = await noteBegun(fs, folder, firstSeq).then(
      () => true,
      () => false,
    )
    if (isNoted) this.#noted = firstSeq
  }

  async cutTail(): Promise<string | undefined> {
    if (this.#tornBytes === 0) return undefined
    const { fs, folder } = this.#place
    const file = await this.#current(this.#goodBytes + this.#tornBytes)
    const tail = await file.read(this.#goodBytes, this.#tornBytes)
    const aside = this.#isTailUnwritten ? await keepAside(fs, folder, this.#headSeq + 1, tail) : undefined
    await this.#cut(file)
    this.#tornBytes = 0
    return aside
  }

  read(after: number, limit: number): Promise<JournalRecord[]> {
    return this.#reader.read(after, Math.min(after + limit, this.#headSeq))
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

  /** The last segment, or a new one when there is none or it is full. */
  async #writable(): Promise<OpenFile> {
    const { fs, folder, segmentBytes } = this.#place
    const last = this.#segments.at(-1)
    if (last && !last.isPacked && this.#goodBytes < segmentBytes) return this.#current(this.#goodBytes)
    const firstSeq = this.#headSeq + 1
    const name = segmentName(firstSeq)
    const file = await fs.open(join(folder, name), 'append')
    try {
      if ((await file.size()) > 0) throw this.#replaced(name)
      this.#identity = await file.identity()
      await fs.syncFolder(folder)
    } catch (error) {
      await file.close()
      throw error
    }
    await this.#file?.close()
    this.#segments.push({ firstSeq, name, isPacked: false })
    this.#reader.learn(firstSeq, new Map())
    this.#goodBytes = 0
    this.#file = file
    return file
  }

  /** The path of the segment that is written. */
  get #path(): string {
    return join(this.#place.folder, this.#segments.at(-1)?.name ?? segmentName(1))
  }

  /** The last segment open for writing. When it is opened it must have the size that is known. */
  async #current(size: number): Promise<OpenFile> {
    const { fs } = this.#place
    if (this.#file) return this.#file
    if ((await fs.stat(this.#path))?.size !== size) throw this.#replaced()
    const file = await fs.open(this.#path, 'append')
    this.#identity = await file.identity()
    this.#file = file
    return file
  }

  async #cut(file: OpenFile): Promise<void> {
    await file.truncate(this.#goodBytes)
    await file.datasync()
    this.#isSuspect = false
  }

  /**
   * Sync tools put another file in a file's place, or none: what is then written goes where nobody finds it. On a disk
   * that gives one file several identities, what stands at the path decides.
   */
  async #requireInPlace(facts: FileFacts | undefined, bytes: Uint8Array): Promise<void> {
    const end = this.#goodBytes + bytes.length
    if (facts?.size === end && facts.identity === this.#identity) return
    await this.#file?.close()
    this.#file = undefined
    const there = await this.#place.fs.readFile(this.#path).catch(() => undefined)
    const isThere = there?.length === end && Buffer.from(there).subarray(this.#goodBytes).equals(bytes)
    if (!isThere || soundBytes(Buffer.from(there), end) !== end) throw this.#replaced()
  }

  #replaced(name = this.#segments.at(-1)?.name ?? segmentName(1)): PactaError {
    return new PactaError('library-replaced', { name: this.#place.libraryName, file: `journal/${name}` })
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
    if (!last) return
    if (!(await fs.stat(this.#path))) throw this.#replaced()
    const { bytes } = await readSegment(fs, folder, last)
    const good = soundBytes(bytes, this.#goodBytes)
    if (good !== this.#goodBytes) {
      const file = `journal/${last.name}`
      throw new PactaError('library-damaged', { name: libraryName, file, byte: good })
    }
    if (last.isPacked) this.#isSuspect = false
    else await this.#cut(await this.#current(bytes.length))
  }
}

/** Up to where, at most `end`, whole records stand one after the other. */
function soundBytes(bytes: Buffer, end: number): number {
  let good = 0
  for (const line of linesOf(bytes.subarray(0, end))) {
    if (!line.isFinished || seqOfLine(bytes.subarray(line.start, line.end)) === undefined) break
    good = line.end + 1
  }
  return good
}
