import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { annotationOf, TEXT } from '#domain/library/fixture.testing.ts'
import { lateStore, type LateChanges } from './late-store.ts'
import { memoryStore } from './memory-store.ts'
import { marksRowId, PROJECTION_VERSION, type MarksRow, type MetaRow } from './projection-db.ts'
import type { ProjectionStore } from './projection-store.ts'

const metaAt = (appliedSeq: number): MetaRow => ({
  key: 'state',
  version: PROJECTION_VERSION,
  libraryId: 'library',
  epoch: 1,
  appliedSeq,
})
/** The marks of the text as a row in the database. */
const row = (...words: string[]): MarksRow => ({
  id: marksRowId(TEXT.id, 0),
  annotations: words.map(named),
  assessments: [],
})
const named = (words: string): Annotation => ({ ...annotationOf(words), id: words })
/** Annotations that come, and ids of those that go. */
const change = (come: readonly string[], gone: readonly string[] = []): LateChanges['marks'] => [
  {
    textId: TEXT.id,
    annotation: new Map<string, Annotation | undefined>([
      ...come.map((words) => [words, named(words)] as const),
      ...gone.map((words) => [words, undefined] as const),
    ]),
    assessment: new Map(),
  },
]
const words = (annotations: readonly Annotation[]): string[] => annotations.map(({ id }) => id)

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
    await store.change({ plain: [], marks: change(['Inner Sea'], ['Parties']) }, metaAt(2))
    expect(words((await store.marks(TEXT.id)).annotations())).toEqual(['Inner Sea'])
    expect(words(await store.allAnnotations())).toEqual(['Inner Sea'])
    expect(await behind.marks(TEXT.id)).toEqual([row('Parties')])
  })

  it('has the annotations of texts that nobody has asked for', async () => {
    const { store, behind } = setUp()
    const other = { ...row('twenty years'), id: marksRowId('another', 0) }
    await behind.write({ plain: [], marks: [row('Parties'), other] }, metaAt(1))
    expect(words(await store.allAnnotations()).sort()).toEqual(['Parties', 'twenty years'])
    await store.change({ plain: [], marks: change(['Inner Sea']) }, metaAt(2))
    expect(words(await store.allAnnotations()).sort()).toEqual(['Inner Sea', 'Parties', 'twenty years'])
  })

  it('writes many changes as one, with the last record that they have followed', async () => {
    const { store, behind, written, pause } = setUp()
    await store.change({ plain: [], marks: change(['Parties']) }, metaAt(1))
    await store.change({ plain: [], marks: change(['Inner Sea'], ['Parties']) }, metaAt(2))
    pause()
    expect(written).toEqual([2])
    expect(await behind.marks(TEXT.id)).toEqual([row('Inner Sea')])
  })

  it('remembers that an entity is gone', async () => {
    const { store, behind, pause } = setUp()
    await behind.write({ plain: [{ kind: 'text', id: TEXT.id, value: TEXT }], marks: [] }, metaAt(1))
    await store.change({ plain: [{ kind: 'text', id: TEXT.id, value: undefined }], marks: [] }, metaAt(2))
    expect(await store.get('text', TEXT.id)).toBeUndefined()
    expect(await behind.get('text', TEXT.id)).toEqual(TEXT)
    pause()
    expect(await behind.get('text', TEXT.id)).toBeUndefined()
  })

  it('writes nothing any more once it is closed: the journal has it', async () => {
    const { store, written, pause } = setUp()
    await store.change({ plain: [], marks: change(['Parties']) }, metaAt(1))
    store.close()
    pause()
    expect(written).toEqual([])
  })

  it('tells when it cannot write', async () => {
    const { store, pause, failures } = setUp({
      ...memoryStore(),
      write: () => Promise.reject(new Error('UnknownError')),
    })
    await store.change({ plain: [], marks: change(['Parties']) }, metaAt(1))
    pause()
    await expect.poll(failures).toBe(1)
  })
})
