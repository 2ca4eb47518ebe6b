import { createHash } from 'node:crypto'
import { PactaError } from '#contract/errors.ts'
import type { Clock } from '#domain/shared/time.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceStreamed } from '../files/replace-streamed.ts'
import { libraryFolder } from '../library/library-folder.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { ArchiveProblem } from './archive-problem.ts'
import { draftItems, journalItems, manifestItem, sourceItems } from './library-items.ts'
import { missingSources, titlesInWords } from './missing-sources.ts'
import { replayJournal } from './replay.ts'
import { openZip, type ZipArchive } from './zip-reader.ts'
import { memoryItem, writeZip } from './zip-writer.ts'

/** The first file of every archive, unpacked: other programs tell the type from it, as they do with e-books. */
export const MEDIA_TYPE = 'application/vnd.pacta.library+zip'

/** Told what is being done and how much of it, 0 to 1. */
export type ArchiveProgress = (step: string, share: number) => void

/**
 * Writes a library, with its sources, as one archive, and reads it again before it takes its name: every checksum,
 * every source against its hash, the whole journal. The library can be worked on meanwhile; the archive holds what
 * was durable at the beginning.
 *
 * @throws PactaError `archive-incomplete` when the folder lacks files that texts need; ArchiveProblem `damaged` when what
 * was read again is not what was written, and the system's errors. What
 * stood at `path` is then as it was.
 */
export async function exportArchive(
  host: { readonly fs: FileSystem; readonly clock: Clock },
  library: Pick<OpenLibrary, 'root' | 'headSeq' | 'withoutUpkeep'>,
  path: string,
  onProgress: ArchiveProgress = () => undefined,
): Promise<{ readonly files: number; readonly bytes: number }> {
  return library.withoutUpkeep(() => writeArchive(host, library, path, onProgress))
}

async function writeArchive(
  host: { readonly fs: FileSystem; readonly clock: Clock },
  library: Pick<OpenLibrary, 'root' | 'headSeq'>,
  path: string,
  onProgress: ArchiveProgress,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { fs, clock } = host
  const folder = libraryFolder(library.root)
  const { headSeq } = library
  const items = [
    { ...memoryItem('mimetype', Buffer.from(MEDIA_TYPE)), isPacked: true },
    await manifestItem(fs, folder),
    ...(await journalItems(fs, folder, headSeq)),
    ...(await sourceItems(fs, folder)),
    ...(await draftItems(fs, folder)),
  ]
  const bytes = items.reduce((sum, item) => sum + item.size, 0)
  await replaceStreamed(
    fs,
    path,
    (file) =>
      writeZip(file, items, new Date(clock.now()), (read) => onProgress('Packing', (0.6 * read) / bytes)),
    (temporary) => checkArchive(fs, temporary, headSeq, onProgress),
  )
  return { files: items.length, bytes }
}

async function checkArchive(
  fs: FileSystem,
  path: string,
  headSeq: number,
  onProgress: ArchiveProgress,
): Promise<void> {
  const archive = await openZip(fs, path)
  try {
    const replayed = await replayJournal(archive, (share) =>
      onProgress('Reading it again', 0.6 + 0.3 * share),
    )
    if (replayed.headSeq !== headSeq) throw new ArchiveProblem('damaged', 'journal')
    const missing = missingSources(archive, replayed.state)
    if (missing.length > 0) throw new PactaError('archive-incomplete', { titles: titlesInWords(missing) })
    await checkSources(archive)
    onProgress('Reading it again', 1)
  } finally {
    await archive.close()
  }
}

/** Reads every source in an archive and compares it with the hash that is its name. @throws ArchiveProblem */
async function checkSources(archive: ZipArchive): Promise<void> {
  for (const [name, entry] of archive.entries) {
    if (!name.startsWith('sources/')) continue
    const hash = createHash('sha256')
    for await (const chunk of entry.chunks()) hash.update(chunk)
    if (hash.digest('hex') !== name.slice('sources/'.length)) throw new ArchiveProblem('damaged', name)
  }
}
