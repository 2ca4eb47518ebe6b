import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { createLibrary, openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { examineLibrary } from '../verify/verify-library.ts'
import { annotate, annotationIds, closedLibrary, copyOf, filesBelow, firstIds } from './faults.testing.ts'

const COUNT = 30

function segmentsOf(root: string): string[] {
  return readdirSync(join(root, 'journal')).filter((name) => /\.jsonl(\.gz)?$/.test(name))
}

describe('story A5: a file of the journal has been taken away', () => {
  it.each([
    ['without a snapshot', false],
    ['with snapshots', true],
  ])('each is missed, %s, and nothing is written', async (_, hasSnapshots) => {
    const root = await closedLibrary(COUNT, { segmentBytes: 4000, snapshotAfter: hasSnapshots ? 8 : 1e6 })
    const segments = segmentsOf(root)
    expect(segments.length).toBeGreaterThan(3)
    for (const segment of segments) {
      const copy = copyOf(root)
      rmSync(join(copy, 'journal', segment))
      const before = filesBelow(copy)
      const library = await openLibrary(testHost(), copy, listening())
      expect([segment, library.readOnly?.code]).toEqual([segment, 'library-damaged'])
      const ids = annotationIds(library)
      // What was written last may be in no snapshot yet.
      const isCovered = hasSnapshots && segment !== segments.at(-1)
      expect(ids).toEqual(firstIds(isCovered ? COUNT : ids.length))
      await library.close()
      expect(filesBelow(copy)).toEqual(before)
    }
  })

  it('the first one is named when no snapshot can be used', async () => {
    const root = await closedLibrary(COUNT, { segmentBytes: 4000, snapshotAfter: 8 })
    rmSync(join(root, 'snapshots'), { recursive: true })
    rmSync(join(root, 'journal', segmentsOf(root)[0] ?? ''))
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toMatchObject({ details: { file: 'journal/000001.jsonl' } })
    await library.close()
  })

  it('and an unfinished last write stays as it is, because opening for reading changes nothing', async () => {
    const root = await closedLibrary(COUNT, { segmentBytes: 4000, snapshotAfter: 8 })
    const [first = '', last = ''] = [segmentsOf(root)[0], segmentsOf(root).at(-1)]
    rmSync(join(root, 'journal', first))
    appendFileSync(join(root, 'journal', last), 'a1b2c3d4 {"seq":')
    const before = filesBelow(root)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly?.code).toBe('library-damaged')
    expect(annotationIds(library)).toEqual(firstIds(COUNT))
    await library.close()
    expect(filesBelow(root)).toEqual(before)
  })

  it('the last one is missed when only a damaged snapshot tells of it', async () => {
    const root = await closedLibrary(COUNT, { snapshotAfter: 8 })
    for (const name of readdirSync(join(root, 'snapshots')))
      writeFileSync(join(root, 'snapshots', name), 'spoilt')
    writeFileSync(join(root, 'journal', '000001.jsonl'), '')
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toMatchObject({ details: { file: 'journal/000001.jsonl' } })
    await library.close()
  })
})

describe('story A5: the last file of the journal, of which nothing else tells', () => {
  const habits = { segmentBytes: 4000, snapshotAfter: 1e6 }

  it.each([
    ['is gone', (path: string) => rmSync(path)],
    ['is empty', (path: string) => writeFileSync(path, '')],
    ['has half a record', (path: string) => writeFileSync(path, 'a1b2c3d4 {"seq":')],
  ])('is missed and named when it %s, by opening and by verifying', async (_, lose) => {
    const root = await closedLibrary(COUNT, habits)
    const last = segmentsOf(root).at(-1) ?? ''
    lose(join(root, 'journal', last))
    const before = filesBelow(root)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toMatchObject({
      code: 'library-damaged',
      details: { file: `journal/${last}`, byte: 0 },
    })
    await library.close()
    expect(filesBelow(root)).toEqual(before)
    const { report } = await examineLibrary(testHost().fs, root)
    expect(report.findings).toContainEqual({
      severity: 'error',
      where: `journal/${last}`,
      what: 'has been begun, and is missing or empty',
    })
  })

  it('is noted when its first record is written, and again when the note could not be written', async () => {
    const root = await closedLibrary(0, habits)
    const note = join(root, 'journal', 'begun')
    // As a library from before there was a note.
    rmSync(note)
    const host = testHost()
    const library = await openLibrary({ ...host, ...habits }, root, listening())
    expect(library.readOnly).toBeUndefined()
    expect(existsSync(note)).toBe(false)
    host.fs.fail('rename', 'ENOSPC')
    await library.commit(annotate('a1'), 'Ana')
    expect(existsSync(note)).toBe(false)
    await library.commit(annotate('a2'), 'Ana')
    expect(readFileSync(note, 'utf8')).toMatch(/^[0-9a-f]{8} \{"firstSeq":2\}\n$/)
    while (segmentsOf(root).length < 3) await library.commit(annotate(`b${library.headSeq}`), 'Ana')
    const second = Number.parseInt(segmentsOf(root).at(-1) ?? '', 10)
    expect(readFileSync(note, 'utf8')).toContain(`{"firstSeq":${second}}`)
    await library.close()
  })

  it('a damaged note keeps nobody from working, and is named by verifying', async () => {
    const root = await closedLibrary(COUNT, habits)
    writeFileSync(join(root, 'journal', 'begun'), '00000000 {"firstSeq":4000}\n')
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toBeUndefined()
    expect(annotationIds(library)).toEqual(firstIds(COUNT))
    await library.close()
    const { report } = await examineLibrary(testHost().fs, root)
    expect(report.findings).toContainEqual({
      severity: 'error',
      where: 'journal/begun',
      what: 'is not as it was written',
    })
  })
})

describe('story A5: a library without a record', () => {
  it.each(['sources', 'snapshots', 'backups', 'drafts'])(
    'is not taken for a new one when there is something in %s',
    async (place) => {
      const root = join(temporaryFolder(), 'Treaties')
      await createLibrary(testHost(), root)
      mkdirSync(join(root, place), { recursive: true })
      writeFileSync(join(root, place, place === 'snapshots' ? '000000012.json.gz' : 'left'), 'x')
      const library = await openLibrary(testHost(), root, listening())
      expect(library.readOnly?.code).toBe('library-damaged')
      await library.close()
    },
  )

  it('is a new one when there is nothing else', async () => {
    const root = join(temporaryFolder(), 'Treaties')
    await createLibrary(testHost(), root)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.readOnly).toBeUndefined()
    await library.close()
  })
})
