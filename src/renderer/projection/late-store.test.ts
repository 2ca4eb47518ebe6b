import { describe, expect, it } from 'vitest'
import { annotationOf, TEXT } from '#domain/library/fixture.testing.ts'
import { lateStore } from './late-store.ts'
import { memoryStore } from './memory-store.ts'
import { PROJECTION_VERSION, type MarksRow, type MetaRow } from './projection-db.ts'
import type { ProjectionStore } from './projection-store.ts'

const metaAt = (appliedSeq: number): MetaRow => ({
  key: 'state',
  version: PROJECTION_VERSION,
  libraryId: 'library',
  epoch: 1,
  appliedSeq,
})
const row = (...words: string[]): MarksRow => ({
  id: TEXT.id,
  annotations: words.map((word) => annotationOf(word)),
  assessments: [],
})

/** A pause that comes when the test says so, and the store behind with what has been written to it. */
function setUp(behind: ProjectionStore = memoryStore()) {
  let waiting: (() => void) | undefined
  let failures = 0
  const written: number[] = []
  const store = lateStore(
    {
      ...behind,
      write: (changes, meta) => {
        written.push(meta.appliedSeq)
        return behind.write(changes, meta)
      },
    },
    {
      later: (work) => {
        waiting = work
        return () => {
          if (waiting === work) waiting = undefined
        }
      },
      onFailed: () => failures++,
    },
  )
  return { store, behind, written, pause: () => waiting?.(), failures: () => failures }
}

describe('a store that writes late', () => {
  it('answers with what has changed before it is written', async () => {
    const { store, behind } = setUp()
    await behind.write({ plain: [], marks: [row('Parties')] }, metaAt(1))
    await store.write({ plain: [], marks: [row('Inner Sea')] }, metaAt(2))
    expect(await store.marks(TEXT.id)).toEqual(row('Inner Sea'))
    expect(await store.allMarks()).toEqual([row('Inner Sea')])
    expect(await behind.marks(TEXT.id)).toEqual(row('Parties'))
  })

  it('writes many changes as one, with the last record that they have followed', async () => {
    const { store, behind, written, pause } = setUp()
    await store.write({ plain: [], marks: [row('Parties')] }, metaAt(1))
    await store.write({ plain: [], marks: [row('Inner Sea')] }, metaAt(2))
    pause()
    expect(written).toEqual([2])
    expect(await behind.marks(TEXT.id)).toEqual(row('Inner Sea'))
  })

  it('remembers that an entity is gone', async () => {
    const { store, behind, pause } = setUp()
    await behind.write({ plain: [{ kind: 'text', id: TEXT.id, value: TEXT }], marks: [] }, metaAt(1))
    await store.write({ plain: [{ kind: 'text', id: TEXT.id, value: undefined }], marks: [] }, metaAt(2))
    expect(await store.get('text', TEXT.id)).toBeUndefined()
    expect(await behind.get('text', TEXT.id)).toEqual(TEXT)
    pause()
    expect(await behind.get('text', TEXT.id)).toBeUndefined()
  })

  it('writes nothing any more once it is closed: the journal has it', async () => {
    const { store, written, pause } = setUp()
    await store.write({ plain: [], marks: [row('Parties')] }, metaAt(1))
    store.close()
    pause()
    expect(written).toEqual([])
  })

  it('tells when it cannot write', async () => {
    const { store, pause, failures } = setUp({
      ...memoryStore(),
      write: () => Promise.reject(new Error('UnknownError')),
    })
    await store.write({ plain: [], marks: [row('Parties')] }, metaAt(1))
    pause()
    await expect.poll(failures).toBe(1)
  })
})
