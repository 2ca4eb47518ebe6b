import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { PactaError } from '#contract/errors.ts'
import { megabytes } from '../limits.ts'

/** What is unpacked of one part, and of all. A document of 500 pages has about 10 MB of XML. */
const LARGEST_PART = 48 * 1024 * 1024
const LARGEST_SUM = 80 * 1024 * 1024
/** A document has some dozens of parts, or a few thousand with many pictures. */
const MOST_ENTRIES = 20_000

/** The parts of a Word file, unpacked on demand and within limits. */
export interface DocxArchive {
  has(part: string): boolean
  /** Names of all parts. */
  readonly names: readonly string[]
  /** The characters of a part; nothing when it is not there. */
  read(part: string): Promise<string | undefined>
}

/**
 * Opens a zip archive in memory. Nothing is written to the disk, so that names such as `../x` can do no harm; sizes
 * are checked while unpacking, not believed.
 *
 * @throws PactaError `file-corrupt`, `file-unsafe` or `file-unpacks-too-large`.
 */
export async function openArchive(bytes: Uint8Array, name: string): Promise<DocxArchive> {
  const corrupt = (cause: unknown): PactaError =>
    new PactaError('file-corrupt', { name, problem: 'its zip container cannot be unpacked' }, { cause })
  const file = await openZip(bytes).catch((error: unknown) => {
    throw corrupt(error)
  })
  if (file.entryCount > MOST_ENTRIES) {
    throw new PactaError('file-unsafe', { name, problem: `it has ${file.entryCount} parts` })
  }
  const entries = new Map<string, Entry>()
  for (const entry of await entriesOf(file).catch((error: unknown) => {
    throw corrupt(error)
  })) {
    entries.set(entry.fileName, entry)
  }
  let unpacked = 0
  return {
    names: [...entries.keys()],
    has: (part) => entries.has(part),
    read: async (part) => {
      const entry = entries.get(part)
      if (!entry) return undefined
      if (entry.isEncrypted()) throw new PactaError('file-password', { name })
      unpacked += entry.uncompressedSize
      if (entry.uncompressedSize > LARGEST_PART || unpacked > LARGEST_SUM) {
        throw new PactaError('file-unpacks-too-large', { name, limit: megabytes(LARGEST_PART) })
      }
      const content = await unpack(file, entry).catch((error: unknown) => {
        throw corrupt(error)
      })
      return new TextDecoder(content[0] === 0xff || content[0] === 0xfe ? utf16(content) : 'utf-8').decode(
        content,
      )
    },
  }
}

function utf16(content: Buffer): string {
  return content[0] === 0xff ? 'utf-16le' : 'utf-16be'
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((settle, fail) => {
    const memory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    yauzl.fromBuffer(memory, { lazyEntries: true, decodeStrings: true }, (error, file) =>
      error ? fail(error) : settle(file),
    )
  })
}

function entriesOf(file: ZipFile): Promise<Entry[]> {
  return new Promise((settle, fail) => {
    const entries: Entry[] = []
    file.on('entry', (entry: Entry) => {
      entries.push(entry)
      file.readEntry()
    })
    file.on('end', () => settle(entries))
    file.on('error', fail)
    file.readEntry()
  })
}

/** The stream fails when the part is larger or smaller than its entry says, so memory stays within the limit. */
async function unpack(file: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<Readable>((settle, fail) => {
    file.openReadStream(entry, (error, opened) => {
      if (error) fail(error)
      else settle(opened)
    })
  })
  return buffer(stream)
}
