import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportArchive } from '../../archive/export-archive.ts'
import { makeBackup } from '../../backup/make-backup.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { openLibrary } from '../library-opener.ts'
import type { OpenLibrary } from '../open-library.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { annotate, closedLibrary } from './faults.testing.ts'

describe('a journal that wants to be packed while its files are copied', () => {
  it.each<[string, (host: ReturnType<typeof testHost>, library: OpenLibrary) => Promise<unknown>]>([
    ['a backup', (host, library) => makeBackup(host, library, 'by-hand')],
    ['an export', (host, library) => exportArchive(host, library, join(temporaryFolder(), 'x.pacta'))],
  ])('waits for %s', async (_, copy) => {
    const root = await closedLibrary(30, { segmentBytes: 4000 })
    const host = testHost()
    const first = join(root, 'journal', '000001.jsonl')
    let isBusy = false
    const fs: typeof host.fs = {
      ...host.fs,
      open: async (path, mode) => {
        if (path === first && mode === 'read' && !isBusy) {
          isBusy = true
          // Somebody works so much, while the first file is about to be copied, that a snapshot becomes due.
          for (let n = 0; n < 60; n++) await library.commit(annotate(`b${n}`), 'Ana')
          await library.withoutUpkeep(() => Promise.resolve())
        }
        return host.fs.open(path, mode)
      },
    }
    const busy = { ...host, fs }
    const library = await openLibrary({ ...busy, snapshotAfter: 150 }, root, listening())
    await copy(busy, library)
    expect(isBusy).toBe(true)
    await library.close()
    expect(readdirSync(join(root, 'journal'))).toContain('000001.jsonl.gz')
  })
})
