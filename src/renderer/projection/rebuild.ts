import type { EntityPage } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import { isMarkKind } from '#domain/library/entities.ts'
import type { MarksRow } from './projection-db.ts'
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
 */
export async function fetchLibrary(client: Client, onProgress: RebuildProgress): Promise<FetchedLibrary> {
  for (;;) {
    onProgress(0)
    const first = await client.invoke('library.entities', { from: 0 })
    const entities = [...first.entities]
    let page = first
    while (page.next !== undefined && page.seq === first.seq) {
      onProgress(entities.length / Math.max(1, page.total))
      page = await client.invoke('library.entities', { from: page.next })
      for (const entity of page.entities) entities.push(entity)
    }
    if (page.seq === first.seq) return { rows: rowsOf(entities), seq: first.seq }
  }
}

function rowsOf(entities: EntityPage['entities']): RowChanges {
  const plain = entities.flatMap(([kind, value]) => (isMarkKind(kind) ? [] : [{ kind, id: value.id, value }]))
  return { plain, marks: marksRows(entities) }
}

function marksRows(entities: EntityPage['entities']): MarksRow[] {
  const rows = new Map<string, { id: string; annotations: Annotation[]; assessments: Assessment[] }>()
  const rowOf = (id: string) => {
    const row = rows.get(id) ?? { id, annotations: [], assessments: [] }
    rows.set(id, row)
    return row
  }
  for (const [kind, entity] of entities) {
    // Safe: the kind says which entity it is; the main process has checked it.
    if (kind === 'annotation') rowOf((entity as Annotation).textId).annotations.push(entity as Annotation)
    if (kind === 'assessment') rowOf((entity as Assessment).textId).assessments.push(entity as Assessment)
  }
  return [...rows.values()]
}
