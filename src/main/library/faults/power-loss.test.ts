import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Transaction } from '#domain/library/record.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { encodeRecord } from '../record-codec.ts'
import { annotate, annotationIds, closedLibrary, filesBelow, firstIds } from './faults.testing.ts'

/** A change of many annotations at once: its record is many pages long. */
function many(count: number): Transaction {
  const operations = Array.from({ length: count }, (_, i) => annotate(`m${i}`).operations).flat()
  return { action: 'annotation.add', operations }
}

/** A library of three annotations, and the bytes of a long fourth record that was being written. */
async function interrupted(): Promise<{ root: string; segment: string; whole: Buffer; long: Buffer }> {
  const root = await closedLibrary(3)
  const segment = join(root, 'journal', '000001.jsonl')
  const long = encodeRecord({ seq: 5, at: '2026-01-01T00:00:00.000Z', by: 'Ana', ...many(60) })
  return { root, segment, whole: readFileSync(segment), long }
}

const PAGE = 4096

describe('the power goes while a long record is written', () => {
  it('any of its pages may be missing: the library opens with what was acknowledged, and goes on', async () => {
    const { root, segment, whole, long } = await interrupted()
    const written = Buffer.concat([whole, long])
    const firstPage = Math.floor(whole.length / PAGE)
    const pages = Math.ceil(written.length / PAGE)
    expect(pages - firstPage).toBeGreaterThan(4)
    for (let missing = firstPage + 1; missing < pages; missing++) {
      const spoilt = Buffer.from(written)
      spoilt.fill(0, missing * PAGE, Math.min((missing + 1) * PAGE, spoilt.length))
      writeFileSync(segment, spoilt)
      const library = await openLibrary(testHost(), root, listening())
      expect([missing, library.readOnly]).toEqual([missing, undefined])
      expect(annotationIds(library)).toEqual(firstIds(3))
      const isLast = missing === pages - 1
      expect(library.notices).toMatchObject([
        { code: isLast ? 'journal-torn' : 'journal-tail-kept', details: { bytes: long.length } },
      ])
      await library.close()
      expect(readFileSync(segment)).toEqual(whole)
    }
    // What was taken out is kept, each time in a file of its own.
    const kept = readdirSync(join(root, 'journal')).filter((name) => name.startsWith('torn-5'))
    expect(kept).toHaveLength(pages - firstPage - 2)
    expect(readFileSync(join(root, 'journal', kept[0] ?? ''))).toHaveLength(long.length)
    const library = await openLibrary(testHost(), root, listening())
    expect(library.notices).toEqual([])
    await library.commit(annotate('after'), 'Ana')
    await library.close()
  })

  it('a good record after it shows that it had been written: that is damage', async () => {
    const { root, segment, whole, long } = await interrupted()
    const spoilt = Buffer.from(long)
    spoilt.fill(0, PAGE, 3 * PAGE)
    const after = encodeRecord({ seq: 6, at: '2026-01-01T00:00:00.000Z', by: 'Ana', ...annotate('after') })
    const opened = await openedWith(root, segment, Buffer.concat([whole, spoilt, after]))
    expect(opened).toEqual(damageAt(whole.length))
  })

  it('without a missing page it is damage', async () => {
    const { root, segment, whole, long } = await interrupted()
    const spoilt = Buffer.from(long)
    spoilt[PAGE] = (spoilt[PAGE] ?? 0) ^ 1
    expect(await openedWith(root, segment, Buffer.concat([whole, spoilt]))).toEqual(damageAt(whole.length))
  })
})

interface Opened {
  readonly problem: unknown
  readonly ids: readonly string[]
  readonly isFolderUnchanged: boolean
}

function damageAt(byte: number): Opened {
  const problem = { name: 'Treaties', file: 'journal/000001.jsonl', byte }
  return { problem, ids: firstIds(3), isFolderUnchanged: true }
}

/** What opening a library with these bytes in its journal says and does. */
async function openedWith(root: string, segment: string, bytes: Buffer): Promise<Opened> {
  writeFileSync(segment, bytes)
  const before = filesBelow(root)
  const library = await openLibrary(testHost(), root, listening())
  const problem = library.readOnly?.code === 'library-damaged' ? library.readOnly.details : library.readOnly
  const ids = annotationIds(library)
  await library.close()
  return { problem, ids, isFolderUnchanged: isDeepStrictEqual(filesBelow(root), before) }
}
