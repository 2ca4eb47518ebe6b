import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { decodeDraft, DRAFT_NAME } from '../../drafts/draft-file.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { libraryFolder, type LibraryFolder } from '../library-folder.ts'
import type { OpenLibrary } from '../open-library.ts'
import { seqOfLine } from '../record-codec.ts'
import { linesOf, listSegments, readSegment, type Segment } from '../segments.ts'
import { fileFitsSum, SUM_ENDING } from '../sum-file.ts'

/** A file of a library whose bytes are not those that were written. */
export interface Damage {
  /** Below the library's folder, with slashes. */
  readonly file: string
  /** From where on: of a packed file, in unpacked bytes. */
  readonly byte: number
  readonly isJournal: boolean
}

/**
 * Looks at every file of a library that has been read by nobody when it was opened: what a snapshot covers, sources,
 * drafts, backups. Unlike a verification it asks only whether bytes are those written, so that it can go on beside the
 * work; `rest` is awaited after each file.
 */
export async function* findDamage(
  fs: FileSystem,
  library: Pick<OpenLibrary, 'root' | 'withoutUpkeep'>,
  rest: () => Promise<void>,
): AsyncGenerator<Damage> {
  const folder = libraryFolder(library.root)
  const damaged = (file: string, byte = 0): Damage => ({ file, byte, isJournal: false })
  for (const name of await fs.list(folder.drafts)) {
    if (DRAFT_NAME.test(name) && !(await isSound(fs, join(folder.drafts, name), isDraft)))
      yield damaged(`drafts/${name}`)
    await rest()
  }
  for (const { firstSeq } of await listSegments(fs, folder.journal)) {
    const damage = await library.withoutUpkeep(() => damageOfSegment(fs, folder, firstSeq))
    if (damage) yield damage
    await rest()
  }
  for (const place of ['snapshots', 'backups'] as const) {
    for (const name of await fs.list(folder[place])) {
      if (!name.endsWith(SUM_ENDING)) continue
      const file = name.slice(0, -SUM_ENDING.length)
      const fits = await library.withoutUpkeep(() => fitsItsSum(fs, join(folder[place], file)))
      if (!fits) yield damaged(`${place}/${file}`)
      await rest()
    }
  }
  for (const name of await fs.list(folder.sources)) {
    const isKept = /^[0-9a-f]{64}$/.test(name)
    if (isKept && !(await isSound(fs, join(folder.sources, name), (bytes) => sha256(bytes) === name)))
      yield damaged(`sources/${name}`)
    await rest()
  }
}

/** One that has been replaced or dropped meanwhile is as it should be. */
async function isSound(
  fs: FileSystem,
  path: string,
  check: (bytes: Uint8Array) => boolean,
): Promise<boolean> {
  const bytes = await fs.readFile(path).catch(() => undefined)
  return bytes ? check(bytes) : !(await fs.stat(path))
}

async function fitsItsSum(fs: FileSystem, path: string): Promise<boolean> {
  if (!(await fs.stat(path))) return true
  const fits = await fileFitsSum(fs, path).catch(() => false)
  return fits !== false || !(await fs.stat(path))
}

async function damageOfSegment(
  fs: FileSystem,
  folder: LibraryFolder,
  firstSeq: number,
): Promise<Damage | undefined> {
  // As it stands now: it may have been packed since the folder was listed.
  const segments = await listSegments(fs, folder.journal)
  const segment = segments.find((one) => one.firstSeq === firstSeq)
  if (!segment) return undefined
  const byte = await badByteOf(fs, folder, segment, segment === segments.at(-1))
  return byte === undefined ? undefined : { file: `journal/${segment.name}`, byte, isJournal: true }
}

async function badByteOf(
  fs: FileSystem,
  folder: LibraryFolder,
  segment: Segment,
  isLast: boolean,
): Promise<number | undefined> {
  const read = await readSegment(fs, folder.journal, segment).catch(() => undefined)
  if (!read) return undefined
  for (const { start, end, isFinished } of linesOf(read.bytes)) {
    // The last line of the last segment may be in the middle of being written.
    if (!isFinished && isLast && !segment.isPacked) return undefined
    if (!isFinished || seqOfLine(read.bytes.subarray(start, end)) === undefined) return start
  }
  if (!read.isWhole) return read.bytes.length
  return segment.isPacked && !(await fitsItsSum(fs, join(folder.journal, segment.name))) ? 0 : undefined
}

function isDraft(bytes: Uint8Array): boolean {
  return decodeDraft(bytes) !== undefined
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
