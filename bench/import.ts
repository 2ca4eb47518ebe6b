import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { libraryOperations } from '#domain/library/fixture.testing.ts'
import { prepareImport, type ImportedFile } from '#main/documents/import-agreement.ts'
import { readDocument } from '#main/documents/read-document.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { createLibrary, openLibrary, type LibraryHost } from '#main/library/library-opener.ts'
import type { OpenLibrary } from '#main/library/open-library.ts'
import { median, timings, type Benchmark, type Row } from './table.ts'
import { treatyOf } from './treaty.ts'

const CORPUS = resolve(import.meta.dirname, '..', '..', 'shared', 'corpus')
const RUNS = 7
const LIMIT_MS = 1000
const AUTHOR = { name: 'Bench', at: '2026-01-01T00:00:00.000Z' }

/** From the bytes of the largest plain text at hand to an agreement that is safe on disk. */
export const importBenchmark: Benchmark = { name: 'import', run: measureImport }

async function measureImport(): Promise<readonly Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  try {
    const file = largestText()
    const library = await emptyLibrary(join(root, 'Library'))
    let copies = 0
    // Each run brings bytes that the library does not hold yet.
    const another = (): ImportedFile => ({
      name: file.name,
      bytes: Buffer.concat([file.bytes, Buffer.alloc(++copies, '\n')]),
    })
    const ours = median(await timings(RUNS, another, (copy) => importInto(library, copy)))
    await library.close()
    const bare = median(
      await timings(
        RUNS,
        () => undefined,
        () => bareWrite(join(root, 'bare'), file.bytes),
      ),
    )
    const size = `${file.name}, ${(file.bytes.length / 1000).toFixed(0)} kB`
    const measured = `${ours.toFixed(0)} ms`
    return [
      { what: size, measured, against: `limit ${LIMIT_MS} ms`, ratio: ours / LIMIT_MS },
      {
        what: '',
        measured,
        against: `bare write and sync of the bytes, ${bare.toFixed(1)} ms`,
        ratio: ours / bare,
      },
    ]
  } finally {
    rmSync(root, { recursive: true })
  }
}

async function emptyLibrary(root: string): Promise<OpenLibrary> {
  const host: LibraryHost = {
    fs: nodeFileSystem,
    clock: { now: () => new Date().toISOString() },
    ids: { next: randomUUID },
    appVersion: '0.0.0',
  }
  const nobody = { onCommitted: () => undefined, onHistory: () => undefined, onSaving: () => undefined }
  await createLibrary(host, root)
  const library = await openLibrary(host, root, nobody)
  await library.commit({ action: 'library.create', operations: libraryOperations() }, AUTHOR.name)
  return library
}

async function importInto(library: OpenLibrary, file: ImportedFile): Promise<void> {
  const keep = (bytes: Uint8Array): Promise<string> => library.sources.put(bytes)
  const { operations } = await prepareImport(file, AUTHOR, {
    ids: { next: randomUUID },
    keep,
    read: readDocument,
  })
  await library.commit({ action: 'agreement.import', operations }, AUTHOR.name)
}

async function bareWrite(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w')
  await handle.writeFile(bytes)
  await handle.datasync()
  await handle.close()
}

/** The largest plain text of the corpus of real agreements, or a treaty of its size where that is not at hand. */
function largestText(): ImportedFile {
  if (!existsSync(CORPUS)) return { name: 'a made treaty', bytes: Buffer.from(treatyOf(480_000)) }
  const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .map((path) => join(CORPUS, path))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)
  const [largest] = paths
  if (largest === undefined) throw new Error('The corpus has no plain text')
  return { name: basename(largest), bytes: readFileSync(largest) }
}
