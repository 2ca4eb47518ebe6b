import type { Entity, EntityKind } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Catalog } from './library-model.ts'
import type { MarksRow, MetaRow, PackedRow } from './projection-db.ts'

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

/** Some rows of a whole library, as they come from the main process. */
export interface LibraryLot {
  /** Whether it is the first of all: what has come before is out of date. */
  readonly isFirst: boolean
  readonly plain: readonly { readonly kind: PlainKind; readonly id: string; readonly value: Entity }[]
  readonly structures: readonly PackedRow[]
  readonly marks: readonly PackedRow[]
}

/** Hands out the rows of a whole library, lot by lot, and at the end what position of the journal they show. */
export type LibraryLots = () => AsyncGenerator<LibraryLot, MetaRow>

/** Where a projection keeps its rows: IndexedDB, or memory where IndexedDB fails. */
export interface ProjectionStore {
  catalog(): Promise<Catalog>
  get(kind: PlainKind, id: string): Promise<Entity | undefined>
  /** The rows of a text's marks, in the order of their numbers. */
  marks(textId: TextId): Promise<readonly MarksRow[]>
  allMarks(): Promise<readonly MarksRow[]>
  /** Writes rows and how far the journal has been followed, all or nothing. */
  write(changes: RowChanges, meta: MetaRow): Promise<void>
  /**
   * Throws away everything and begins with these rows; returns what they show. What is filled in part counts for nothing.
   *
   * @throws whatever the store or the lots throw.
   */
  fill(lots: LibraryLots): Promise<MetaRow>
  close(): void
}
