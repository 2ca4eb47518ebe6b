import { readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../backup/make-backup.ts'
import { draftStore } from '../../drafts/draft-store.ts'
import { nodeFileSystem } from '../../files/file-system.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { examineLibrary } from '../verify/verify-library.ts'
import {
  annotate,
  annotationIds,
  closedLibrary,
  FAULT_TIMEOUT_MS,
  filesBelow,
  firstIds,
  seededRandom,
  times,
  TREATY_HASH,
} from './faults.testing.ts'

const COUNT = 40

/** Gives a library a backup and a draft. */
async function addCopies(root: string): Promise<void> {
  const host = testHost()
  const library = await openLibrary(host, root, listening())
  await makeBackup(host, library, 'by-hand')
  await library.close()
  await draftStore(host.fs, host.clock, [join(root, 'drafts'), temporaryFolder()]).keep(annotate('b'), 'Ana')
}

describe('one flipped bit anywhere in the folder', () => {
  it(
    'is found and named, nothing is written over it, and the rest can be read',
    async () => {
      // Small segments and frequent snapshots, so that every kind of file is there.
      const root = await closedLibrary(COUNT, { snapshotAfter: 8, segmentBytes: 8000 })
      await addCopies(root)
      const whole = filesBelow(root)
      const paths = [...whole.keys()]
      expect(paths.some((path) => path.endsWith('.jsonl.gz'))).toBe(true)
      expect(paths.filter((path) => path.startsWith('snapshots'))).toHaveLength(6)
      expect(paths.map((path) => path.split(sep)[0])).toEqual(
        expect.arrayContaining(['journal', 'snapshots', 'sources', 'backups', 'drafts', 'library.json']),
      )
      const random = seededRandom(1)
      for (let n = 0; n < times(150, 2000); n++) {
        // Each file in turn, so that the small ones are hit as well.
        const path = paths[n % paths.length] ?? ''
        const good = whole.get(path) ?? Buffer.alloc(0)
        const bit = Math.floor(random() * good.length * 8)
        const bad = Buffer.from(good)
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        writeFileSync(join(root, path), bad)
        const where = `${path}, bit ${bit}`

        const { report } = await examineLibrary(nodeFileSystem, root)
        const named = path.replace(/\.sha256$/, '')
        expect([where, report.isSound]).toEqual([where, false])
        expect([where, report.findings.some((finding) => finding.where.startsWith(named))]).toEqual([
          where,
          true,
        ])

        const library = await openLibrary(testHost(), root, listening())
        const ids = annotationIds(library)
        expect([where, ids]).toEqual([where, firstIds(ids.length)])
        const isJournal = path.startsWith('journal') && !path.endsWith('.sha256')
        if (ids.length < COUNT || path === 'library.json')
          expect([where, library.readOnly]).not.toEqual([where, undefined])
        if (!isJournal) expect([where, ids.length]).toEqual([where, COUNT])
        if (path === join('sources', TREATY_HASH)) {
          await expect(library.sources.get(TREATY_HASH)).rejects.toMatchObject({ code: 'content-missing' })
        }
        await library.close()
        expect(readFileSync(join(root, path)).equals(bad)).toBe(true)
        writeFileSync(join(root, path), good)
      }
      expect(filesBelow(root)).toEqual(whole)
    },
    FAULT_TIMEOUT_MS,
  )
})
