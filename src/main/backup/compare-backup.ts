import { differences, type Difference } from '#domain/history/differences.ts'
import { entityNamer } from '#domain/history/entity-name.ts'
import { ENTITY_KINDS, type EntityKind, type EntityRef } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { makePause } from '../archive/pause.ts'

/** Items of a kind that are listed by name; beyond it there are only numbers. */
const LISTED = 200

/** What has become of an entity since a backup. */
export interface ComparedItem {
  readonly ref: EntityRef
  readonly how: Difference['how']
  readonly name: string
  readonly from?: string
}

/** What has changed since a backup, by kind. */
export interface Comparison {
  readonly counts: readonly {
    readonly kind: EntityKind
    readonly added: number
    readonly changed: number
    readonly deleted: number
  }[]
  /** The first of each kind, by name. */
  readonly items: readonly ComparedItem[]
}

/** Compares a backup's state with the present one; other work gets its turn in between. */
export async function compareBackup(earlier: LibraryState, present: LibraryState): Promise<Comparison> {
  const pause = makePause()
  const found = new Map<EntityKind, { added: number; changed: number; deleted: number }>()
  const items: ComparedItem[] = []
  const nameEarlier = entityNamer(earlier)
  const namePresent = entityNamer(present)
  for (const difference of differences(earlier, present)) {
    await pause()
    if (!difference) continue
    const { ref, how, value } = difference
    const counts = found.get(ref.kind) ?? { added: 0, changed: 0, deleted: 0 }
    found.set(ref.kind, { ...counts, [how]: counts[how] + 1 })
    if (counts.added + counts.changed + counts.deleted >= LISTED) continue
    items.push({ ref, how, ...(how === 'added' ? namePresent : nameEarlier)(ref, value) })
  }
  const counts = ENTITY_KINDS.flatMap((kind) => {
    const of = found.get(kind)
    return of ? [{ kind, ...of }] : []
  })
  return { counts, items }
}
