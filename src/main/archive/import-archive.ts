import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { replaceStreamed } from '../files/replace-streamed.ts'
import { requireFree } from '../library/free-space.ts'
import { libraryFolder } from '../library/library-folder.ts'
import { folderError } from '../library/library-opener.ts'
import { LIBRARY_FORMAT } from '../library/manifest.ts'
import { ArchiveProblem } from './archive-problem.ts'
import type { ArchiveProgress } from './export-archive.ts'
import { SEGMENT, SOURCE } from './library-items.ts'
import { missingSources, titlesInWords } from './missing-sources.ts'
import { replayJournal } from './replay.ts'
import { openZip, type ZipArchive, type ZipEntry } from './zip-reader.ts'

const DRAFT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.json$/
const LARGEST_MANIFEST = 64 * 1024
/** What must stay free beside what is unpacked, for the work of the day. */
const RESERVE_BYTES = 1024 * 1024

/** The folders of an archive that are unpacked, and what may stand in them. Everything else is left out. */
const KNOWN: Readonly<Record<string, RegExp>> = { journal: SEGMENT, sources: SOURCE, drafts: DRAFT }

/**
 * Unpacks an archive into a folder that is missing or empty. Everything is checked before the first byte is written,
 * and the manifest is written last: a half-unpacked folder is no library.
 *
 * @throws PactaError `archive-unfit`, `folder-not-empty`, `library-newer`, `file-unreadable`, `disk-full`, `disk-space`,
 * `folder-not-writable`, `cancelled`. The folder then holds nothing of the archive.
 */
export async function importArchive(
  fs: FileSystem,
  path: string,
  root: string,
  onProgress: ArchiveProgress = () => undefined,
): Promise<void> {
  const name = basename(path)
  if ((await fs.list(root)).length > 0) throw new PactaError('folder-not-empty', { name: basename(root) })
  const archive = await openArchive(fs, path)
  const written: string[] = []
  try {
    const manifest = await readManifestOf(archive, name)
    onProgress('Checking', 0)
    const { state } = await replayJournal(archive, (share) => onProgress('Checking', 0.4 * share))
    const missing = missingSources(archive, state)
    if (missing.length > 0) {
      const reason = `the words of ${titlesInWords(missing)} are missing from it`
      throw new PactaError('archive-unfit', { name, reason })
    }
    await requireFree(fs, root, name, bytesOf(archive) + RESERVE_BYTES)
    await unpack(fs, archive, root, written, onProgress)
    await replaceFile(fs, libraryFolder(root).manifest, manifest)
  } catch (error) {
    await withdraw(fs, root, written)
    throw archiveError(error, name, basename(root))
  } finally {
    await archive.close()
  }
}

/** Takes back what was unpacked, so that the same folder can be chosen again. What else is in it stays. */
async function withdraw(fs: FileSystem, root: string, written: readonly string[]): Promise<void> {
  for (const file of written) await fs.remove(file).catch(() => undefined)
  for (const name of Object.keys(KNOWN)) await fs.removeFolder(join(root, name)).catch(() => undefined)
}

async function unpack(
  fs: FileSystem,
  archive: ZipArchive,
  root: string,
  written: string[],
  onProgress: ArchiveProgress,
): Promise<void> {
  const folder = libraryFolder(root)
  await fs.makeFolder(folder.journal)
  await fs.makeFolder(folder.sources)
  const wanted = [...archive.entries.values()].filter(isKnown)
  if (wanted.some(({ name }) => name.startsWith('drafts/'))) await fs.makeFolder(join(root, 'drafts'))
  const total = bytesOf(archive)
  let done = 0
  for (const entry of wanted) {
    const path = join(root, ...entry.name.split('/'))
    written.push(path)
    await replaceStreamed(
      fs,
      path,
      async (file) => {
        const hash = createHash('sha256')
        for await (const chunk of entry.chunks()) {
          hash.update(chunk)
          await file.append(chunk)
          done += chunk.length
          onProgress('Unpacking', 0.4 + (0.6 * done) / Math.max(1, total))
        }
        const [place, name] = entry.name.split('/')
        if (place === 'sources' && hash.digest('hex') !== name) {
          throw new ArchiveProblem('damaged', entry.name)
        }
      },
      () => Promise.resolve(),
    )
  }
}

/** What unpacking writes. */
function bytesOf(archive: ZipArchive): number {
  return [...archive.entries.values()].filter(isKnown).reduce((sum, { size }) => sum + size, 0)
}

function isKnown({ name }: ZipEntry): boolean {
  const [folder = '', file = '', ...deeper] = name.split('/')
  return deeper.length === 0 && Object.hasOwn(KNOWN, folder) && (KNOWN[folder]?.test(file) ?? false)
}

/** Opens an archive that the user chose. @throws PactaError `archive-unfit` or `file-unreadable`. */
async function openArchive(fs: FileSystem, path: string): Promise<ZipArchive> {
  const name = basename(path)
  try {
    return await openZip(fs, path)
  } catch (error) {
    if (error instanceof ArchiveProblem) throw archiveError(error, name, name)
    throw new PactaError('file-unreadable', { name }, { cause: error })
  }
}

async function readManifestOf(archive: ZipArchive, name: string): Promise<Buffer> {
  const bytes = await archive.read('library.json', LARGEST_MANIFEST)
  const format = formatOf(bytes)
  if (format === undefined) throw new ArchiveProblem('not-pacta', 'library.json')
  if (format > LIBRARY_FORMAT) throw new PactaError('library-newer', { name })
  return bytes
}

function formatOf(bytes: Buffer): number | undefined {
  try {
    const { format } = JSON.parse(bytes.toString('utf8')) as { format?: unknown }
    return typeof format === 'number' && Number.isInteger(format) ? format : undefined
  } catch {
    return undefined
  }
}

/** What the user is told. */
function archiveError(error: unknown, name: string, folder: string): PactaError {
  if (error instanceof PactaError) return error
  if (!(error instanceof ArchiveProblem)) return folderError(error, folder)
  return new PactaError('archive-unfit', { name, reason: error.words }, { cause: error })
}
