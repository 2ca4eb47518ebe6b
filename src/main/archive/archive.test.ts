import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allEntities } from '#domain/history/all-entities.ts'
import { createBrief, setBlocks } from '#domain/library/changes/brief-changes.ts'
import { annotationOf, AUTHOR, TREATY } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import { paragraph } from '#domain/rich-text/rich-text.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { beginTreaty, TREATY_HASH } from '../library/faults/faults.testing.ts'
import { createLibrary, openLibrary } from '../library/library-opener.ts'
import { listening, testHost } from '../library/open-library.testing.ts'
import { exportArchive } from './export-archive.ts'
import { importArchive } from './import-archive.ts'
import { rawZip } from './raw-zip.testing.ts'

/** An open library with the test treaty and its words in it. */
async function treatyLibrary() {
  const root = join(temporaryFolder(), 'Treaties')
  const host = testHost()
  await createLibrary(host, root)
  const library = await openLibrary(host, root, listening())
  await beginTreaty(library)
  return { library, host, root }
}

async function exported() {
  const treaty = await treatyLibrary()
  const { library, host } = treaty
  const hash = await library.sources.put(Buffer.from('The words of the treaty, as they came.'))
  const annotation = create('annotation', annotationOf('twenty years'))
  await library.commit({ action: 'annotation.add', operations: [annotation] }, 'Ana')
  const folder = temporaryFolder()
  const path = join(folder, 'Treaties.pacta')
  const result = await exportArchive(host, library, path)
  return { ...treaty, path, folder, hash, result }
}

describe('story A11: a library moves to another machine', () => {
  it('shows the same there: every entity, every source, every step that can be undone', async () => {
    const { library, path, hash } = await exported()
    const elsewhere = testHost()
    const root = join(temporaryFolder(), 'Arrived')
    await importArchive(elsewhere.fs, path, root)
    const there = await openLibrary(elsewhere, root, listening())
    expect([...allEntities(there.state)]).toEqual([...allEntities(library.state)])
    expect(await there.records(0, 100)).toEqual(await library.records(0, 100))
    expect(there.manifest.libraryId).toBe(library.manifest.libraryId)
    expect(Buffer.from(await there.sources.get(hash)).toString()).toBe(
      'The words of the treaty, as they came.',
    )
    expect(await there.undo('Ben')).toBe('Annotate')
    await there.close()
  })

  it('holds no path of the machine it comes from', async () => {
    const { path, root } = await exported()
    const elsewhere = join(temporaryFolder(), 'Arrived')
    await importArchive(testHost().fs, path, elsewhere)
    const files = readdirSync(elsewhere, { recursive: true, encoding: 'utf8', withFileTypes: true })
    for (const file of files.filter((f) => f.isFile())) {
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain(root)
    }
  })
})

describe('exportArchive', () => {
  it('holds what was durable when it began, while the library goes on being written', async () => {
    const { library, host } = await treatyLibrary()
    const path = join(temporaryFolder(), 'x.pacta')
    const words = ['Inner Sea', 'once a year', 'without delay']
    const running = exportArchive(host, library, path)
    for (const word of words) {
      const operations = [create('annotation', annotationOf(word))]
      await library.commit({ action: 'annotation.add', operations }, 'Ana')
    }
    await running
    const root = join(temporaryFolder(), 'Arrived')
    await importArchive(host.fs, path, root)
    const there = await openLibrary(testHost(), root, listening())
    expect(there.headSeq).toBeGreaterThanOrEqual(1)
    expect(await there.records(0, 100)).toEqual((await library.records(0, 100)).slice(0, there.headSeq))
    await there.close()
  })

  it('on a full disk leaves nothing behind, and what stood there as it was', async () => {
    const { library, host } = await treatyLibrary()
    const folder = temporaryFolder()
    const path = join(folder, 'x.pacta')
    writeFileSync(path, 'an earlier export')
    host.fs.leaveRoom(500)
    await expect(exportArchive(host, library, path)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(folder)).toEqual(['x.pacta'])
    expect(readFileSync(path, 'utf8')).toBe('an earlier export')
    host.fs.leaveRoom(Infinity)
    await exportArchive(host, library, path)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  it('says that a source is not what its name says, before anyone relies on the archive', async () => {
    const { library, host, root } = await treatyLibrary()
    const hash = await library.sources.put(Buffer.from('words'))
    writeFileSync(join(root, 'sources', hash), 'wordz')
    const folder = temporaryFolder()
    await expect(exportArchive(host, library, join(folder, 'x.pacta'))).rejects.toMatchObject({
      reason: 'damaged',
      entry: `sources/${hash}`,
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('an archive without everything', () => {
  it('is not made: which agreement has lost its words is said, and bringing them in again helps', async () => {
    const { library, host, root } = await treatyLibrary()
    rmSync(join(root, 'sources', TREATY_HASH))
    const folder = temporaryFolder()
    const path = join(folder, 'x.pacta')
    await expect(exportArchive(host, library, path)).rejects.toMatchObject({
      code: 'archive-incomplete',
      details: { titles: expect.stringContaining('“') },
    })
    expect(readdirSync(folder)).toEqual([])
    await library.sources.put(Buffer.from(TREATY))
    await exportArchive(host, library, path)
  })

  it('is not unpacked', async () => {
    const { root } = await treatyLibrary()
    const path = join(temporaryFolder(), 'x.pacta')
    const files = ['library.json', 'journal/000001.jsonl']
    writeFileSync(path, rawZip(files.map((name) => ({ name, bytes: readFileSync(join(root, name)) }))))
    const arrived = join(temporaryFolder(), 'Arrived')
    await expect(importArchive(testHost().fs, path, arrived)).rejects.toMatchObject({
      code: 'archive-unfit',
      details: { reason: expect.stringMatching(/^the words of “.+” are missing from it$/) },
    })
    expect(existsSync(arrived)).toBe(false)
  })
})

describe('importArchive', () => {
  it('asks first whether the disk has room', async () => {
    const { path } = await exported()
    const { fs } = testHost()
    const root = join(temporaryFolder(), 'Arrived')
    const small = { ...fs, freeBytes: () => Promise.resolve(1_000_000) }
    await expect(importArchive(small, path, root)).rejects.toMatchObject({
      code: 'disk-space',
      details: { name: 'Treaties.pacta' },
    })
    expect(existsSync(root)).toBe(false)
  })

  it('takes back in whatever was exported, however often it says the same thing', async () => {
    const { library, host } = await treatyLibrary()
    await library.sources.put(Buffer.alloc(3_000_000, ' '))
    const made = createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: made }, 'Ana')
    const brief = library.state.find('brief', 'b')
    const same = Array.from({ length: 300 }, () => paragraph('a'.repeat(10_000)))
    const operations = brief ? setBlocks(brief, same, AUTHOR) : []
    await library.commit({ action: 'brief.edit', operations }, 'Ana')
    const path = join(temporaryFolder(), 'x.pacta')
    await exportArchive(host, library, path)
    const root = join(temporaryFolder(), 'Arrived')
    await importArchive(host.fs, path, root)
    const there = await openLibrary(testHost(), root, listening())
    expect(there.state.find('brief', 'b')?.blocks).toHaveLength(300)
    await there.close()
  })

  it('never unpacks over anything', async () => {
    const { path, root, host } = await exported()
    await expect(importArchive(host.fs, path, root)).rejects.toMatchObject({ code: 'folder-not-empty' })
  })

  it('on a full disk leaves a folder that can be chosen again', async () => {
    const { path } = await exported()
    const { fs } = testHost()
    const root = join(temporaryFolder(), 'Arrived')
    fs.leaveRoom(3000)
    await expect(importArchive(fs, path, root)).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(root)).toEqual([])
    fs.leaveRoom(Infinity)
    await importArchive(fs, path, root)
    expect(readdirSync(root).sort()).toEqual(['journal', 'library.json', 'sources'])
  })

  it.each([
    [
      'no library',
      rawZip([{ name: 'readme.txt', bytes: Buffer.from('words') }]),
      'it holds no Pacta library',
    ],
    ['a manifest that is none', rawZip([{ name: 'library.json' }]), 'it holds no Pacta library'],
    ['words', Buffer.from('words'), 'it is not a Pacta archive'],
    [
      'a journal that is none',
      rawZip([
        { name: 'library.json', bytes: Buffer.from('{"format":1}') },
        { name: 'journal/000001.jsonl', bytes: Buffer.from('00000000 {"seq":1}\n') },
      ]),
      'it is damaged',
    ],
  ])('refuses an archive with %s, and makes no folder', async (_, bytes, reason) => {
    const path = join(temporaryFolder(), 'x.pacta')
    writeFileSync(path, bytes)
    const root = join(temporaryFolder(), 'Arrived')
    await expect(importArchive(testHost().fs, path, root)).rejects.toMatchObject({
      code: 'archive-unfit',
      details: { name: 'x.pacta', reason },
    })
    expect(existsSync(root)).toBe(false)
  })

  it('refuses a library of a newer program', async () => {
    const path = join(temporaryFolder(), 'x.pacta')
    writeFileSync(path, rawZip([{ name: 'library.json', bytes: Buffer.from('{"format":99}') }]))
    await expect(importArchive(testHost().fs, path, join(temporaryFolder(), 'new'))).rejects.toMatchObject({
      code: 'library-newer',
    })
  })

  it('writes nothing that is not a part of a library', async () => {
    const path = join(temporaryFolder(), 'x.pacta')
    const manifest =
      '{"format":1,"libraryId":"l","createdAt":"2026-01-01T00:00:00Z","appVersion":"1","epoch":1}'
    const files = [
      { name: 'library.json', bytes: Buffer.from(manifest) },
      { name: 'lock', bytes: Buffer.from('{}') },
      { name: 'journal/run.sh', bytes: Buffer.from('#!') },
      { name: 'sources/deeper/x', bytes: Buffer.from('x') },
    ]
    writeFileSync(path, rawZip(files))
    const root = join(temporaryFolder(), 'Arrived')
    await importArchive(testHost().fs, path, root)
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    expect(found.sort()).toEqual(['journal', 'library.json', 'sources'])
  })
})
