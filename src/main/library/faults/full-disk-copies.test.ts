import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportArchive } from '../../archive/export-archive.ts'
import { importArchive } from '../../archive/import-archive.ts'
import { makeBackup } from '../../backup/make-backup.ts'
import { openBackup } from '../../backup/open-backup.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import {
  annotate,
  annotationIds,
  closedLibrary,
  FAULT_TIMEOUT_MS,
  filesBelow,
  firstIds,
} from './faults.testing.ts'
import { fill, smallDisk } from './small-disk.testing.ts'

const COUNT = 20

interface SmallDisk {
  readonly disk: string
  readonly fillUp: () => void
  readonly makeRoom: () => void
}

/** A real small disk and what fills it; the test is skipped where this user may not make one. */
function smallDiskOrSkip(skip: (note: string) => never): SmallDisk {
  const disk = smallDisk() ?? skip('Only root can make a small disk; the injected form is tested.')
  const ballast = join(disk, 'ballast')
  return {
    disk,
    fillUp: () => {
      mkdirSync(ballast, { recursive: true })
      fill(join(ballast, 'x'))
    },
    makeRoom: () => rmSync(ballast, { recursive: true }),
  }
}

describe('story A12: a real disk fills up', () => {
  it(
    'before a backup: the earlier one stays, work goes on, and the next one is made when there is room',
    async ({ skip }) => {
      const { disk, fillUp, makeRoom } = smallDiskOrSkip(skip)
      const root = await closedLibrary(COUNT, {}, join(disk, 'Treaties'))
      const host = testHost()
      const library = await openLibrary(host, root, listening())
      const first = await makeBackup(host, library, 'by-hand')
      fillUp()
      const names = readdirSync(join(root, 'backups'))
      await expect(makeBackup(host, library, 'by-hand')).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(readdirSync(join(root, 'backups'))).toEqual(names)
      expect((await openBackup(host.fs, library, first)).info.headSeq).toBe(library.headSeq)
      makeRoom()
      await library.commit(annotate('after'), 'Ana')
      const second = await makeBackup(host, library, 'by-hand')
      expect((await openBackup(host.fs, library, second)).info.headSeq).toBe(library.headSeq)
      await library.close()
    },
    FAULT_TIMEOUT_MS,
  )

  it(
    'before an export: what stood there stays, and the export is made when there is room',
    async ({ skip }) => {
      const { disk, fillUp, makeRoom } = smallDiskOrSkip(skip)
      const root = await closedLibrary(COUNT)
      const host = testHost()
      const library = await openLibrary(host, root, listening())
      const path = join(disk, 'Treaties.pacta')
      writeFileSync(path, 'an earlier export')
      fillUp()
      await expect(exportArchive(host, library, path)).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(readFileSync(path, 'utf8')).toBe('an earlier export')
      expect(readdirSync(disk).sort()).toEqual(['Treaties.pacta', 'ballast'])
      makeRoom()
      await exportArchive(host, library, path)
      const arrived = join(temporaryFolder(), 'Arrived')
      await importArchive(host.fs, path, arrived)
      await library.close()
    },
    FAULT_TIMEOUT_MS,
  )

  it.for([
    ['before an archive is opened on it: it is said how much is needed', 'disk-space', false] as const,
    ['while an archive is unpacked on it: nothing of it is left', 'disk-full', true] as const,
  ])(
    '%s, and the archive is opened when there is room',
    { timeout: FAULT_TIMEOUT_MS },
    async ([, code, isSilent], { skip }) => {
      const { disk, fillUp, makeRoom } = smallDiskOrSkip(skip)
      const host = testHost()
      const library = await openLibrary(host, await closedLibrary(COUNT), listening())
      const path = join(temporaryFolder(), 'Treaties.pacta')
      await exportArchive(host, library, path)
      await library.close()
      // A disk that does not say how much is free is found to be full on the way.
      const fs = isSilent ? { ...host.fs, freeBytes: () => Promise.resolve(undefined) } : host.fs
      const root = join(disk, 'Arrived')
      fillUp()
      await expect(importArchive(fs, path, root)).rejects.toMatchObject({ code })
      expect([...filesBelow(disk).keys()].filter((file) => !file.startsWith('ballast'))).toEqual([])
      makeRoom()
      await importArchive(fs, path, root)
      const there = await openLibrary(host, root, listening())
      expect(annotationIds(there)).toEqual(firstIds(COUNT))
      await there.close()
    },
  )
})
