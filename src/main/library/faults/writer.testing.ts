import { randomUUID } from 'node:crypto'
import { existsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFileSystem } from '../../files/file-system.ts'
import { createLibrary, openLibrary } from '../library-opener.ts'
import { annotate, beginTreaty } from './faults.testing.ts'

/**
 * A user who works without a pause, as a program of its own that a test can kill: opens the library in a folder,
 * annotates, changes their mind, and prints a line for everything that was acknowledged.
 */
async function work(root: string): Promise<void> {
  const host = {
    fs: nodeFileSystem,
    clock: { now: () => new Date().toISOString() },
    ids: { next: () => randomUUID() },
    appVersion: '0.0.0',
    snapshotAfter: 25,
    segmentBytes: 20_000,
  }
  if (!existsSync(join(root, 'library.json'))) await createLibrary(host, root)
  const nobody = { onCommitted: () => undefined, onHistory: () => undefined, onSaving: () => undefined }
  const library = await openLibrary(host, root, nobody)
  if (library.readOnly) throw library.readOnly
  if (library.headSeq === 0) await beginTreaty(library)
  // Synchronously: a line that the kill swallows would say that nothing was acknowledged.
  const say = (line: string): number => writeSync(1, `${line}\n`)
  say('ready')
  for (;;) {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    await Promise.all(
      ids.map(async (id) => {
        await library.commit(annotate(id), 'Ana')
        say(`added ${id}`)
      }),
    )
    if (Math.random() < 0.2) {
      say('undoing')
      await library.undo('Ana')
      say('undone')
      await library.redo('Ana')
      say('redone')
    }
  }
}

await work(process.argv[2] ?? '')
