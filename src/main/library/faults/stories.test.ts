import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setThemes } from '#domain/library/changes/annotation-changes.ts'
import { createBrief, setBlocks } from '#domain/library/changes/brief-changes.ts'
import { annotationOf, AUTHOR, TEXT } from '#domain/library/fixture.testing.ts'
import { paragraph } from '#domain/rich-text/rich-text.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { decodeLine } from '../record-codec.ts'
import { examineLibrary } from '../verify/verify-library.ts'
import {
  annotate,
  annotationIds,
  closedLibrary,
  copyOf,
  filesBelow,
  firstIds,
  TREATY_HASH,
} from './faults.testing.ts'

describe('story A1: a full disk wipes everything', () => {
  it('what was saved before is whole on the disk, and what was not is taken back, not half-written', async () => {
    const root = await closedLibrary(5)
    const host = testHost()
    const library = await openLibrary(host, root, listening())
    host.fs.leaveRoom(100)
    await expect(library.commit(annotate('b'), 'Ana')).rejects.toMatchObject({ code: 'disk-full' })
    const beside = await openLibrary(testHost(), copyOf(root), listening())
    expect(annotationIds(beside)).toEqual(firstIds(5))
    host.fs.leaveRoom(Infinity)
    await library.commit(annotate('b'), 'Ana')
    expect(annotationIds(library)).toEqual([...firstIds(5), 'b'])
    await library.close()
  })
})

describe('story A2: an update or an older program loses the data', () => {
  it('an older program reads what it understands of a newer library and writes nothing', async () => {
    const root = await closedLibrary(3)
    const path = join(root, 'library.json')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), format: 2, shelves: [] }))
    const before = filesBelow(root)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly?.code).toBe('library-newer')
    expect(annotationIds(library)).toEqual(firstIds(3))
    await expect(library.commit(annotate('b'), 'Ana')).rejects.toMatchObject({ code: 'library-read-only' })
    await library.close()
    expect(filesBelow(root)).toEqual(before)
  })
})

describe('story A3: the program says saved and wrote nothing', () => {
  it('every acknowledged change can be read on the disk by anyone, at that moment', async () => {
    const root = await closedLibrary(0)
    const library = await openLibrary(testHost(), root, listening())
    for (const id of firstIds(20)) {
      const seq = await library.commit(annotate(id), 'Ana')
      const lines = readFileSync(join(root, 'journal', '000001.jsonl'))
        .toString('latin1')
        .trimEnd()
        .split('\n')
      const decoded = decodeLine(Buffer.from(lines.at(-1) ?? '', 'latin1'))
      expect(decoded).toMatchObject({ ok: true, record: { seq, operations: [{ ref: { id } }] } })
    }
    await library.close()
  })

  it('a change is acknowledged only after the disk has been told to keep it', async () => {
    const root = await closedLibrary(0)
    const host = testHost()
    const library = await openLibrary(host, root, listening())
    host.fs.fail('datasync', 'EIO', '.jsonl')
    await expect(library.commit(annotate('a1'), 'Ana')).rejects.toMatchObject({ code: 'write-failed' })
    expect(annotationIds(library)).toEqual([])
    await library.commit(annotate('a1'), 'Ana')
    await library.close()
    expect(annotationIds(await openLibrary(testHost(), root, listening()))).toEqual(['a1'])
  })
})

describe('story A4: a partial view is saved over the whole', () => {
  it('a change says what it replaces, so a view that does not know the rest cannot replace it', async () => {
    const root = await closedLibrary(0)
    const library = await openLibrary(testHost(), root, listening())
    const created = createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: created }, 'Ana')
    const seen = library.state.find('brief', 'b')
    if (!seen) throw new Error('The brief was created')
    const blocks = Array.from({ length: 50 }, (_, i) => paragraph(`block ${i}`))
    await library.commit({ action: 'brief.edit', operations: setBlocks(seen, blocks, AUTHOR) }, 'Ana')
    // A view of the brief as it was tries to save what it shows.
    const stale = setBlocks(seen, [paragraph('all there is')], AUTHOR)
    await expect(library.commit({ action: 'brief.edit', operations: stale }, 'Ana')).rejects.toMatchObject({
      code: 'changed-elsewhere',
    })
    expect(library.state.find('brief', 'b')?.blocks).toHaveLength(50)
    await library.close()
  })
})

describe('story A5: sync deletes everything', () => {
  it('a journal that has been taken away is not taken for an empty library', async () => {
    const root = await closedLibrary(5)
    rmSync(join(root, 'journal'), { recursive: true })
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl' },
    })
    await library.close()
  })

  it('with a snapshot everything is still there to be read', async () => {
    const root = await closedLibrary(10, { snapshotAfter: 3 })
    rmSync(join(root, 'journal'), { recursive: true })
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly?.code).toBe('library-damaged')
    expect(annotationIds(library)).toEqual(firstIds(10))
    await library.close()
  })
})

describe('story A7: annotations vanish when the file behind them changes', () => {
  it('a changed file is noticed and not shown, and its annotations stay', async () => {
    const root = await closedLibrary(3)
    writeFileSync(join(root, 'sources', TREATY_HASH), 'Another text altogether')
    const library = await openLibrary(testHost(), root, listening())
    await expect(library.sources.get(TREATY_HASH)).rejects.toMatchObject({ code: 'content-missing' })
    expect(annotationIds(library)).toEqual(firstIds(3))
    const { report } = await examineLibrary(testHost().fs, root)
    expect(report.findings[0]).toMatchObject({ severity: 'error', where: `sources/${TREATY_HASH}` })
    await library.close()
  })
})

describe('story A10: a damaged database and the fear of rebuilding it', () => {
  it('damage is named with file and byte, and what is before it can be read', async () => {
    const root = await closedLibrary(5)
    const path = join(root, 'journal', '000001.jsonl')
    const bytes = readFileSync(path)
    const last = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1
    bytes[last + 30] = (bytes[last + 30] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toMatchObject({ details: { file: 'journal/000001.jsonl', byte: last } })
    expect(annotationIds(library)).toEqual(firstIds(4))
    await library.close()
  })

  it('a library in a folder that a sync tool copies is warned about', async () => {
    const root = await closedLibrary(1, {}, join(temporaryFolder(), 'Dropbox', 'Treaties'))
    const library = await openLibrary(testHost(), root, listening())
    expect(library.notices).toMatchObject([{ code: 'cloud-folder', details: { service: 'Dropbox' } }])
    await library.close()
  })
})

describe('story A11: absolute paths break on another machine', () => {
  it('a copied folder opens anywhere as it was, and no file in it names where it stood', async () => {
    const root = await closedLibrary(10, { snapshotAfter: 3 })
    for (const [path, bytes] of filesBelow(root)) expect([path, bytes.includes(root)]).toEqual([path, false])
    const elsewhere = join(temporaryFolder(), 'другое место', 'Kopie')
    cpSync(root, elsewhere, { recursive: true })
    rmSync(root, { recursive: true })
    const library = await openLibrary(testHost(), elsewhere, listening())
    expect(library.readOnly).toBeUndefined()
    expect(annotationIds(library)).toEqual(firstIds(10))
    expect(await library.sources.get(TREATY_HASH)).toHaveLength(TEXT.content.length)
    await library.close()
    expect(readdirSync(elsewhere)).not.toContain('lock')
  })
})

/** Where the tests of each story are, besides those above. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  A1: ['e2e/library-faults.test.ts'],
  A2: ['src/main/backup/backup.test.ts'],
  A3: ['src/main/draft-calls.test.ts', 'src/main/drafts/drafts.test.ts'],
  A5: [
    'src/main/backup/backup.test.ts',
    'src/main/library/faults/missing-files.test.ts',
    'src/main/library/faults/replaced-journal.test.ts',
  ],
  A6: ['src/main/library/faults/kill.test.ts', 'e2e/kills.test.ts'],
  A7: [
    'src/main/library/source-store.test.ts',
    'src/main/history/restore-text.test.ts',
    'src/domain/library/changes/carry-marks.test.ts',
  ],
  A8: ['src/main/history/history.test.ts', 'e2e/trash-history.test.ts'],
  A9: ['src/main/history/history.test.ts', 'src/domain/library/changes/theme-merging.test.ts'],
  A10: ['src/main/scrubber.test.ts', 'e2e/library-faults.test.ts'],
  A11: ['src/main/archive/archive.test.ts'],
  A12: ['src/main/library/faults/full-disk.test.ts', 'src/main/library/faults/full-disk-copies.test.ts'],
}

describe('the twelve stories of lost work', () => {
  it('each has a test that names it', () => {
    const root = resolve(import.meta.dirname, '..', '..', '..', '..')
    const here = readFileSync(import.meta.filename, 'utf8')
    for (let n = 1; n <= 12; n++) {
      const story = `A${n}`
      const named = new RegExp(`(?:describe|it|test)(?:\\.each\\([^)]*\\))?\\(\\s*'story ${story}:`)
      const files = ELSEWHERE[story] ?? []
      const naming = files.filter((file) => named.test(readFileSync(join(root, file), 'utf8')))
      expect([story, naming]).toEqual([story, files])
      expect([story, named.test(here) || files.length > 0]).toEqual([story, true])
    }
  })
})

describe('a clock that is set back a year', () => {
  it('changes no order: what was done last is taken back first, also after a restart', async () => {
    const root = await closedLibrary(0)
    const host = testHost()
    let year = 2026
    const clock = { now: () => new Date(Date.UTC(year, 5, 1)).toISOString() }
    const library = await openLibrary({ ...host, clock }, root, listening())
    await library.commit(annotate('a1'), 'Ana')
    year = 2025
    await library.commit(annotate('a2'), 'Ana')
    const operations = setThemes(annotationOf('twenty years', ['SEC.1'], 'a2'), [], AUTHOR)
    await library.commit({ action: 'annotation.themes', operations }, 'Ana')
    await library.close()
    const again = await openLibrary({ ...host, clock }, root, listening())
    expect(annotationIds(again)).toEqual(['a1', 'a2'])
    expect(await again.undo('Ana')).toBe('Change themes')
    await again.undo('Ana')
    expect(annotationIds(again)).toEqual(['a1'])
    await again.close()
  })
})
