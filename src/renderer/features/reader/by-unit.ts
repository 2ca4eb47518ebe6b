import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { ReadingUnit } from './reading-layout.ts'

/** The annotations of each unit. */
export type ByUnit = ReadonlyMap<ProvisionId, readonly Annotation[]>

/** Groups annotations by unit, again and again as they change. */
export type UnitGrouping = (units: readonly ReadingUnit[], index: SpanIndex<Annotation>) => ByUnit

/**
 * Makes a grouping that remembers: a unit whose annotations are the same as the last time keeps its list, so that
 * only the units that changed are drawn again.
 */
export function unitGrouping(): UnitGrouping {
  let last: ByUnit = new Map()
  return (units, index) => {
    last = new Map(
      units.map(({ provision: { id }, start, end }) => {
        const found = index.overlapping(start, end)
        const old = last.get(id)
        const same = old?.length === found.length && old.every((annotation, i) => annotation === found[i])
        return [id, same ? old : found]
      }),
    )
    return last
  }
}
