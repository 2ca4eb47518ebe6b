import { applyOperations, type EntityStore } from '../library/apply.ts'
import type { Entity, EntityRef } from '../library/entities.ts'
import { actionLabel, type JournalRecord } from '../library/record.ts'
import type { Instant } from '../shared/time.ts'

/** One state that an entity has had, and what made it so. */
export interface Version {
  /** Number of the last record that was part of it. */
  readonly seq: number
  /** When it was reached: the end of a sitting. */
  readonly at: Instant
  readonly by: string
  /** What was done, as the undo menu calls it. */
  readonly label: string
  /** The entity from then on; absent when it was taken back as a whole. */
  readonly value?: Entity
}

/**
 * Every state an entity has had, the earliest first, from the records that touch it, in their order. What was typed
 * in one sitting is one state.
 */
export function versionsOf(records: readonly JournalRecord[], ref: EntityRef): Version[] {
  const store = single()
  const versions: Version[] = []
  let lastGroup: string | undefined
  for (const record of records) {
    const operations = record.operations.filter((o) => o.ref.kind === ref.kind && o.ref.id === ref.id)
    if (operations.length === 0) continue
    applyOperations(store, operations)
    const value = store.get(ref)
    if (record.group !== undefined && record.group === lastGroup) versions.pop()
    versions.push({
      seq: record.seq,
      at: record.at,
      by: record.by,
      label: labelOf(record),
      ...(value ? { value } : {}),
    })
    lastGroup = record.group
  }
  return versions
}

/** What a record did, as the undo menu calls it, and whether it took something back or did it again. */
export function labelOf(record: Pick<JournalRecord, 'action' | 'undoes' | 'redoes'>): string {
  const label = actionLabel(record.action)
  if (record.undoes) return `Undo: ${label.toLowerCase()}`
  return record.redoes ? `Redo: ${label.toLowerCase()}` : label
}

/** A store for the one entity that is asked for. */
function single(): EntityStore {
  let held: Entity | undefined
  return {
    get: () => held,
    set: (_, value) => {
      held = value
    },
  }
}
