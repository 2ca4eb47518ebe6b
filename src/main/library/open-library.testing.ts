import type { JournalRecord } from '#domain/library/record.ts'
import { libraryOperations } from '#domain/library/fixture.testing.ts'
import { faultyFileSystem, type FaultyFileSystem } from '../files/faulty-file-system.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { createLibrary, openLibrary, type LibraryHost } from './library-opener.ts'
import type { LibraryListener } from './library-listener.ts'
import type { OpenLibrary } from './open-library.ts'

/** A host whose clock moves a second at each look and whose ids count. */
export function testHost(
  fs: FaultyFileSystem = faultyFileSystem(),
): LibraryHost & { readonly fs: FaultyFileSystem } {
  let seconds = 0
  let ids = 0
  return {
    fs,
    clock: { now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++).toISOString() },
    ids: { next: () => `id-${++ids}` },
    appVersion: '0.0.0',
  }
}

/** Everything a library told, in order. */
export interface Heard extends LibraryListener {
  readonly committed: JournalRecord[]
  readonly saving: string[]
  history: { readonly undo?: string; readonly redo?: string }
}

/** A listener that writes down what it hears. */
export function listening(): Heard {
  const heard: Heard = {
    committed: [],
    saving: [],
    history: {},
    onCommitted: (record) => heard.committed.push(record),
    onHistory: (history) => {
      heard.history = history
    },
    onSaving: (state, code) => heard.saving.push(code ? `${state}: ${code}` : state),
  }
  return heard
}

/** A library with the test treaty in it, open in a folder of its own. */
export async function treatyLibrary(): Promise<{
  library: OpenLibrary
  heard: Heard
  host: LibraryHost & { readonly fs: FaultyFileSystem }
  root: string
}> {
  const root = `${temporaryFolder()}/Treaties`
  const host = testHost()
  await createLibrary(host, root)
  const heard = listening()
  const library = await openLibrary(host, root, heard)
  await library.commit({ action: 'library.create', operations: libraryOperations() }, 'Ana')
  return { library, heard, host, root }
}
