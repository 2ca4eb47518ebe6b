import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { setThemes, trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { setBindingness } from '#domain/library/changes/assessment-changes.ts'
import { createBrief, renameBrief } from '#domain/library/changes/brief-changes.ts'
import { annotationOf, AUTHOR, libraryOperations, TEXT } from '#domain/library/fixture.testing.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { create, inverseAll, type Operation } from '#domain/library/operation.ts'
import { FakeMain } from './fake-main.testing.ts'
import { openProjection } from './open-projection.ts'
import type { Projection } from './projection.ts'
import { openDexieStore, type OpenStore } from './dexie-store.ts'
import { memoryStore, openMemoryStore } from './memory-store.ts'
import { PROJECTION_VERSION, ProjectionDb, type MetaRow } from './projection-db.ts'
import type { ProjectionStore } from './projection-store.ts'

async function open(main: FakeMain): Promise<Projection> {
  main.asked.length = 0
  return openProjection(main.client, main.info, () => undefined)
}

async function themesShown(projection: Projection): Promise<(readonly string[])[]> {
  const model = await projection.loadText(TEXT.id)
  return model?.annotations.map((a) => a.themeIds) ?? []
}

/** A store that works but for one thing. */
function failing(what: 'catalog' | 'fill' | 'write'): ProjectionStore {
  return { ...memoryStore(), [what]: () => Promise.reject(new Error('UnknownError')) }
}

/** How far a store claims to be that has missed the last record. */
function metaOf({ libraryId, epoch, headSeq }: Parameters<OpenStore>[0]): MetaRow {
  return { key: 'state', version: PROJECTION_VERSION, libraryId, epoch, appliedSeq: headSeq - 1 }
}

let main: FakeMain

beforeEach(() => {
  main = new FakeMain()
  main.commit(libraryOperations())
})

describe('a projection', () => {
  it('is built from the main process when there is none', async () => {
    main.commit([create('annotation', annotationOf('twenty years'))])
    const projection = await open(main)
    expect(main.asked).toContain('library.entities')
    expect(projection.catalog.agreements.size).toBe(1)
    expect(await themesShown(projection)).toEqual([['default.SEC.1']])
  })

  it('applies only what is new when it is opened again', async () => {
    const first = await open(main)
    await first.applied(1)
    first.close()
    main.commit([create('annotation', annotationOf('twenty years'))])
    const second = await open(main)
    expect(new Set(main.asked)).toEqual(new Set(['library.records']))
    expect(await themesShown(second)).toHaveLength(1)
  })

  it('shows what is committed while it is open, and tells', async () => {
    const projection = await open(main)
    await projection.loadText(TEXT.id)
    let told = 0
    projection.onText(TEXT.id, () => told++)
    const annotation = annotationOf('twenty years')
    await projection.applied(main.commit([create('annotation', annotation)]))
    await projection.applied(main.commit(setThemes(annotation, ['default.IMP.6'], AUTHOR)))
    expect(projection.text(TEXT.id)?.annotations.map((a) => a.themeIds)).toEqual([['default.IMP.6']])
    expect(told).toBe(2)
  })

  it('applies records in order, whatever order they arrive in', async () => {
    const projection = await open(main)
    const annotation = annotationOf('twenty years')
    const last = main.commit([create('annotation', annotation)])
    await projection.applied(last)
    await projection.applied(main.commit(trashAnnotation(annotation, AUTHOR)))
    expect(await themesShown(projection)).toEqual([])
  })

  it.each([
    ['another epoch', (m: FakeMain) => (m.epoch = 2)],
    ['a journal that is behind it', (m: FakeMain) => m.records.splice(1)],
  ])('is thrown away and rebuilt for %s', async (_, change) => {
    main.commit([create('annotation', annotationOf('twenty years'))])
    const first = await open(main)
    first.close()
    change(main)
    await open(main)
    expect(main.asked).toContain('library.entities')
  })

  it('says when the library holds less than was shown here before', async () => {
    main.commit([create('annotation', annotationOf('twenty years'))])
    const first = await open(main)
    expect(first.isAsLeft).toBe(true)
    first.close()
    main.records.splice(1)
    expect((await open(main)).isAsLeft).toBe(false)
    expect((await open(main)).isAsLeft, 'once is enough').toBe(true)
  })

  it('is rebuilt, and says so, when another copy of the library has taken its place', async () => {
    const copy = new FakeMain(main.libraryId)
    copy.commit(libraryOperations())
    const here = annotationOf('twenty years')
    main.commit([create('annotation', here)])
    const first = await open(main)
    first.close()
    const there = { ...annotationOf('twenty years'), id: 'made-elsewhere' }
    copy.commit([create('annotation', there)])
    copy.commit(setThemes(there, ['default.IMP.6'], AUTHOR))
    const second = await open(copy)
    expect(second.isAsLeft).toBe(false)
    expect((await second.loadText(TEXT.id))?.annotations.map(({ id }) => id)).toEqual(['made-elsewhere'])
  })

  it('keeps nobody waiting for what it does not show any more', async () => {
    const projection = await open(main)
    const waiting = projection.applied(99)
    projection.close()
    await expect(waiting).resolves.toBeUndefined()
    await expect(projection.applied(100)).resolves.toBeUndefined()
  })

  it('is rebuilt when its database has been emptied behind its back', async () => {
    const first = await open(main)
    first.close()
    const db = new ProjectionDb(main.libraryId)
    await db.open()
    await db.meta.clear()
    await db.agreement.clear()
    db.close()
    const second = await open(main)
    expect(main.asked).toContain('library.entities')
    expect(second.catalog.agreements.size).toBe(1)
  })

  it.each(['structure', 'marks', 'theme'])(
    'is rebuilt when its database has lost the rows of one table: %s',
    async (table) => {
      main.commit([create('annotation', annotationOf('twenty years'))])
      const first = await open(main)
      first.close()
      const db = new ProjectionDb(main.libraryId)
      await db.open()
      await db.table(table).clear()
      db.close()
      const second = await open(main)
      expect(main.asked).toContain('library.entities')
      expect(second.catalog.themes.size).toBeGreaterThan(0)
      expect(await themesShown(second)).toEqual([['default.SEC.1']])
    },
  )

  it('is rebuilt with progress when it was made by another version', async () => {
    const first = await open(main)
    first.close()
    const db = new ProjectionDb(main.libraryId)
    await db.open()
    await db.meta.update('state', { version: PROJECTION_VERSION - 1 })
    db.close()
    const shares: number[] = []
    await openProjection(main.client, main.info, (share) => shares.push(share))
    expect(shares).toEqual([0])
  })

  it('is rebuilt when records between it and the journal’s end cannot be read any more', async () => {
    const first = await open(main)
    first.close()
    main.commit([create('annotation', annotationOf('twenty years'))])
    main.commit([create('annotation', annotationOf('Inner Sea'))])
    main.unreadable.add(2)
    const second = await open(main)
    expect(main.asked).toContain('library.entities')
    expect(await themesShown(second)).toHaveLength(2)
  })

  it.each<[string, OpenStore]>([
    ['cannot be opened', () => Promise.reject(new Error('UnknownError'))],
    ['cannot be filled', async () => ({ store: failing('fill') })],
    ['opens and cannot be read', async (info) => ({ store: failing('catalog'), meta: metaOf(info) })],
  ])('is kept in memory when its database %s: the screen is never empty', async (_, openStore) => {
    main.commit([create('annotation', annotationOf('twenty years'))])
    const projection = await openProjection(main.client, main.info, () => undefined, openStore)
    expect(projection.catalog.agreements.size).toBe(1)
    expect(await themesShown(projection)).toEqual([['default.SEC.1']])
    await projection.applied(main.commit([create('annotation', annotationOf('Inner Sea'))]))
    expect(await themesShown(projection)).toHaveLength(2)
    await projection.applied(
      main.commit(createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)),
    )
    expect(projection.catalog.briefs.size).toBe(1)
  })

  it('goes on in memory when its database fails while it is open', async () => {
    const store = failing('write')
    const projection = await openProjection(
      main.client,
      main.info,
      () => undefined,
      async () => ({ store }),
      (work) => {
        queueMicrotask(work)
        return () => undefined
      },
    )
    const broken = new Promise<void>((resolve) => {
      projection.onBroken(resolve)
    })
    main.commit([create('annotation', annotationOf('twenty years'))])
    await broken
    projection.close()
    const again = await openProjection(main.client, main.info, () => undefined, openMemoryStore)
    await again.applied(main.commit([create('annotation', annotationOf('Inner Sea'))]))
    expect(await themesShown(again)).toHaveLength(2)
  })

  it('does not wait for ever for a database that another window holds', async () => {
    const held = new ProjectionDb(main.libraryId)
    await held.open()
    await held.meta.put({ key: 'state', version: 0, libraryId: 'x', epoch: 0, appliedSeq: 0 })
    // An open transaction that is kept busy makes everybody else wait.
    let letGo = false
    const isHeld = (): boolean => !letGo
    const holding = held.transaction('rw', held.tables, async () => {
      while (isHeld()) await held.meta.get('state')
    })
    const projection = await openProjection(
      main.client,
      main.info,
      () => undefined,
      (info) => openDexieStore(info, 50),
    )
    expect(projection.catalog.agreements.size).toBe(1)
    letGo = true
    await holding
    held.close()
  })

  it('says so when its database fails, instead of showing something wrong', async () => {
    const projection = await open(main)
    let broken = 0
    projection.onBroken(() => broken++)
    // A record that does not fit: the database and the journal disagree.
    main.records.push({ seq: 2, at: AUTHOR.at, by: 'Ana', action: 'x', operations: [] })
    const annotation = annotationOf('twenty years')
    main.state.set({ kind: 'annotation', id: annotation.id, textId: TEXT.id }, annotation)
    main.records.pop()
    main.commit(setThemes(annotation, [], AUTHOR))
    await expect.poll(() => broken).toBe(1)
  })
})

describe('any history', () => {
  it('shows the same live, reopened and rebuilt', async () => {
    const acts: ((state: LibraryState, n: number) => Operation[])[] = [
      (_, n) => [create('annotation', annotationOf('Parties', ['SEC.1'], `a${n}`))],
      (state, n) => {
        const all = state.annotationsOf(TEXT.id)
        const one = all[n % Math.max(1, all.length)]
        return one
          ? setThemes(one, n % 2 ? ['default.POL.1'] : ['default.IMP.6', 'default.SEC.1'], AUTHOR)
          : []
      },
      (state, n) => {
        const all = state.annotationsOf(TEXT.id)
        const one = all[n % Math.max(1, all.length)]
        return one && !one.trashed ? trashAnnotation(one, AUTHOR) : []
      },
      (state, n) => {
        const [assessment] = state.assessmentsOf(TEXT.id)
        const decision = { level: n % 2 ? 4 : 5, reason: `r${n}` } as const
        return setBindingness({ textId: TEXT.id, provisionId: 'art-2', assessment }, decision, AUTHOR)
      },
      (_, n) => createBrief({ id: `b${n}`, title: `Brief ${n}`, language: 'en', paper: 'A4' }, AUTHOR),
      (state, n) => {
        const [brief] = state.all('brief')
        return brief ? renameBrief(brief, `Renamed ${n}`, AUTHOR) : []
      },
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: acts.length }), { maxLength: 20 }), async (chosen) => {
        main = new FakeMain()
        main.commit(libraryOperations())
        const live = await open(main)
        await live.loadText(TEXT.id)
        chosen.forEach((act, n) => {
          const last = main.records.at(-1)
          const undo = last && main.records.length > 1 ? inverseAll(last.operations) : []
          const operations = acts[act]?.(main.state, n) ?? undo
          if (operations.length > 0) main.commit(operations)
        })
        await live.applied(main.records.length)
        const shown = await picture(live)
        live.close()
        const reopened = await open(main)
        expect(await picture(reopened)).toEqual(shown)
        reopened.close()
        main.epoch = 2
        const rebuilt = await open(main)
        expect(await picture(rebuilt)).toEqual(shown)
        rebuilt.close()
      }),
      { numRuns: 25 },
    )
  })
})

async function picture(projection: Projection): Promise<unknown> {
  const model = await projection.loadText(TEXT.id)
  const { agreements, texts, codebooks, themes, briefs } = projection.catalog
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  return {
    catalog: [agreements, texts, codebooks, themes, briefs].map((map) => [...map.values()].sort(byId)),
    annotations: model?.annotations.toSorted(byId),
    assessments: [...(model?.assessments.values() ?? [])].sort(byId),
  }
}
