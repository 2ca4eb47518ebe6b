import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { closedLibrary, filesBelow } from './faults/faults.testing.ts'
import { libraryFolder } from './library-folder.ts'
import { readManifest } from './manifest.ts'
import { decodeLine } from './record-codec.ts'

const PAGE = readFileSync(resolve(import.meta.dirname, '../../../docs/library-format.md'), 'utf8')

/** Runs a command in a shell, as a person with a terminal would. */
function shell(command: string, cwd: string): string {
  return spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' }).stdout
}

describe('docs/library-format.md', () => {
  it('shows a line of the journal that Pacta reads', () => {
    const line = /^[0-9a-f]{8} \{"seq":42.*$/m.exec(PAGE)?.[0] ?? ''
    expect(decodeLine(Buffer.from(line))).toMatchObject({ ok: true, record: { seq: 42 } })
  })

  it('shows a manifest that Pacta reads', async () => {
    const json = /```json\n([^`]+)```/.exec(PAGE)?.[1] ?? ''
    const root = temporaryFolder()
    writeFileSync(join(root, 'library.json'), json)
    expect(await readManifest(nodeFileSystem, libraryFolder(root))).toMatchObject({ format: 1, epoch: 1 })
    // Changed by hand, with the line taken out, as the page says.
    const byHand = json.replace('"epoch": 1,', '"epoch": 2').replace(/\n.*"checksum".*/, '')
    writeFileSync(join(root, 'library.json'), byHand)
    expect(await readManifest(nodeFileSystem, libraryFolder(root))).toMatchObject({ epoch: 2 })
  })

  it.skipIf(process.platform === 'win32')(
    'gives commands that get every change and every entity back',
    async () => {
      const root = await closedLibrary(30, { snapshotAfter: 8, segmentBytes: 4000 })
      const readAll = /^cd journal && for .+$/m.exec(PAGE)?.[0] ?? ''
      const records = shell(readAll, root)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { seq: number })
      expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
      const newest =
        [...filesBelow(root).keys()]
          .filter((path) => /^snapshots.*\.gz$/.test(path))
          .sort()
          .at(-1) ?? ''
      const readSnapshot = /^cd snapshots && .+$/m.exec(PAGE)?.[0] ?? ''
      const name = newest.slice('snapshots/'.length)
      const printed = shell(readSnapshot.replaceAll('000018000.json.gz', name), root)
      expect(printed).toMatch(/^\S+: OK$/m)
      expect(printed).toContain('["annotation",{"id":"a1",')
    },
  )
})
