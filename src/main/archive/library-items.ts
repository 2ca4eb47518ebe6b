import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { TEMPORARY_PREFIX } from '../files/replace-file.ts'
import type { LibraryFolder } from '../library/library-folder.ts'
import { memoryItem, type ZipItem } from './zip-writer.ts'

const CHUNK = 256 * 1024
const LINE_FEED = 0x0a
/** A record's number is the first thing in its line, after the checksum. */
const LINE_HEAD = /^[0-9a-f]{8} \{"seq":(\d{1,15})[,}]/

/** A segment of the journal, plain or packed. */
export const SEGMENT = /^(\d{6,})\.jsonl(\.gz)?$/
/** A source: a file named after its SHA-256. */
export const SOURCE = /^[0-9a-f]{64}$/
/** A draft. */
const DRAFT = /^[A-Za-z0-9][A-Za-z0-9._-]*\.json$/

/**
 * The journal's files as they are up to the record numbered `headSeq`, which must be durable: what is appended while
 * they are packed is left out, so the journal itself is never held up.
 */
export async function journalItems(
  fs: FileSystem,
  folder: LibraryFolder,
  headSeq: number,
): Promise<ZipItem[]> {
  const items: ZipItem[] = []
  const names = segmentsInOrder(await fs.list(folder.journal))
  for (const [i, name] of names.entries()) {
    const path = join(folder.journal, name)
    // Only what is being written, or was a moment ago, can hold more than the journal up to `headSeq`.
    const isLate = i >= names.length - 2 && !name.endsWith('.gz')
    if (isLate) {
      const bytes = Buffer.from(await fs.readFile(path))
      const whole = bytes.subarray(0, endOf(bytes, headSeq))
      if (whole.length > 0) items.push(memoryItem(`journal/${name}`, whole))
    } else {
      items.push(await fileItem(fs, path, `journal/${name}`))
    }
  }
  return items
}

/** The names of segments in order; one that stands both plain and packed counts once, as the plain one. */
export function segmentsInOrder(names: readonly string[]): string[] {
  const byNumber = new Map<number, string>()
  for (const name of names) {
    const match = SEGMENT.exec(name)
    if (!match) continue
    const number = Number(match[1])
    if (match[2] === undefined || !byNumber.has(number)) byNumber.set(number, name)
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([, name]) => name)
}

/** The drafts, as they are. */
export async function draftItems(fs: FileSystem, folder: LibraryFolder): Promise<ZipItem[]> {
  const names = (await fs.list(join(folder.root, 'drafts'))).filter((name) => DRAFT.test(name))
  return Promise.all(
    names.map(async (name) =>
      memoryItem(`drafts/${name}`, await fs.readFile(join(folder.root, 'drafts', name))),
    ),
  )
}

/** The sources. */
export async function sourceItems(fs: FileSystem, folder: LibraryFolder): Promise<ZipItem[]> {
  const names = (await fs.list(folder.sources)).filter((name) => SOURCE.test(name))
  const items: ZipItem[] = []
  for (const name of names) items.push(await fileItem(fs, join(folder.sources, name), `sources/${name}`))
  return items
}

/** The manifest. */
export async function manifestItem(fs: FileSystem, folder: LibraryFolder): Promise<ZipItem> {
  return memoryItem('library.json', await fs.readFile(folder.manifest))
}

async function fileItem(fs: FileSystem, path: string, name: string): Promise<ZipItem> {
  const size = (await fs.stat(path))?.size ?? 0
  return { name, size, isPacked: name.endsWith('.gz'), open: () => fileChunks(fs, path, size) }
}

async function* fileChunks(fs: FileSystem, path: string, size: number): AsyncGenerator<Uint8Array> {
  const file = await fs.open(path, 'read')
  try {
    for (let at = 0; at < size;) {
      const bytes = await file.read(at, Math.min(CHUNK, size - at))
      if (bytes.length === 0) return
      at += bytes.length
      yield bytes
    }
  } finally {
    await file.close()
  }
}

/** Where the line of the record numbered `headSeq`, or of the last one before it, ends in a segment. */
function endOf(bytes: Buffer, headSeq: number): number {
  let end = 0
  for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED, end)) {
    const seq = LINE_HEAD.exec(bytes.subarray(end, Math.min(feed, end + 40)).toString('latin1'))?.[1]
    if (seq === undefined || Number(seq) > headSeq) return end
    end = feed + 1
  }
  return end
}

/** Removes what an interrupted writing left in a folder of ours. */
export async function sweep(fs: FileSystem, folder: string): Promise<void> {
  for (const name of await fs.list(folder)) {
    if (name.startsWith(TEMPORARY_PREFIX)) await fs.remove(join(folder, name))
  }
}
