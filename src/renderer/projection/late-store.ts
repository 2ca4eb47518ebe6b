import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Entity } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Catalog } from './library-model.ts'
import { textOfMarksRow, type MetaRow } from './projection-db.ts'
import type { PlainKind, ProjectionStore, RowChanges } from './projection-store.ts'
import { TextMarks, type MarksChange } from './text-marks.ts'

/** Has work done when nothing more urgent has come for a while; the returned function calls it off. */
export type Later = (work: () => void) => () => void

/** What a store that writes late needs around it. */
export interface LateParts {
  readonly later: Later
  /** Told when rows could not be written. */
  readonly onFailed: () => void
}

/** What changes together. */
export interface LateChanges {
  readonly plain: RowChanges['plain']
  readonly marks: readonly MarksChange[]
}

/** Rows at hand, over a store that gets them late. */
export interface LateStore {
  catalog(): Promise<Catalog>
  get(kind: PlainKind, id: string): Promise<Entity | undefined>
  /** The marks of a text as they are now, written or not. They change in place. */
  marks(textId: TextId): Promise<TextMarks>
  /** Every annotation there is. */
  allAnnotations(): Promise<readonly Annotation[]>
  /** Changes what is at hand, and remembers to write it with how far the journal has been followed. */
  change(changes: LateChanges, meta: MetaRow): Promise<void>
  close(): void
}

/**
 * A store that keeps what changes at hand and writes it when the analyst pauses, and then only the rows that have changed:
 * a key never waits for the database. What is not written when the window closes is in the journal, and is caught up
 * with at the next start: rows and how far they have followed are written together, always.
 */
export function lateStore(store: ProjectionStore, { later, onFailed }: LateParts): LateStore {
  const marks = new Map<TextId, TextMarks>()
  /** The annotations of texts whose marks are not at hand; nothing before they are asked for. */
  let others: Map<TextId, Annotation[]> | undefined
  const plain = new Map<string, RowChanges['plain'][number]>()
  const unwrittenPlain = new Set<string>()
  let meta: MetaRow | undefined
  let callOff = (): void => undefined

  const marksOf = async (textId: TextId): Promise<TextMarks> => {
    const known = marks.get(textId)
    if (known) return known
    const read = new TextMarks(textId, await store.marks(textId))
    marks.set(textId, read)
    others?.delete(textId)
    return read
  }
  const flush = async (): Promise<void> => {
    if (!meta) return
    const changes = {
      plain: [...unwrittenPlain].flatMap((key) => plain.get(key) ?? []),
      marks: [...marks.values()].flatMap((ofText) => ofText.takeUnwritten()),
    }
    unwrittenPlain.clear()
    try {
      await store.write(changes, meta)
    } catch {
      onFailed()
    }
  }
  const readOthers = async (): Promise<Map<TextId, Annotation[]>> => {
    const read = new Map<TextId, Annotation[]>()
    for (const row of await store.allMarks()) {
      const textId = textOfMarksRow(row)
      if (marks.has(textId)) continue
      const annotations = read.get(textId)
      if (annotations) annotations.push(...row.annotations)
      else read.set(textId, [...row.annotations])
    }
    return read
  }

  return {
    catalog: () => store.catalog(),
    get: async (kind, id) => {
      const known = plain.get(`${kind}/${id}`)
      return known ? known.value : store.get(kind, id)
    },
    marks: marksOf,
    allAnnotations: async () => {
      others ??= await readOthers()
      const atHand = [...marks.values()].flatMap((ofText) => ofText.annotations())
      return [...others.values(), atHand].flat()
    },
    change: async (changes, followed) => {
      for (const row of changes.plain) {
        plain.set(`${row.kind}/${row.id}`, row)
        unwrittenPlain.add(`${row.kind}/${row.id}`)
      }
      for (const change of changes.marks) (await marksOf(change.textId)).apply(change)
      meta = followed
      callOff()
      callOff = later(() => void flush())
    },
    close: () => {
      callOff()
      store.close()
    },
  }
}
