import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import {
  annotate,
  annotationIds,
  closedLibrary,
  FAULT_TIMEOUT_MS,
  firstIds,
  times,
} from './faults.testing.ts'

/** How far from its end the journal is cut. */
const TAIL = 4096

describe('a journal cut off', () => {
  it(
    'at a byte of its last 4 kB opens with every whole record, and goes on',
    async () => {
      const root = await closedLibrary(30)
      const segment = join(root, 'journal', '000001.jsonl')
      const whole = readFileSync(segment)
      const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)
      const step = times(67, 1)
      for (let length = whole.length; length >= whole.length - TAIL; length -= step) {
        writeFileSync(segment, whole)
        truncateSync(segment, length)
        const records = ends.filter((end) => end <= length).length
        const library = await openLibrary(testHost(), root, listening())
        expect([length, library.readOnly]).toEqual([length, undefined])
        expect(annotationIds(library)).toEqual(firstIds(records - 1))
        await library.commit(annotate('after'), 'Ana')
        await library.close()
        const again = await openLibrary(testHost(), root, listening())
        expect(annotationIds(again)).toEqual([...firstIds(records - 1), 'after'])
        await again.close()
      }
    },
    FAULT_TIMEOUT_MS,
  )

  it(
    'below what a snapshot holds loses nothing: the library is read from the snapshot, and not written',
    async () => {
      const root = await closedLibrary(30, { snapshotAfter: 5 })
      // One is due while another is being made, or not, as the disk pleases: this one holds everything.
      await (await openLibrary({ ...testHost(), snapshotAfter: 1 }, root, listening())).close()
      const segment = join(root, 'journal', '000001.jsonl')
      const whole = readFileSync(segment)
      const step = times(499, 7)
      for (let length = whole.length - 1; length >= whole.length - TAIL; length -= step) {
        writeFileSync(segment, whole)
        truncateSync(segment, length)
        const library = await openLibrary(testHost(), root, listening())
        expect(annotationIds(library)).toEqual(firstIds(30))
        expect(library.readOnly).toMatchObject({ details: { file: 'journal/000001.jsonl' } })
        await library.close()
        expect(readFileSync(segment)).toEqual(whole.subarray(0, length))
      }
    },
    FAULT_TIMEOUT_MS,
  )
})
