import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { draftStore, RESERVE_NAME } from '../../drafts/draft-store.ts'
import { createLibrary, folderError, openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { annotate, annotationIds, beginTreaty, FAULT_TIMEOUT_MS } from './faults.testing.ts'
import { fill, smallDisk } from './small-disk.testing.ts'

describe('story A12: out of room on every disk there is', () => {
  it(
    'a draft is kept all the same: room was reserved for it, and is reserved again',
    async (context) => {
      const disk = smallDisk()
      if (disk === undefined) return context.skip('Only root can make a small disk.')
      const { fs, clock } = testHost()
      const folders = [join(disk, 'Treaties', 'drafts'), join(disk, 'machine', 'drafts')]
      const store = draftStore(fs, clock, folders)
      await store.reserve()
      fill(join(disk, 'x'))

      expect(await store.keep({ ...annotate('a'), group: 'sitting' }, 'Ana')).toBe(true)
      const [draft] = await store.list()
      expect(draft).toMatchObject({ by: 'Ana', transaction: { group: 'sitting' } })

      for (const name of readdirSync(disk)) if (name.startsWith('x-')) rmSync(join(disk, name))
      await store.drop(draft?.id ?? '')
      expect(readdirSync(join(disk, 'machine', 'drafts'))).toContain(RESERVE_NAME)
    },
    FAULT_TIMEOUT_MS,
  )
})

describe('story A12: out of room while writing', () => {
  it(
    'on a real full disk a change, a snapshot and an import are refused, nothing is lost, and work resumes',
    async (context) => {
      const disk = smallDisk()
      if (disk === undefined)
        return context.skip('Only root can make a small disk; the injected form is tested.')
      const ballast = join(disk, 'ballast')
      mkdirSync(ballast)
      const root = join(disk, 'Treaties')
      const host = { ...testHost(), snapshotAfter: 1_000_000 }
      await createLibrary(host, root)
      const heard = listening()
      const library = await openLibrary(host, root, heard)
      await beginTreaty(library)
      fill(join(ballast, 'x'))

      const acknowledged: string[] = []
      const refused = await untilRefused(async (id) => {
        await library.commit(annotate(id), 'Ana')
        acknowledged.push(id)
      })
      expect(refused).toMatchObject({ code: 'disk-full' })
      expect(heard.saving.at(-1)).toBe('failed: disk-full')
      expect(annotationIds(library)).toEqual(acknowledged)
      const imported = library.sources.put(Buffer.alloc(100_000, 'x')).catch((error: unknown) => {
        throw folderError(error, library.name)
      })
      await expect(imported).rejects.toMatchObject({ code: 'disk-full' })
      await library.close()

      // Opening finds that a snapshot is due; the disk fills up before it is written.
      rmSync(ballast, { recursive: true })
      mkdirSync(ballast)
      const failures: unknown[] = []
      const listener = { ...listening(), onUpkeepFailed: (error: unknown) => failures.push(error) }
      const again = await openLibrary({ ...host, snapshotAfter: 1 }, root, listener)
      expect(annotationIds(again)).toEqual(acknowledged)
      fill(join(ballast, 'y'))
      await again.close()
      expect(failures).toHaveLength(1)

      // Not even the lock can be made: everything can be read.
      fill(join(ballast, 'z'))
      const reading = await openLibrary(host, root, listening())
      expect(reading.readOnly?.code).toBe('disk-full')
      expect(annotationIds(reading)).toEqual(acknowledged)
      await reading.close()

      rmSync(ballast, { recursive: true })
      const writing = await openLibrary(host, root, listening())
      await writing.commit(annotate('after'), 'Ana')
      expect(annotationIds(writing)).toEqual([...acknowledged, 'after'])
      await writing.close()
    },
    FAULT_TIMEOUT_MS,
  )

  it('a snapshot that finds no room leaves the library as it was', async () => {
    const root = join(temporaryFolder(), 'Treaties')
    const host = { ...testHost(), snapshotAfter: 1 }
    await createLibrary(host, root)
    const failures: unknown[] = []
    const listener = { ...listening(), onUpkeepFailed: (error: unknown) => failures.push(error) }
    const library = await openLibrary(host, root, listener)
    await library.sources.put(Buffer.from('x'))
    host.fs.leaveRoom(60_000)
    await beginTreaty(library)
    host.fs.leaveRoom(200)
    await library.close()
    expect(failures).toHaveLength(1)
    host.fs.leaveRoom(Infinity)
    const again = await openLibrary(host, root, listening())
    expect(again.readOnly).toBeUndefined()
    await again.commit(annotate('after'), 'Ana')
    await again.close()
  })
})

/** Annotates until the disk refuses; the refusal. */
async function untilRefused(work: (id: string) => Promise<void>): Promise<PactaError | undefined> {
  for (let n = 1; n < 10_000; n++) {
    try {
      await work(`a${n}`)
    } catch (error) {
      return error instanceof PactaError ? error : undefined
    }
  }
  return undefined
}
