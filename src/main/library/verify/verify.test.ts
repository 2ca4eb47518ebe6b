import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setThemes } from '#domain/library/changes/annotation-changes.ts'
import { annotationOf, AUTHOR, libraryOperations, TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import { makeBackup } from '../../backup/make-backup.ts'
import { draftStore } from '../../drafts/draft-store.ts'
import { nodeFileSystem } from '../../files/file-system.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { createLibrary, openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { encodeRecord } from '../record-codec.ts'
import { writeSum } from '../sum-file.ts'
import { reportText } from './report.ts'
import { repairLibrary } from './repair-library.ts'
import { examineLibrary } from './verify-library.ts'

const HASH = createHash('sha256').update(TREATY).digest('hex')

/** A library with the treaty's words in its sources and `count` annotations. */
async function soundLibrary(count = 4, snapshotAfter = 1_000_000): Promise<string> {
  const root = join(temporaryFolder(), 'Treaties')
  const host = { ...testHost(), snapshotAfter }
  await createLibrary(host, root)
  const library = await openLibrary(host, root, listening())
  await library.sources.put(Buffer.from(TREATY))
  const operations = libraryOperations().map((op) =>
    op.op === 'create' && op.ref.kind === 'text'
      ? create('text', {
          ...TEXT,
          content: { ...TEXT.content, hash: HASH },
          original: { ...TEXT.original, hash: HASH },
        })
      : op,
  )
  await library.commit({ action: 'library.create', operations }, 'Ana')
  for (let n = 1; n <= count; n++) {
    const annotation = annotationOf('twenty years', ['SEC.1'], `a${n}`)
    await library.commit({ action: 'annotation.add', operations: [create('annotation', annotation)] }, 'Ana')
  }
  await makeBackup(host, library, 'by-hand')
  await library.close()
  const drafts = draftStore(host.fs, host.clock, [join(root, 'drafts'), temporaryFolder()])
  const typed = create('annotation', annotationOf('Inner Sea', ['SEC.1'], 'typed'))
  await drafts.keep({ action: 'annotation.add', operations: [typed] }, 'Ana')
  return root
}

/** The file with an ending in a part of the library's folder. */
function onlyIn(root: string, place: string, ending: string): string {
  const name = readdirSync(join(root, place)).find((one) => one.endsWith(ending)) ?? ''
  return join(root, place, name)
}

function segmentOf(root: string): string {
  return join(root, 'journal', '000001.jsonl')
}

/** Where each line of a file begins. */
function lineStarts(bytes: Buffer): number[] {
  return [0, ...[...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)]
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function reportOf(root: string) {
  return (await examineLibrary(testHost().fs, root)).report
}

describe('verifying a library', () => {
  it('finds nothing in a sound one, and changes nothing', async () => {
    const root = await soundLibrary()
    const report = await reportOf(root)
    expect(report).toMatchObject({ isSound: true, findings: [], left: 0 })
    expect(report.counts).toMatchObject({ records: 5, segments: 1, sources: 1, texts: 1, annotations: 4 })
    expect(reportText(report)).toMatch(/Everything is in order\.$/)
  })

  it('can be done while the library is open', async () => {
    const root = await soundLibrary()
    const library = await openLibrary(testHost(), root, listening())
    expect((await reportOf(root)).isSound).toBe(true)
    await library.close()
  })

  it.each<[string, (root: string) => void, RegExp]>([
    [
      'a flipped bit in the journal',
      (root) => flip(segmentOf(root), 50),
      /journal\/000001\.jsonl, byte 0: a record whose checksum does not fit/,
    ],
    [
      'a line taken out of the journal',
      (root) => {
        const lines = readFileSync(segmentOf(root), 'utf8').split('\n')
        writeFileSync(segmentOf(root), lines.filter((_, i) => i !== 2).join('\n'))
      },
      /record 3 is missing before it/,
    ],
    ['a source that has changed', (root) => flip(join(root, 'sources', HASH), 100), /does not fit its name/],
    [
      'a missing source',
      (root) => rmSync(join(root, 'sources', HASH)),
      /is missing: the words of text text-1/,
    ],
    [
      'a manifest that has changed',
      (root) => {
        const path = join(root, 'library.json')
        writeFileSync(path, readFileSync(path, 'utf8').replace('"epoch": 1', '"epoch": 3'))
      },
      /library\.json: is not as it was written/,
    ],
    [
      'a draft that has changed',
      (root) => flip(onlyIn(root, 'drafts', '.json'), 40),
      /drafts\/.+ does not fit/,
    ],
    [
      'a backup that has changed where a zip does not notice',
      (root) => flip(onlyIn(root, 'backups', '.zip'), 10),
      /backups\/.+\.zip: does not fit its checksum/,
    ],
    [
      'a backup of an earlier version, without a sum beside it, that has changed',
      (root) => {
        rmSync(onlyIn(root, 'backups', '.sha256'))
        const path = onlyIn(root, 'backups', '.zip')
        flip(path, readFileSync(path).indexOf('journal/000001.jsonl') + 100)
      },
      /backups\/.+\.zip: cannot be used: it is damaged: journal\/000001\.jsonl/,
    ],
    [
      'a journal whose end is gone, by a backup that has it',
      (root) => {
        const text = readFileSync(segmentOf(root), 'utf8')
        writeFileSync(segmentOf(root), `${text.split('\n').slice(0, 4).join('\n')}\n`)
      },
      /journal: ends at record 4, but there is a backup of record 5/,
    ],
  ])('names %s', async (_, damage, words) => {
    const root = await soundLibrary()
    damage(root)
    const report = await reportOf(root)
    expect(report.isSound).toBe(false)
    expect(reportText(report)).toMatch(words)
    expect(reportText(report)).toMatch(/The library is damaged\./)
  })

  it('names a damaged snapshot', async () => {
    const root = await soundLibrary(4, 1)
    const name = readdirSync(join(root, 'snapshots')).find((file) => file.endsWith('.gz')) ?? ''
    flip(join(root, 'snapshots', name), 30)
    expect(reportText(await reportOf(root))).toContain(`snapshots/${name}: does not fit its checksum`)
  })

  it('names a snapshot that somebody has spoilt together with its checksum', async () => {
    const root = await soundLibrary(4, 1)
    const name = readdirSync(join(root, 'snapshots')).find((file) => file.endsWith('.gz')) ?? ''
    const path = join(root, 'snapshots', name)
    const bytes = readFileSync(path)
    // Inside the last lot: opening reads it when one of its texts is looked at.
    bytes.fill(0, bytes.length - 100, bytes.length - 60)
    writeFileSync(path, bytes)
    await writeSum(nodeFileSystem, path, bytes)
    expect(reportText(await reportOf(root))).toContain(
      `snapshots/${name}: fits its checksum and cannot be read`,
    )
  })

  it('names an annotation whose words do not stand in its text', async () => {
    const root = await soundLibrary(1)
    const wrong = annotationOf('twenty years', ['SEC.1'], 'wrong')
    const anchor = {
      ...wrong.target.anchor,
      start: wrong.target.anchor.start + 1,
      end: wrong.target.anchor.end + 1,
    }
    const record = {
      seq: 3,
      at: AUTHOR.at,
      by: 'Ana',
      action: 'annotation.add',
      operations: [create('annotation', { ...wrong, target: { kind: 'span', anchor } })],
    }
    writeFileSync(segmentOf(root), Buffer.concat([readFileSync(segmentOf(root)), encodeRecord(record)]))
    expect(reportText(await reportOf(root))).toContain(
      'annotation wrong: quotes words that do not stand there in the text',
    )
  })

  it('only notes an unfinished last write, and that there is no backup', async () => {
    const root = await soundLibrary()
    rmSync(join(root, 'backups'), { recursive: true })
    writeFileSync(segmentOf(root), Buffer.concat([readFileSync(segmentOf(root)), Buffer.from('0a1b')]))
    const report = await reportOf(root)
    expect(report.isSound).toBe(true)
    expect(report.findings.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })
})

describe('repairing a library', () => {
  it('saves everything but the damaged record into a new folder, and leaves the old one as it is', async () => {
    const root = await soundLibrary(4)
    const starts = lineStarts(readFileSync(segmentOf(root)))
    flip(segmentOf(root), (starts[2] ?? 0) + 60)
    const before = readFileSync(segmentOf(root))
    const target = join(temporaryFolder(), 'Saved')
    const repaired = await repairLibrary(testHost(), root, target)
    expect(repaired).toMatchObject({ kept: 4, skipped: 0, sources: 1 })
    expect(readFileSync(segmentOf(root))).toEqual(before)
    const library = await openLibrary(testHost(), target, listening())
    expect(library.readOnly).toBeUndefined()
    expect(library.state.annotationsOf(TEXT.id).map((a) => a.id)).toEqual(['a1', 'a3', 'a4'])
    expect(Buffer.from(await library.sources.get(HASH)).toString('utf8')).toBe(TREATY)
    await library.undo('Ana')
    expect(library.state.annotationsOf(TEXT.id).map((a) => a.id)).toEqual(['a1', 'a3'])
    await library.close()
    expect((await reportOf(target)).isSound).toBe(true)
  })

  it('steps over what builds on a lost record', async () => {
    const root = await soundLibrary(2)
    const library = await openLibrary(testHost(), root, listening())
    const operations = setThemes(annotationOf('twenty years', ['SEC.1'], 'a1'), ['default.IMP.6'], AUTHOR)
    await library.commit({ action: 'annotation.themes', operations }, 'Ana')
    await library.undo('Ana')
    await library.close()
    // The creation of a1 is lost, and with it what was done to a1 and its undoing.
    flip(segmentOf(root), (lineStarts(readFileSync(segmentOf(root)))[1] ?? 0) + 60)
    const target = join(temporaryFolder(), 'Saved')
    expect(await repairLibrary(testHost(), root, target)).toMatchObject({ kept: 2, skipped: 2 })
    const saved = await openLibrary(testHost(), target, listening())
    expect(saved.readOnly).toBeUndefined()
    expect(saved.state.annotationsOf(TEXT.id).map((a) => a.id)).toEqual(['a2'])
    await saved.close()
  })

  it('takes from a snapshot what the journal has lost', async () => {
    const root = await soundLibrary(4, 3)
    // Opening finds that a snapshot of everything is due, and closing waits for it.
    await (await openLibrary({ ...testHost(), snapshotAfter: 3 }, root, listening())).close()
    flip(segmentOf(root), (lineStarts(readFileSync(segmentOf(root)))[1] ?? 0) + 60)
    const target = join(temporaryFolder(), 'Saved')
    const repaired = await repairLibrary(testHost(), root, target)
    expect(repaired.fromSnapshots).toBeGreaterThan(0)
    const saved = await openLibrary(testHost(), target, listening())
    expect(
      saved.state
        .annotationsOf(TEXT.id)
        .map((a) => a.id)
        .toSorted(),
    ).toEqual(['a1', 'a2', 'a3', 'a4'])
    await saved.close()
  })

  it('goes only into an empty folder', async () => {
    const root = await soundLibrary()
    await expect(repairLibrary(testHost(), root, root)).rejects.toMatchObject({ code: 'folder-not-empty' })
  })

  it('leaves no library behind when the disk fills up', async () => {
    const root = await soundLibrary()
    const target = join(temporaryFolder(), 'Saved')
    const host = testHost()
    host.fs.leaveRoom(2000)
    await expect(repairLibrary(host, root, target)).rejects.toMatchObject({ code: 'disk-full' })
    await expect(openLibrary(testHost(), target, listening())).rejects.toMatchObject({
      code: 'folder-not-library',
    })
  })
})
