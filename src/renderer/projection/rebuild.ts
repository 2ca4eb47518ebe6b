import type { EntityPage } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { isMarkKind, type Entity, type EntityKind } from '#domain/library/entities.ts'
import { MARKS_IN_A_ROW, marksRowId, packedMarks, type PackedRow } from './projection-db.ts'
import type { LibraryLot } from './projection-store.ts'

/** Told how a rebuild goes: the share done, 0 to 1. */
export type RebuildProgress = (share: number) => void

/**
 * Fetches the whole library from the main process as rows, lot by lot, and returns the journal position that they show. A
 * change in between starts the reading again. While a lot is kept, the next is on its way.
 */
export async function* fetchLibrary(
  client: Client,
  onProgress: RebuildProgress,
): AsyncGenerator<LibraryLot, number> {
  for (;;) {
    const seq = yield* fetchOnce(client, onProgress)
    if (seq !== undefined) return seq
  }
}

async function* fetchOnce(
  client: Client,
  onProgress: RebuildProgress,
): AsyncGenerator<LibraryLot, number | undefined> {
  onProgress(0)
  let page = await client.invoke('library.entities', { from: 0 })
  const { seq } = page
  for (let isFirst = true; ; isFirst = false) {
    const { next, total } = page
    const coming = next === undefined ? undefined : client.invoke('library.entities', { from: next })
    // Whoever takes the lots may stop here: then nobody waits for the page that is on its way.
    coming?.catch(() => undefined)
    yield lotOf(page, isFirst)
    if (!coming) return seq
    onProgress((next ?? 0) / Math.max(1, total))
    page = await coming
    if (page.seq !== seq) return undefined
  }
}

function lotOf({ json, texts }: EntityPage, isFirst: boolean): LibraryLot {
  // Safe: the main process has checked every entity, and the call's schema that this is its answer.
  const plain = JSON.parse(json) as readonly (readonly [EntityKind, Entity])[]
  return {
    isFirst,
    plain: plain.flatMap(([kind, value]) => (isMarkKind(kind) ? [] : [{ kind, id: value.id, value }])),
    structures: texts.flatMap(({ id, structure }) =>
      structure === undefined ? [] : [{ id, json: structure }],
    ),
    marks: texts.flatMap(marksRows),
  }
}

function marksRows({ id, annotations, assessments }: EntityPage['texts'][number]): PackedRow[] {
  const rows: PackedRow[] = []
  const marks = annotations.length + assessments.length
  for (let from = 0; from < marks; from += MARKS_IN_A_ROW) {
    const to = from + MARKS_IN_A_ROW
    const begin = Math.max(0, from - annotations.length)
    const end = Math.max(0, to - annotations.length)
    const row = marksRowId(id, rows.length)
    rows.push(packedMarks(row, annotations.slice(from, to), assessments.slice(begin, end)))
  }
  return rows
}
