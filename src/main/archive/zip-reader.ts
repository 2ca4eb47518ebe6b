import { PassThrough, Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import type { FileSystem, OpenFile } from '../files/file-system.ts'
import { ArchiveProblem } from './archive-problem.ts'
import { entryName, sameFileKey } from './entry-name.ts'

/** A file in an archive. */
export interface ZipEntry {
  readonly name: string
  /** Bytes unpacked, as declared; `chunks` fails when they are more or fewer. */
  readonly size: number
  /** The bytes, checked against the declared size and checksum. @throws ArchiveProblem `damaged`. */
  chunks(): AsyncIterable<Uint8Array>
}

/** An archive that is open: its files by name, in its order. */
export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The bytes of a small file. @throws ArchiveProblem `not-pacta` when it is missing, `damaged`. */
  read(name: string, atMost?: number): Promise<Buffer>
  close(): Promise<void>
}

/** What an archive may at most be. Far above any library, far below what would fill a disk by surprise. */
export interface ZipLimits {
  readonly files: number
  /** Bytes of everything, unpacked. */
  readonly bytes: number
  /** How many times larger than packed a large file, and everything together, may be; a journal comes to thirty. */
  readonly ratio: number
}

const LIMITS: ZipLimits = { files: 100_000, bytes: 64 * 1024 ** 3, ratio: 200 }

/**
 * Up to this size files are let be, whatever their ratio: no file of a library is larger, and one that says the same
 * thing again and again, as a journal or a form may, packs to a thousandth. Bytes.
 */
const USUAL = 128 * 1024 * 1024
/** What is read into memory as a whole. Bytes. */
const LARGEST_IN_MEMORY = 256 * 1024 * 1024
const CHUNK = 256 * 1024

/**
 * Opens a zip archive and checks everything that its directory says before a byte is unpacked: names, links,
 * duplicates, sizes.
 *
 * @throws ArchiveProblem, and the system's errors when the file cannot be read.
 */
export async function openZip(fs: FileSystem, path: string, limits: ZipLimits = LIMITS): Promise<ZipArchive> {
  const file = await fs.open(path, 'read')
  try {
    const size = await file.size()
    const zip = await fromRandomAccessReaderPromise(new FileReader(file), size, {
      autoClose: false,
      // Names are decoded and checked here, so that each way of being wrong has its own answer.
      decodeStrings: false,
    }).catch((cause: unknown) => {
      throw new ArchiveProblem('not-zip', undefined, { cause })
    })
    const entries = await readDirectory(zip, size, limits)
    return {
      entries,
      read: async (name, atMost = LARGEST_IN_MEMORY) => {
        const entry = entries.get(name)
        if (!entry) throw new ArchiveProblem('not-pacta', name)
        if (entry.size > atMost) throw new ArchiveProblem('too-large', name)
        const chunks: Uint8Array[] = []
        for await (const chunk of entry.chunks()) chunks.push(chunk)
        return Buffer.concat(chunks)
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function readDirectory(
  zip: ZipFile,
  fileSize: number,
  limits: ZipLimits,
): Promise<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>()
  const seen = new Set<string>()
  let unpacked = 0
  let packed = 0
  if (zip.entryCount > limits.files) throw new ArchiveProblem('too-many')
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry.fileNameRaw)
      if (isLink(entry)) throw new ArchiveProblem('link', name)
      if (name.endsWith('/')) continue
      if (entry.isEncrypted()) throw new ArchiveProblem('encrypted', name)
      if (seen.has(sameFileKey(name))) throw new ArchiveProblem('duplicate-name', name)
      seen.add(sameFileKey(name))
      const { uncompressedSize, compressedSize } = entry
      unpacked += uncompressedSize
      packed += compressedSize
      const isBomb =
        (uncompressedSize > USUAL && uncompressedSize > compressedSize * limits.ratio) ||
        (unpacked > 2 * USUAL && unpacked > packed * limits.ratio)
      // Files that share their bytes are another way to pack much into little.
      if (isBomb || unpacked > limits.bytes || packed > fileSize) throw new ArchiveProblem('too-large', name)
      entries.set(name, { name, size: uncompressedSize, chunks: () => checkedChunks(zip, entry, name) })
    }
  } catch (error) {
    throw error instanceof ArchiveProblem ? error : new ArchiveProblem('damaged', undefined, { cause: error })
  }
  return entries
}

/** The file type in the Unix mode that the upper half of the attributes may hold. */
function isLink(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  return type !== 0 && type !== 0o100000 && type !== 0o040000
}

async function* checkedChunks(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  let sum = 0
  let size = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      const bytes = chunk as Uint8Array
      sum = crc32(bytes, sum)
      size += bytes.length
      yield bytes
    }
  } catch (cause) {
    throw new ArchiveProblem('damaged', name, { cause })
  }
  if (sum !== entry.crc32 || size !== entry.uncompressedSize) throw new ArchiveProblem('damaged', name)
}

/** Lets the zip library read through our own file system. */
class FileReader extends RandomAccessReader {
  readonly #file: OpenFile

  constructor(file: OpenFile) {
    super()
    this.#file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    // The library pipes it on; a pass-through forwards what goes wrong.
    const output = new PassThrough()
    const input = Readable.from(range(this.#file, start, end), { objectMode: false })
    input.on('error', (error) => output.destroy(error))
    return input.pipe(output)
  }

  override close(callback: (error: Error | null) => void): void {
    // The file is closed by whoever opened the archive.
    setImmediate(callback, null)
  }
}

async function* range(file: OpenFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const bytes = await file.read(at, Math.min(CHUNK, end - at))
    if (bytes.length === 0) return
    at += bytes.length
    yield bytes
  }
}
