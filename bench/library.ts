import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { confirmed } from '#domain/agreement/fact.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import {
  AGREEMENT,
  AUTHOR,
  libraryOperations,
  STRUCTURE,
  TEXT,
  TREATY,
} from '#domain/library/fixture.testing.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { entityPage } from '#main/library/entity-pages.ts'
import { openJournal } from '#main/library/journal.ts'
import { libraryFolder } from '#main/library/library-folder.ts'
import { createLibrary, openLibrary, type LibraryHost } from '#main/library/library-opener.ts'
import type { OpenLibrary } from '#main/library/open-library.ts'
import { encodeRecord } from '#main/library/record-codec.ts'
import { median, table, timings, type Benchmark, type Row } from './table.ts'

const AGREEMENTS = 3000
const ANNOTATIONS = 100_000
/** Provisions of each text: a treaty of medium length. */
const PROVISIONS = 100

/** The library on disk: how soon a change is safe, how soon a large library is open, how much room it takes. */
export const libraryBenchmark: Benchmark = { name: 'library', run: measureLibrary }

const host: LibraryHost = {
  fs: nodeFileSystem,
  clock: { now: () => new Date().toISOString() },
  ids: { next: randomUUID },
  appVersion: '0.0.0',
}
const nobody = { onCommitted: () => undefined, onHistory: () => undefined, onSaving: () => undefined }

async function measureLibrary(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  try {
    const root = join(folder, 'Library')
    const growth = await makeLargeLibrary(root)

    const opening = median(
      await timings(
        5,
        () => undefined,
        async () => (await openLibrary(host, root, nobody)).close(),
      ),
    )
    const library = await openLibrary(host, root, nobody)
    const paging = median(
      await timings(
        3,
        () => undefined,
        () => allPages(library),
      ),
    )
    const one = median(await timings(200, oneAnnotation, (operations) => commit(library, operations)))
    const many = median(
      await timings(
        5,
        () => annotations(1000),
        (operations) => commit(library, operations),
      ),
    )
    await library.close()
    const { ours, bare } = await throughput(folder)
    return [
      limit('one annotation, durable', one, 10),
      limit('1,000 annotations in one operation', many, 1000),
      limit(`opening ${AGREEMENTS} agreements, ${ANNOTATIONS} annotations (main)`, opening, 1500),
      limit('handing all of them out for a rebuild (main)', paging, 3000),
      {
        what: 'a record appended to the journal',
        measured: `${ours.toFixed(3)} ms`,
        against: `bare append and sync ${bare.toFixed(3)} ms, at 0.8 of its speed`,
        ratio: (ours / bare) * 0.8,
      },
      {
        what: 'disk for one annotation, history and three snapshots included',
        measured: `${growth.toFixed(0)} bytes`,
        against: 'limit 1500 bytes',
        ratio: growth / 1500,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * A library of thousands of agreements and 100,000 annotations, in the state it has after long use. Returns the bytes
 * that one annotation takes.
 */
export async function makeLargeLibrary(root: string): Promise<number> {
  await createLibrary(host, root)
  await appendAll(root, agreementRecords())
  await compact(root)
  const before = bytesBelow(root)
  await appendAll(root, annotationRecords())
  await compact(root)
  return (bytesBelow(root) - before) / ANNOTATIONS
}

function limit(what: string, ms: number, most: number): Row {
  return { what, measured: `${ms.toFixed(1)} ms`, against: `limit ${most} ms`, ratio: ms / most }
}

function commit(library: OpenLibrary, operations: readonly Operation[]): Promise<number> {
  return library.commit({ action: 'annotation.add', operations }, AUTHOR.name)
}

/** Spans of the treaty of different lengths, each with its context, as a user's would be. */
function annotations(count: number): Operation[] {
  return Array.from({ length: count }, () => {
    const start = Math.floor(Math.random() * (TREATY.length - 200))
    const anchor = anchorOf(TREATY, start, start + 20 + Math.floor(Math.random() * 180))
    const textId = `text-${Math.floor(Math.random() * AGREEMENTS)}`
    const annotation: Annotation = {
      id: randomUUID(),
      textId,
      target: { kind: 'span', anchor },
      themeIds: ['default.SEC.1'],
      createdAt: AUTHOR.at,
      createdBy: AUTHOR.name,
    }
    return create('annotation', annotation)
  })
}

const oneAnnotation = (): Operation[] => annotations(1)

function agreementRecords(): Operation[][] {
  const themes = libraryOperations().filter(({ ref }) => ref.kind === 'codebook' || ref.kind === 'theme')
  const [provision] = STRUCTURE.provisions
  if (!provision) throw new Error('The treaty has provisions')
  const imports = Array.from({ length: AGREEMENTS }, (_, n) => {
    const provisions = Array.from({ length: PROVISIONS }, (__, p) => ({
      ...provision,
      id: `art-${p + 1}`,
      number: String(p + 1),
    }))
    return [
      create('agreement', {
        ...AGREEMENT,
        id: `agreement-${n}`,
        title: confirmed(`Treaty of assistance, ${n}`),
      }),
      create('text', { ...TEXT, id: `text-${n}`, agreementId: `agreement-${n}` }),
      create('structure', { id: `text-${n}`, provisions }),
    ]
  })
  return [themes, ...imports]
}

function annotationRecords(): Operation[][] {
  return annotations(ANNOTATIONS).map((operation) => [operation])
}

/** Writes records as if they had been committed one by one, with fewer waits for the disk. */
async function appendAll(root: string, transactions: readonly Operation[][]): Promise<void> {
  const { journal } = await openJournal(nodeFileSystem, libraryFolder(root).journal, {
    libraryName: 'Library',
    after: 0,
    visit: () => undefined,
  })
  for (let i = 0; i < transactions.length; i += 500) {
    const lot = transactions.slice(i, i + 500)
    await journal.append(lot.map((operations, n) => recordOf(journal.headSeq + n + 1, operations)))
  }
  await journal.close()
}

function recordOf(seq: number, operations: readonly Operation[]): JournalRecord {
  return { seq, at: AUTHOR.at, by: AUTHOR.name, action: 'annotation.add', operations }
}

/** Brings a library to the state it has after long use: three snapshots, and the journal before them packed. */
async function compact(root: string): Promise<void> {
  for (let n = 0; n < 3; n++) {
    const library = await openLibrary({ ...host, snapshotAfter: 1 }, root, nobody)
    await library.close()
    const again = await openLibrary({ ...host, snapshotAfter: 1_000_000 }, root, nobody)
    await again.commit({ action: 'annotation.add', operations: oneAnnotation() }, AUTHOR.name)
    await again.close()
  }
  await (await openLibrary({ ...host, snapshotAfter: 1 }, root, nobody)).close()
}

function bytesBelow(root: string): number {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(root, path)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}

function allPages(library: OpenLibrary): void {
  let from: number | undefined = 0
  while (from !== undefined) from = entityPage(library, from).next
}

/** The journal and a bare loop that writes the same bytes, in turn, so that a noisy disk disturbs both. */
async function throughput(folder: string): Promise<{ readonly ours: number; readonly bare: number }> {
  const { journal } = await openJournal(nodeFileSystem, folder, {
    libraryName: 'Bench',
    after: 0,
    visit: () => undefined,
  })
  const handle = await open(join(folder, 'bare'), 'a')
  const ours: number[] = []
  const bare: number[] = []
  const [operation] = oneAnnotation()
  for (let n = 0; n < 2000; n++) {
    const record = recordOf(n + 1, operation ? [operation] : [])
    const bytes = encodeRecord(record)
    const start = performance.now()
    await handle.appendFile(bytes)
    await handle.datasync()
    const middle = performance.now()
    await journal.append([record])
    bare.push(middle - start)
    ours.push(performance.now() - middle)
  }
  await handle.close()
  await journal.close()
  const mean = (figures: readonly number[]): number => figures.reduce((a, b) => a + b, 0) / figures.length
  return { ours: mean(ours), bare: mean(bare) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(table(await libraryBenchmark.run()))
}
