import type { ProvisionId } from '../shared/id.ts'
import type { Provision } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import type { ExternalReference, InternalReference, Reference } from './reference.ts'

/** Another instrument with every place that refers to it. */
export interface CitedTimes {
  /** As the text names it first in full. */
  readonly name: string
  /** In reading order. */
  readonly references: readonly ExternalReference[]
}

/** The references that stand in a provision or anywhere inside it. */
export function referencesIn(references: readonly Reference[], { start, end }: Provision): Reference[] {
  return references.filter((reference) => reference.start >= start && reference.start < end)
}

/** The references from elsewhere to a provision or to anything inside it. */
export function referencesTo(
  tree: ProvisionTree,
  references: readonly Reference[],
  provision: Provision,
): InternalReference[] {
  const isInside = (id: ProvisionId): boolean => {
    const target = tree.find(id)
    return target !== undefined && target.start >= provision.start && target.end <= provision.end
  }
  return references.filter(
    (reference): reference is InternalReference =>
      reference.kind === 'internal' &&
      (reference.start < provision.start || reference.start >= provision.end) &&
      reference.targets.some(isInside),
  )
}

/** The references to nothing, in reading order. */
export function brokenReferences(references: readonly Reference[]): InternalReference[] {
  return references.filter(
    (reference): reference is InternalReference =>
      reference.kind === 'internal' && reference.broken !== undefined,
  )
}

/** The other instruments that are referred to, the most often named first. */
export function instrumentsIn(references: readonly Reference[]): CitedTimes[] {
  const byName = new Map<string, { name: string; references: ExternalReference[] }>()
  for (const reference of references) {
    if (reference.kind !== 'external') continue
    const key = reference.instrument.name.toLowerCase()
    const known = byName.get(key)
    if (known) known.references.push(reference)
    else byName.set(key, { name: reference.instrument.name, references: [reference] })
  }
  return [...byName.values()].sort((a, b) => b.references.length - a.references.length)
}
