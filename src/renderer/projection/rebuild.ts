import type { EntityPage, LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import { isMarkKind, type Entity, type EntityKind } from '#domain/library/entities.ts'
import { PROJECTION_VERSION, type MarksRow, type ProjectionDb } from './projection-db.ts'

/** Told how a rebuild goes: the share done, 0 to 1. */
export type RebuildProgress = (share: number) => void

/**
 * Throws away what is in the database, whatever it is, and fills it from the main process, page by page. A database
 * that cannot even be emptied is deleted and made anew.
 */
export async function rebuild(
  db: ProjectionDb,
  client: Client,
  info: LibraryInfo,
  onProgress: RebuildProgress,
): Promise<void> {
  const library = await fetchAll(client, onProgress)
  try {
    await fill(db, info, library)
  } catch {
    await db.delete()
    await db.open()
    await fill(db, info, library)
  }
}

interface FetchedLibrary {
  readonly entities: EntityPage['entities']
  readonly seq: number
}

async function fill(db: ProjectionDb, info: LibraryInfo, { entities, seq }: FetchedLibrary): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()))
    for (const [kind, group] of groupByKind(entities)) {
      if (!isMarkKind(kind)) await db.table<Entity, string>(kind).bulkPut(group)
    }
    await db.marks.bulkPut(marksRows(entities))
    const { libraryId, epoch } = info
    await db.meta.put({ key: 'state', version: PROJECTION_VERSION, libraryId, epoch, appliedSeq: seq })
  })
}

/** All entities at one position of the journal; a change between pages starts the reading again. */
async function fetchAll(client: Client, onProgress: RebuildProgress): Promise<FetchedLibrary> {
  for (;;) {
    const first = await client.invoke('library.entities', { from: 0 })
    const entities = [...first.entities]
    let page = first
    while (page.next !== undefined && page.seq === first.seq) {
      page = await client.invoke('library.entities', { from: page.next })
      entities.push(...page.entities)
      onProgress(entities.length / Math.max(1, page.total))
    }
    if (page.seq === first.seq) return { entities, seq: first.seq }
  }
}

function groupByKind(entities: EntityPage['entities']): Map<EntityKind, Entity[]> {
  const groups = new Map<EntityKind, Entity[]>()
  for (const [kind, entity] of entities) {
    const group = groups.get(kind)
    if (group) group.push(entity)
    else groups.set(kind, [entity])
  }
  return groups
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
