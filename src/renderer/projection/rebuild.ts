import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { TextId } from '#domain/shared/id.ts'
import { isMarkKind, type Entity, type EntityKind } from '#domain/library/entities.ts'
import { MARKS_IN_A_ROW, marksRowId, type MarksRow } from './projection-db.ts'
import type { RowChanges } from './projection-store.ts'

/** Told how a rebuild goes: the share done, 0 to 1. */
export type RebuildProgress = (share: number) => void

/** A whole library as rows, at one position of the journal. */
export interface FetchedLibrary {
  readonly rows: RowChanges
  readonly seq: number
}

/**
 * Fetches the whole library from the main process, page by page; a change between pages starts the reading again.
 * While a page is read, the next is on its way.
 */
export async function fetchLibrary(client: Client, onProgress: RebuildProgress): Promise<FetchedLibrary> {
  for (;;) {
    const fetched = await fetchOnce(client, onProgress)
    if (fetched) return fetched
  }
}

async function fetchOnce(client: Client, onProgress: RebuildProgress): Promise<FetchedLibrary | undefined> {
  onProgress(0)
  const entities: Entry[] = []
  let page = await client.invoke('library.entities', { from: 0 })
  const { seq } = page
  for (;;) {
    const coming =
      page.next === undefined ? undefined : client.invoke('library.entities', { from: page.next })
    // Safe: the main process has checked every entity, and the call's schema that this is its answer.
    for (const entry of JSON.parse(page.json) as Entry[]) entities.push(entry)
    if (!coming) return { rows: rowsOf(entities), seq }
    onProgress(entities.length / Math.max(1, page.total))
    page = await coming
    if (page.seq !== seq) return undefined
  }
}

type Entry = readonly [EntityKind, Entity]

function rowsOf(entities: readonly Entry[]): RowChanges {
  const plain = entities.flatMap(([kind, value]) => (isMarkKind(kind) ? [] : [{ kind, id: value.id, value }]))
  return { plain, marks: marksRows(entities) }
}

function marksRows(entities: readonly Entry[]): MarksRow[] {
  const rows: { readonly id: string; annotations: Annotation[]; assessments: Assessment[] }[] = []
  /** The row of each text that has room yet, and its number. */
  const open = new Map<TextId, { readonly n: number; readonly row: (typeof rows)[number] }>()
  const rowOf = (textId: TextId) => {
    const last = open.get(textId)
    if (last && last.row.annotations.length + last.row.assessments.length < MARKS_IN_A_ROW) return last.row
    const n = last ? last.n + 1 : 0
    const row = { id: marksRowId(textId, n), annotations: [], assessments: [] }
    rows.push(row)
    open.set(textId, { n, row })
    return row
  }
  for (const [kind, entity] of entities) {
    // Safe: the kind says which entity it is; the main process has checked it.
    if (kind === 'annotation') rowOf((entity as Annotation).textId).annotations.push(entity as Annotation)
    if (kind === 'assessment') rowOf((entity as Assessment).textId).assessments.push(entity as Assessment)
  }
  return rows
}
