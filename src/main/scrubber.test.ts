import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PactaError } from '#contract/errors.ts'
import { makeBackup } from './backup/make-backup.ts'
import { draftStore } from './drafts/draft-store.ts'
import { temporaryFolder } from './files/temporary-folder.testing.ts'
import { annotate, annotationIds, closedLibrary, firstIds } from './library/faults/faults.testing.ts'
import { openLibrary } from './library/library-opener.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { listening, testHost } from './library/open-library.testing.ts'
import { scrubber, type Wait } from './scrubber.ts'

const COUNT = 30

/** A library with every kind of file in its folder; the newest snapshot covers its packed segments. */
async function fullLibrary(): Promise<string> {
  const root = await closedLibrary(COUNT, { snapshotAfter: 8, segmentBytes: 4000 })
  const host = testHost()
  const library = await openLibrary(host, root, listening())
  await makeBackup(host, library, 'by-hand')
  await library.close()
  await draftStore(host.fs, host.clock, [join(root, 'drafts'), temporaryFolder()]).keep(annotate('b'), 'Ana')
  return root
}

/** Opens a library and looks it through. */
async function scrubbed(root: string, wait: Wait = () => Promise.resolve()) {
  const told: string[] = []
  const stopped: PactaError[] = []
  const listener = { ...listening(), onReadOnly: (reason: PactaError) => stopped.push(reason) }
  const library = await openLibrary(testHost(), root, listener)
  const tell = (_: OpenLibrary, notice: PactaError): void => {
    told.push(`${notice.code}: ${notice.details['file']}`)
  }
  await scrubber(testHost().fs, tell, wait)(library)
  return { library, told, stopped }
}

/** Flips a bit in the first file of a place whose name ends so; the file's name below the folder. */
function spoil(root: string, place: string, ending: string): string {
  const name = readdirSync(join(root, place)).find((one) => one.endsWith(ending)) ?? ''
  const path = join(root, place, name)
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  return `${place}/${name}`
}

describe('looking a library through after it was opened', () => {
  it('finds nothing in a sound one', async () => {
    const { library, told, stopped } = await scrubbed(await fullLibrary())
    expect([told, stopped, library.readOnly]).toEqual([[], [], undefined])
    await library.close()
  })

  it('story A10: damage in a part of the journal that opening did not read stops the writing', async () => {
    const root = await fullLibrary()
    const file = spoil(root, 'journal', '000001.jsonl.gz')
    const { library, stopped } = await scrubbed(root)
    expect(stopped).toMatchObject([{ code: 'library-damaged', details: { file } }])
    await expect(library.commit(annotate('c'), 'Ana')).rejects.toMatchObject({ code: 'library-read-only' })
    expect(annotationIds(library)).toEqual(firstIds(COUNT))
    await library.close()
  })

  it.each([
    ['sources', ''],
    ['backups', '.zip'],
    ['drafts', '.json'],
    ['snapshots', '.json.gz'],
  ])('damage in %s is told by the name of the file', async (place, ending) => {
    const root = await fullLibrary()
    const file = spoil(root, place, ending)
    const { library, told, stopped } = await scrubbed(root)
    expect(told).toEqual([`damage-found: ${file}`])
    expect(stopped).toEqual([])
    await library.close()
  })

  it('ends when the library is closed', async () => {
    const root = await fullLibrary()
    spoil(root, 'sources', '')
    let closing: Promise<void> | undefined
    const opened = await openLibrary(testHost(), root, listening())
    const told: unknown[] = []
    await scrubber(
      testHost().fs,
      (_, notice) => told.push(notice),
      async () => {
        closing ??= opened.close()
        await closing
      },
    )(opened)
    expect(told).toEqual([])
  })
})
