import type { Entity, EntityKind } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Catalog } from './library-model.ts'
import type { MarksRow, MetaRow } from './projection-db.ts'

/** Kinds that have rows of their own. */
export type PlainKind = Exclude<EntityKind, 'annotation' | 'assessment'>

/** Rows that change together. */
export interface RowChanges {
  /** An absent value removes the row. */
  readonly plain: readonly {
    readonly kind: PlainKind
    readonly id: string
    readonly value: Entity | undefined
  }[]
  readonly marks: readonly MarksRow[]
}

/** Where a projection keeps its rows: IndexedDB, or memory where IndexedDB fails. */
export interface ProjectionStore {
  catalog(): Promise<Catalog>
  get(kind: PlainKind, id: string): Promise<Entity | undefined>
  /** The rows of a text's marks, in the order of their numbers. */
  marks(textId: TextId): Promise<readonly MarksRow[]>
  allMarks(): Promise<readonly MarksRow[]>
  /** Writes rows and how far the journal has been followed, all or nothing. */
  write(changes: RowChanges, meta: MetaRow): Promise<void>
  /** Throws away everything and begins with these rows. */
  fill(changes: RowChanges, meta: MetaRow): Promise<void>
  close(): void
}
