import type { Reference } from '#domain/references/reference.ts'
import type { ReadingUnit, Segment } from './reading-layout.ts'

/** A piece of a segment: plain words, or the words of one reference. */
export interface Part extends Segment {
  readonly reference?: Reference
}

/** Cuts a segment at the references in it; every character of it stands in exactly one part. */
export function partsOf({ start, end }: Segment, references: readonly Reference[]): Part[] {
  const parts: Part[] = []
  let at = start
  for (const reference of references) {
    const from = Math.max(at, reference.start)
    const to = Math.min(end, reference.end)
    if (from >= to) continue
    if (from > at) parts.push({ start: at, end: from })
    parts.push({ start: from, end: to, reference })
    at = to
  }
  if (at < end) parts.push({ start: at, end })
  return parts
}

/** The references of each unit by its provision; a unit without any has no entry. */
export function referencesByUnit(
  units: readonly ReadingUnit[],
  references: readonly Reference[],
): ReadonlyMap<string, readonly Reference[]> {
  const byUnit = new Map<string, Reference[]>()
  let next = 0
  for (const { provision, end } of units) {
    const own: Reference[] = []
    for (let reference = references[next]; reference && reference.start < end; reference = references[++next])
      own.push(reference)
    if (own.length > 0) byUnit.set(provision.id, own)
  }
  return byUnit
}
