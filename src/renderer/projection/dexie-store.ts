import type { LibraryInfo } from '#contract/calls.ts'
import type { Entity } from '#domain/library/entities.ts'
import type { Structure } from '#domain/structure/provision.ts'
import {
  inOrder,
  marksRowIds,
  packed,
  PROJECTION_VERSION,
  ProjectionDb,
  unpacked,
  type MarksRow,
  type MetaRow,
  type PackedRow,
} from './projection-db.ts'
import type { LibraryLot, LibraryLots, ProjectionStore, RowChanges } from './projection-store.ts'

/** A database that does not answer for this long is held by something that will not let it go. */
const PATIENCE_MS = 5000

/** The store in IndexedDB, and how far it has followed the journal. */
export interface OpenedStore {
  readonly store: ProjectionStore
  /** Absent when what is in the database is no projection of this library as it is now. */
  readonly meta?: MetaRow
  /** Whether what is in the database is newer than the journal: the folder is an older copy of the library. */
  readonly isAhead?: boolean
}

/** Opens the store of a library. */
export type OpenStore = (info: Pick<LibraryInfo, 'libraryId' | 'epoch' | 'headSeq'>) => Promise<OpenedStore>

/**
 * Opens the store of a library in IndexedDB and looks whether it is what it was left as: of this library and epoch,
 * not ahead of the journal, and with as many rows as were written (a damaged database may open empty without an
 * error).
 *
 * @throws whatever IndexedDB throws, also when it does not answer.
 */
export async function openDexieStore(
  info: Parameters<OpenStore>[0],
  patienceMs = PATIENCE_MS,
): Promise<OpenedStore> {
  const db = new ProjectionDb(info.libraryId)
  const store = dexieStore(db, patienceMs)
  try {
    await patiently(db.open(), patienceMs)
    const meta = await patiently(db.meta.get('state'), patienceMs)
    const isGood = meta && isProjectionOf(meta, info) && (await patiently(hasItsRows(db, meta), patienceMs))
    if (isGood) return { store, meta }
    return {
      store,
      isAhead:
        meta !== undefined &&
        isProjectionOf(meta, { ...info, headSeq: Infinity }) &&
        meta.appliedSeq > info.headSeq,
    }
  } catch {
    // Damaged beyond opening: filling it makes it anew.
    return { store }
  }
}

function isProjectionOf(meta: MetaRow, info: Parameters<OpenStore>[0]): boolean {
  const { version, libraryId, epoch, appliedSeq } = meta
  const same = version === PROJECTION_VERSION && libraryId === info.libraryId && epoch === info.epoch
  return same && appliedSeq <= info.headSeq
}

async function hasItsRows(db: ProjectionDb, { counts }: MetaRow): Promise<boolean> {
  const found = await countRows(db)
  return Object.keys(found).every((table) => found[table] === counts?.[table])
}

async function countRows(db: ProjectionDb): Promise<Record<string, number>> {
  const tables = db.tables.filter((table) => table.name !== 'meta')
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.count()] as const)),
  )
}

function dexieStore(db: ProjectionDb, patienceMs: number): ProjectionStore {
  const put = async (changes: RowChanges, meta: MetaRow): Promise<void> => {
    const kinds = new Set(changes.plain.map(({ kind }) => kind))
    for (const kind of kinds) {
      const rows = changes.plain.filter((row) => row.kind === kind)
      const kept = rows.flatMap(({ value }) => value ?? [])
      const removed = rows.flatMap(({ id, value }) => (value ? [] : [id]))
      await db.table<Entity | PackedRow, string>(kind).bulkPut(kind === 'structure' ? kept.map(packed) : kept)
      if (removed.length > 0) await db.table(kind).bulkDelete(removed)
    }
    await db.marks.bulkPut(changes.marks.map(packed))
    await db.meta.put({ ...meta, counts: await countRows(db) })
  }
  const addLot = ({ isFirst, plain, structures, marks }: LibraryLot): Promise<void> =>
    db.transaction('rw', db.tables, async () => {
      if (isFirst) await Promise.all(db.tables.map((table) => table.clear()))
      for (const kind of new Set(plain.map((row) => row.kind))) {
        const rows = plain.filter((row) => row.kind === kind).map(({ value }) => value)
        await db.table<Entity, string>(kind).bulkPut(rows)
      }
      await db.structure.bulkPut([...structures])
      await db.marks.bulkPut([...marks])
    })
  const fillOnce = async (make: LibraryLots): Promise<MetaRow> => {
    const lots = make()
    let next = await lots.next()
    // While a lot is written, the next is made ready.
    while (!next.done) [next] = await Promise.all([lots.next(), addLot(next.value)])
    const meta = next.value
    await db.transaction('rw', db.tables, async () => {
      await db.meta.put({ ...meta, counts: await countRows(db) })
    })
    return meta
  }

  return {
    catalog: async () => {
      const [agreements, texts, codebooks, themes, briefs] = await Promise.all([
        db.agreement.toArray(),
        db.text.toArray(),
        db.codebook.toArray(),
        db.theme.toArray(),
        db.brief.toArray(),
      ])
      return {
        agreements: byId(agreements),
        texts: byId(texts),
        codebooks: byId(codebooks),
        themes: byId(themes),
        briefs: byId(briefs),
      }
    },
    get: async (kind, id) => {
      if (kind !== 'structure') return db.table<Entity, string>(kind).get(id)
      const row = await db.structure.get(id)
      // Safe: the table holds structures, packed.
      return row && (unpacked(row) as Structure)
    },
    marks: async (textId) => {
      const rows = await db.marks
        .where('id')
        .between(...marksRowIds(textId))
        .toArray()
      return inOrder(rows.map(marksOf))
    },
    allMarks: async () => (await db.marks.toArray()).map(marksOf),
    write: (changes, meta) => db.transaction('rw', db.tables, () => put(changes, meta)),
    fill: async (lots) => {
      try {
        // Filling may take long; getting hold of the database may not.
        await patiently(
          db.transaction('rw', db.tables, () => db.meta.clear()),
          patienceMs,
        )
        return await fillOnce(lots)
      } catch {
        // A database that cannot even be emptied is deleted and made anew.
        await patiently(db.delete(), patienceMs)
        await patiently(db.open(), patienceMs)
        return await fillOnce(lots)
      }
    },
    close: () => db.close(),
  }
}

/** Safe: the table holds rows of marks, packed. */
function marksOf(row: PackedRow): MarksRow {
  return unpacked(row) as MarksRow
}

function byId<T extends { id: string }>(entities: T[]): Map<string, T> {
  return new Map(entities.map((entity) => [entity.id, entity]))
}

/** Another window, or a database that hangs, must not keep the library from being shown. */
async function patiently<T>(work: PromiseLike<T>, patienceMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
