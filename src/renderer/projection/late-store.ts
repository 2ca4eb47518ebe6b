import type { Entity } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { MarksRow, MetaRow } from './projection-db.ts'
import type { PlainKind, ProjectionStore } from './projection-store.ts'

/** Has work done when nothing more urgent has come for a while; the returned function calls it off. */
export type Later = (work: () => void) => () => void

/** What a store that writes late needs around it. */
export interface LateParts {
  readonly later: Later
  /** Told when rows could not be written. */
  readonly onFailed: () => void
}

/**
 * A store that keeps what changes at hand and writes it when the analyst pauses: the row of a text with 10,000
 * annotations takes a tenth of a second to write, which a key must never wait for. What is not written when the
 * window closes is in the journal, and is caught up with at the next start: rows and how far they have followed
 * are written together, always.
 */
export function lateStore(store: ProjectionStore, { later, onFailed }: LateParts): ProjectionStore {
  const marks = new Map<TextId, MarksRow>()
  const plain = new Map<string, { kind: PlainKind; id: string; value: Entity | undefined }>()
  const unwrittenMarks = new Set<TextId>()
  const unwrittenPlain = new Set<string>()
  let meta: MetaRow | undefined
  let hasAllMarks = false
  let callOff = (): void => undefined

  const flush = async (): Promise<void> => {
    if (!meta) return
    const changes = {
      plain: [...unwrittenPlain].flatMap((key) => plain.get(key) ?? []),
      marks: [...unwrittenMarks].flatMap((id) => marks.get(id) ?? []),
    }
    unwrittenPlain.clear()
    unwrittenMarks.clear()
    try {
      await store.write(changes, meta)
    } catch {
      onFailed()
    }
  }

  return {
    catalog: () => store.catalog(),
    get: async (kind, id) => {
      const known = plain.get(`${kind}/${id}`)
      return known ? known.value : store.get(kind, id)
    },
    marks: async (textId) => {
      const known = marks.get(textId)
      if (known) return known
      const row = await store.marks(textId)
      if (row) marks.set(textId, row)
      return row
    },
    allMarks: async () => {
      if (!hasAllMarks) {
        for (const row of await store.allMarks()) if (!marks.has(row.id)) marks.set(row.id, row)
        hasAllMarks = true
      }
      return [...marks.values()]
    },
    write: (changes, followed) => {
      for (const row of changes.plain) {
        plain.set(`${row.kind}/${row.id}`, row)
        unwrittenPlain.add(`${row.kind}/${row.id}`)
      }
      for (const row of changes.marks) {
        marks.set(row.id, row)
        unwrittenMarks.add(row.id)
      }
      meta = followed
      callOff()
      callOff = later(() => void flush())
      return Promise.resolve()
    },
    fill: (changes, followed) => store.fill(changes, followed),
    close: () => {
      callOff()
      store.close()
    },
  }
}
