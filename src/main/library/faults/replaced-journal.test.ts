import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PactaError } from '#contract/errors.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { annotate, annotationIds, closedLibrary, filesBelow, firstIds } from './faults.testing.ts'

describe('story A5: a sync tool takes the journal away while it is written', () => {
  it.each([
    ['removes it', (path: string) => rmSync(path)],
    [
      'puts an older one in its place',
      (path: string) => {
        copyFileSync(path, `${path}.tmp`)
        renameSync(`${path}.tmp`, path)
      },
    ],
    ['moves it away and makes an empty one', (path: string) => moveAway(path, '')],
    ['moves it away and makes one that is longer', (path: string) => moveAway(path, 'x'.repeat(1_000_000))],
  ])(
    'that %s: nothing is acknowledged that is not there, and nothing more is written',
    async (_, takeAway) => {
      const root = await closedLibrary(3)
      const told: PactaError[] = []
      const listener = { ...listening(), onReadOnly: (reason: PactaError) => told.push(reason) }
      const library = await openLibrary(testHost(), root, listener)
      await library.commit(annotate('b1'), 'Ana')
      takeAway(join(root, 'journal', '000001.jsonl'))
      await expect(library.commit(annotate('b2'), 'Ana')).rejects.toMatchObject({ code: 'library-read-only' })
      expect(told).toMatchObject([{ code: 'library-replaced', details: { file: 'journal/000001.jsonl' } }])
      expect(annotationIds(library)).toEqual([...firstIds(3), 'b1'])
      const before = filesBelow(root)
      await expect(library.commit(annotate('b3'), 'Ana')).rejects.toMatchObject({ code: 'library-read-only' })
      expect(filesBelow(root)).toEqual(before)
      await library.close()
    },
  )

  it('also between the opening and the first change', async () => {
    const root = await closedLibrary(3)
    const library = await openLibrary(testHost(), root, listening())
    rmSync(join(root, 'journal', '000001.jsonl'))
    await expect(library.commit(annotate('b1'), 'Ana')).rejects.toMatchObject({ code: 'library-read-only' })
    expect(filesBelow(root).has(join('journal', '000001.jsonl'))).toBe(false)
    await library.close()
  })

  it('a disk that gives one file several identities is believed when the bytes are there', async () => {
    const root = await closedLibrary(3)
    const host = testHost()
    let n = 0
    const fs: typeof host.fs = {
      ...host.fs,
      stat: async (path) => {
        const facts = await host.fs.stat(path)
        return facts && { ...facts, identity: String(n++) }
      },
    }
    const library = await openLibrary({ ...host, fs }, root, listening())
    await library.commit(annotate('b1'), 'Ana')
    await library.commit(annotate('b2'), 'Ana')
    await library.close()
    const again = await openLibrary(testHost(), root, listening())
    expect(annotationIds(again)).toEqual([...firstIds(3), 'b1', 'b2'])
    await again.close()
  })
})

function moveAway(path: string, words: string): void {
  renameSync(path, `${path}.conflict`)
  writeFileSync(path, words)
  if (statSync(path).size !== words.length) throw new Error('Not written')
}
