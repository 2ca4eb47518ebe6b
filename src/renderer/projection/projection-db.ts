import { Dexie, type EntityTable } from 'dexie'
import type { Agreement } from '#domain/agreement/agreement.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { Brief } from '#domain/brief/brief.ts'
import type { Codebook, Theme } from '#domain/codebook/theme.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'

/** Raised whenever the tables or what is in them change: an older projection is then thrown away and rebuilt. */
export const PROJECTION_VERSION = 4

/**
 * Annotations and assessments of one text, many in a row: written and read thirty times faster than a row each. A text
 * that has more than fit one row has several.
 */
export interface MarksRow {
  readonly id: string
  readonly annotations: readonly Annotation[]
  readonly assessments: readonly Assessment[]
}

/** So many marks stand in one row: it is written in a few milliseconds, whatever else the text has. */
export const MARKS_IN_A_ROW = 300

/** The id of the `n`th row of a text's marks. */
export function marksRowId(textId: TextId, n: number): string {
  return `${textId}/${n}`
}

/** Between which two ids all rows of a text's marks stand. */
export function marksRowIds(textId: TextId): [string, string] {
  // The sign after the stroke.
  return [`${textId}/`, `${textId}0`]
}

/** Rows of one text's marks in the order of their numbers, which is not that of their ids as words. */
export function inOrder(rows: readonly MarksRow[]): MarksRow[] {
  const numberOf = ({ id }: MarksRow): number => Number(id.slice(id.lastIndexOf('/') + 1))
  return rows.toSorted((a, b) => numberOf(a) - numberOf(b))
}

/** The text whose marks stand in a row. */
export function textOfMarksRow({ id }: MarksRow): TextId {
  return id.slice(0, id.lastIndexOf('/'))
}

/**
 * What has many parts, as one string: the database copies a string five times as fast as the thousands of objects that it
 * stands for.
 */
export interface PackedRow {
  readonly id: string
  readonly json: string
}

/** Packs a row. */
export function packed(row: { readonly id: string }): PackedRow {
  return { id: row.id, json: JSON.stringify(row) }
}

/** Packs a row of marks, each of them JSON already. */
export function packedMarks(
  id: string,
  annotations: readonly string[],
  assessments: readonly string[],
): PackedRow {
  const json = `{"id":${JSON.stringify(id)},"annotations":[${annotations.join()}],"assessments":[${assessments.join()}]}`
  return { id, json }
}

/** What was packed. */
export function unpacked({ json }: PackedRow): unknown {
  return JSON.parse(json)
}

/** How far the projection has followed the journal. */
export interface MetaRow {
  readonly key: 'state'
  readonly version: number
  readonly libraryId: string
  readonly epoch: number
  readonly appliedSeq: number
  /** By what the record with that number is known: another copy of the library may have another one there. */
  readonly stamp?: string
  /** How many rows each table has: a database that has lost some is not believed. Kept by the store. */
  readonly counts?: Readonly<Record<string, number>>
}

/** What tells a record from any other that has its number in another copy of the library. */
export function stampOf({ seq, at, by, action, operations }: JournalRecord): string {
  const refs = operations.slice(0, 3).map(({ op, ref }) => `${op} ${ref.kind} ${ref.id}`)
  return [seq, at, by, action, operations.length, ...refs].join(' ')
}

/** The projection of one library in IndexedDB. Everything in it can be made again from the journal. */
export class ProjectionDb extends Dexie {
  agreement!: EntityTable<Agreement, 'id'>
  text!: EntityTable<Text, 'id'>
  structure!: EntityTable<PackedRow, 'id'>
  codebook!: EntityTable<Codebook, 'id'>
  theme!: EntityTable<Theme, 'id'>
  brief!: EntityTable<Brief, 'id'>
  marks!: EntityTable<PackedRow, 'id'>
  meta!: EntityTable<MetaRow, 'key'>

  constructor(libraryId: string) {
    // Relaxed and without Dexie's cache: the journal is durable, and the cache has shown results before commit.
    super(`pacta-${libraryId}`, { chromeTransactionDurability: 'relaxed', cache: 'disabled' })
    this.version(1).stores({
      agreement: 'id',
      text: 'id, agreementId',
      structure: 'id',
      codebook: 'id',
      theme: 'id',
      brief: 'id',
      marks: 'id',
      meta: 'key',
    })
  }
}
