import type { Entity } from '#domain/library/entities.ts'
import type { Catalog } from './library-model.ts'
import { inOrder, textOfMarksRow, unpacked, type MarksRow } from './projection-db.ts'
import type { OpenStore } from './dexie-store.ts'
import type { PlainKind, ProjectionStore, RowChanges } from './projection-store.ts'

/** Opens a store in memory, for a window whose database has failed once. */
export const openMemoryStore: OpenStore = () => Promise.resolve({ store: memoryStore() })

/**
 * A store that lasts as long as the window: for a computer whose database is broken or whose disk is full. Nothing
 * is lost by it, because a projection holds nothing of its own; the next start takes longer.
 */
export function memoryStore(): ProjectionStore {
  const plain = new Map<PlainKind, Map<string, Entity>>()
  const marks = new Map<string, MarksRow>()
  const table = (kind: PlainKind): Map<string, Entity> => {
    const found = plain.get(kind) ?? new Map<string, Entity>()
    plain.set(kind, found)
    return found
  }
  const write = (changes: RowChanges): Promise<void> => {
    for (const { kind, id, value } of changes.plain) {
      if (value) table(kind).set(id, value)
      else table(kind).delete(id)
    }
    for (const row of changes.marks) marks.set(row.id, row)
    return Promise.resolve()
  }
  return {
    // Safe: each table holds the entities of its kind.
    catalog: () =>
      Promise.resolve({
        agreements: new Map(table('agreement')),
        texts: new Map(table('text')),
        codebooks: new Map(table('codebook')),
        themes: new Map(table('theme')),
        briefs: new Map(table('brief')),
      } as unknown as Catalog),
    get: (kind, id) => Promise.resolve(table(kind).get(id)),
    marks: (textId) => {
      const rows = [...marks.values()].filter((row) => textOfMarksRow(row) === textId)
      return Promise.resolve(inOrder(rows))
    },
    allMarks: () => Promise.resolve([...marks.values()]),
    write,
    fill: async (make) => {
      const lots = make()
      for (;;) {
        const next = await lots.next()
        if (next.done) return next.value
        const lot = next.value
        if (lot.isFirst) {
          plain.clear()
          marks.clear()
        }
        for (const { kind, id, value } of lot.plain) table(kind).set(id, value)
        // Safe: what is packed are rows of the kind that they are handed out as.
        for (const row of lot.structures) table('structure').set(row.id, unpacked(row) as Entity)
        for (const row of lot.marks) marks.set(row.id, unpacked(row) as MarksRow)
      }
    },
    close: () => undefined,
  }
}
