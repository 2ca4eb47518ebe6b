import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationOf, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { Transaction } from '#domain/library/record.ts'
import { createLibrary, openLibrary, type LibraryHost } from './library-opener.ts'
import { listening, testHost, treatyLibrary } from './open-library.testing.ts'
import type { OpenLibrary } from './open-library.ts'
import { newestSnapshot, writeSnapshot } from './snapshot-store.ts'
import { examineLibrary } from './verify/verify-library.ts'
import { nodeFileSystem, type FileSystem } from '../files/file-system.ts'
import { libraryOperations } from '#domain/library/fixture.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'

function annotate(id: string): Transaction {
  return {
    action: 'annotation.add',
    operations: [create('annotation', annotationOf('twenty years', ['SEC.1'], id))],
  }
}

/** A library that makes a snapshot after each few records, closed after `count` annotations. */
async function snapshotted(count: number): Promise<{ root: string; host: ReturnType<typeof eager> }> {
  const root = `${temporaryFolder()}/Treaties`
  const host = eager()
  await createLibrary(host, root)
  let library = await openLibrary(host, root, listening())
  await library.commit({ action: 'library.create', operations: libraryOperations() }, 'Ana')
  for (let n = 1; n <= count; n++) {
    await library.commit(annotate(`a${n}`), 'Ana')
    // Closing waits for the snapshot, so that each one is made at a known record.
    await library.close()
    library = await openLibrary(host, root, listening())
  }
  await library.close()
  return { root, host }
}

function eager(): ReturnType<typeof testHost> & LibraryHost {
  return { ...testHost(), snapshotAfter: 4 }
}

/** A disk of a machine whose power fails after so many changes to a folder: nothing is done from then on. */
function dyingAfter(changes: number): FileSystem {
  let left = changes
  const living = (): void => {
    if (left-- <= 0) throw new Error('The power has failed')
  }
  return {
    ...nodeFileSystem,
    rename: async (from, to) => {
      living()
      await nodeFileSystem.rename(from, to)
    },
    remove: async (path) => {
      living()
      await nodeFileSystem.remove(path)
    },
    open: async (path, mode) => {
      living()
      return nodeFileSystem.open(path, mode)
    },
  }
}

function snapshots(root: string): string[] {
  return readdirSync(join(root, 'snapshots'))
}

function ids(library: OpenLibrary): string[] {
  return library.state.annotationsOf(TEXT.id).map((a) => a.id)
}

describe('snapshots', () => {
  it('are made as work goes on, each with its checksum; the newest three are kept', async () => {
    const { root } = await snapshotted(10)
    expect(snapshots(root)).toHaveLength(6)
    for (const name of snapshots(root).filter((file) => file.endsWith('.sha256'))) {
      expect(readFileSync(join(root, 'snapshots', name), 'utf8')).toMatch(/^[0-9a-f]{64}  \d{9}\.json\.gz\n$/)
    }
  })

  it('give the state and what can be undone, without reading the journal again', async () => {
    const { root, host } = await snapshotted(10)
    const library = await openLibrary(host, root, listening())
    expect(ids(library)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10'])
    for (let n = 10; n > 0; n--) await library.undo('Ana')
    expect(ids(library)).toEqual([])
    await library.close()
    const again = await openLibrary(host, root, listening())
    for (let n = 0; n < 10; n++) await again.redo('Ana')
    expect(ids(again)).toHaveLength(10)
    await again.close()
  })

  it.each([
    ['the newest', 1],
    ['the two newest', 2],
    ['all', 3],
  ])('that are damaged (%s) cost nothing but time, and are named', async (_, count) => {
    const { root, host } = await snapshotted(10)
    const files = snapshots(root).filter((name) => name.endsWith('.gz'))
    const spoilt = files.reverse().slice(0, count)
    for (const name of spoilt) {
      const bytes = readFileSync(join(root, 'snapshots', name))
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10
      writeFileSync(join(root, 'snapshots', name), bytes)
    }
    const library = await openLibrary(host, root, listening())
    expect(library.readOnly).toBeUndefined()
    expect(library.notices.map((n) => n.details['file'])).toEqual(spoilt.map((name) => `snapshots/${name}`))
    expect(ids(library)).toHaveLength(10)
    await library.undo('Ana')
    expect(ids(library)).toHaveLength(9)
    await library.close()
  })

  it('of another epoch are not used: they tell another story', async () => {
    const { root, host } = await snapshotted(6)
    const library = await openLibrary(host, root, listening())
    await library.close()
    const path = join(root, 'library.json')
    // Written by hand, so without a checksum.
    const { checksum: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    writeFileSync(path, JSON.stringify({ ...manifest, epoch: 2 }))
    const again = await openLibrary(host, root, listening())
    expect(again.readOnly).toBeUndefined()
    expect(again.notices).toEqual([])
    expect(ids(again)).toHaveLength(6)
    await again.close()
  })

  it.each([
    ['a full disk', (host: ReturnType<typeof eager>) => host.fs.leaveRoom(400)],
    ['a failing disk', (host: ReturnType<typeof eager>) => host.fs.fail('rename', 'EIO')],
  ])('that cannot be written on %s leave the older ones and the work alone', async (_, trouble) => {
    const { root, host } = await snapshotted(4)
    const before = snapshots(root)
    const failures: unknown[] = []
    const listener = { ...listening(), onUpkeepFailed: (error: unknown) => failures.push(error) }
    const library = await openLibrary({ ...host, snapshotAfter: 1000 }, root, listener)
    await library.commit(annotate('b1'), 'Ana')
    await library.close()
    trouble(host)
    // Opening finds that a snapshot is due.
    const again = await openLibrary({ ...host, snapshotAfter: 1 }, root, listener)
    await again.close()
    expect(failures).toHaveLength(1)
    expect(snapshots(root)).toEqual(before)
    host.fs.leaveRoom(Infinity)
    const good = await openLibrary(host, root, listening())
    expect(ids(good)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1'])
    await good.close()
  })

  it('are whole or not there when the power fails while one is written, also over one of the same record', async () => {
    const { root, host } = await snapshotted(6)
    const library = await openLibrary({ ...host, snapshotAfter: 1000 }, root, listening())
    await library.close()
    const folder = join(root, 'snapshots')
    const { snapshot } = await newestSnapshot(nodeFileSystem, folder, library.manifest)
    if (!snapshot) throw new Error('A snapshot was expected')
    const changed = { ...snapshot, undo: { undo: [], redo: [] } }
    for (let lasts = 0; lasts < 12; lasts++) {
      await writeSnapshot(dyingAfter(lasts), folder, changed).catch(() => undefined)
      const { report } = await examineLibrary(nodeFileSystem, root)
      expect([lasts, report.findings.filter(({ where }) => where.startsWith('snapshots/'))]).toEqual([
        lasts,
        [],
      ])
    }
  })

  it('leave no segment of the journal out of sight: a missing one is noticed', async () => {
    const { root, host } = await snapshotted(6)
    const library = await openLibrary(host, root, listening())
    await library.close()
    const empty = readFileSync(join(root, 'journal', '000001.jsonl')).subarray(0, 0)
    // As if a later segment were all that is left.
    writeFileSync(join(root, 'journal', '000020.jsonl'), empty)
    const again = await openLibrary(host, root, listening())
    expect(again.readOnly).toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000020.jsonl' },
    })
    expect(ids(again)).toHaveLength(6)
    await again.close()
  })

  it('that are damaged do not count among the three that are kept', async () => {
    const { root, host } = await snapshotted(6)
    const before = snapshots(root).filter((name) => name.endsWith('.gz'))
    expect(before).toHaveLength(3)
    const spoilt = before[1] ?? ''
    writeFileSync(join(root, 'snapshots', spoilt), 'spoilt')
    const library = await openLibrary(host, root, listening())
    for (const id of ['b1', 'b2', 'b3']) await library.commit(annotate(id), 'Ana')
    await library.close()
    const after = snapshots(root).filter((name) => name.endsWith('.gz'))
    expect(after.filter((name) => name !== spoilt)).toHaveLength(3)
    expect(after).toContain(spoilt)
  })

  it('wait while somebody reads the folder’s files one by one', async () => {
    const root = `${temporaryFolder()}/Treaties`
    const host = { ...testHost(), snapshotAfter: 1 }
    await createLibrary(host, root)
    const library = await openLibrary(host, root, listening())
    await library.withoutUpkeep(async () => {
      await library.commit({ action: 'library.create', operations: libraryOperations() }, 'Ana')
      expect(readdirSync(root)).not.toContain('snapshots')
    })
    await library.close()
    expect(snapshots(root)).toEqual(['000000001.json.gz', '000000001.json.gz.sha256'])
  })

  it('are not made of a library that is only read', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    writeFileSync(join(root, 'lock'), JSON.stringify({ pid: 1, host: 'x', startedAt: '2026', token: 't' }))
    const again = await openLibrary({ ...testHost(), snapshotAfter: 1 }, root, listening())
    await again.close()
    expect(statSync(join(root, 'snapshots'), { throwIfNoEntry: false })).toBeUndefined()
  })
})
