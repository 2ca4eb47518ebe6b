import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { annotationOf, libraryOperations, TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { Transaction } from '#domain/library/record.ts'
import { nodeFileSystem, type FileSystem } from '../../files/file-system.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { createLibrary, openLibrary, type LibraryHost } from '../library-opener.ts'
import type { OpenLibrary } from '../open-library.ts'
import { listening, testHost } from '../open-library.testing.ts'

/** Whether the whole suite runs (`npm run test:faults`), or the short form that is part of `npm test`. */
const IS_FULL = process.env['PACTA_FAULTS'] === 'full'

/** How often something is tried. */
export function times(short: number, full: number): number {
  return IS_FULL ? full : short
}

/** How long a test may take: the full suite is not in a hurry. */
export const FAULT_TIMEOUT_MS = IS_FULL ? 3_600_000 : 60_000

/** The name of the treaty's words among the sources. */
export const TREATY_HASH = createHash('sha256').update(TREATY).digest('hex')

/** Makes the library of the fixture, with the words of its text in its sources. */
export async function beginTreaty(library: OpenLibrary): Promise<void> {
  await library.sources.put(Buffer.from(TREATY))
  const content = { ...TEXT.content, hash: TREATY_HASH }
  const original = { ...TEXT.original, hash: TREATY_HASH }
  const operations = libraryOperations().map((op) =>
    op.ref.kind === 'text' ? create('text', { ...TEXT, content, original }) : op,
  )
  await library.commit({ action: 'library.create', operations }, 'Ana')
}

/** A transaction that adds one annotation of the fixture's text. */
export function annotate(id: string): Transaction {
  const annotation = annotationOf('twenty years', ['SEC.1'], id)
  return { action: 'annotation.add', operations: [create('annotation', annotation)] }
}

/** A closed library with annotations `a1`, `a2`, …, made with the given habits. */
export async function closedLibrary(
  count: number,
  habits: Pick<LibraryHost, 'snapshotAfter' | 'segmentBytes'> = {},
  root = join(temporaryFolder(), 'Treaties'),
): Promise<string> {
  const host = { ...testHost(), ...habits }
  await createLibrary(host, root)
  let library = await openLibrary(host, root, listening())
  await beginTreaty(library)
  for (let n = 1; n <= count; n++) {
    await library.commit(annotate(`a${n}`), 'Ana')
    // Closing waits for a snapshot that is being made.
    if (n % 10 === 0) {
      await library.close()
      library = await openLibrary(host, root, listening())
    }
  }
  await library.close()
  return root
}

/** A copy of a library's folder, to be spoilt. */
export function copyOf(root: string): string {
  const copy = join(temporaryFolder(), 'Treaties')
  cpSync(root, copy, { recursive: true })
  return copy
}

/** The ids of the annotations of the fixture's text, in order of creation. */
export function annotationIds(library: OpenLibrary): string[] {
  return library.state.annotationsOf(TEXT.id).map((a) => a.id)
}

/** `a1` to `a<count>`. */
export function firstIds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `a${i + 1}`)
}

/** Every file below a folder with its bytes, by its path. */
export function filesBelow(root: string): Map<string, Buffer> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => statSync(join(root, path)).isFile())
  return new Map(files.map((path) => [path, readFileSync(join(root, path))]))
}

/** A disk that does not wait for the platter: for tests that are about something else than durability. */
export const hastyFileSystem: FileSystem = {
  ...nodeFileSystem,
  open: async (path, mode) => ({
    ...(await nodeFileSystem.open(path, mode)),
    datasync: () => Promise.resolve(),
  }),
  syncFolder: () => Promise.resolve(),
}

/** Numbers that look random and are the same in every run: the generator called mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
