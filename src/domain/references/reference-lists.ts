import { firstWhere } from '../shared/first-where.ts'
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

/** References by what they go to; made once for a text, because an analyst goes through all its provisions. */
export type Citations = ReadonlyMap<ProvisionId, readonly InternalReference[]>

/** The references that stand in a provision or anywhere inside it, of those of the text in reading order. */
export function referencesIn(
  references: readonly Reference[],
  { start, end }: Provision,
): readonly Reference[] {
  const from = firstWhere(references.length, (i) => (references[i]?.start ?? Infinity) >= start)
  const to = firstWhere(references.length, (i) => (references[i]?.start ?? Infinity) >= end)
  return references.slice(from, to)
}

/** Where each provision is cited. */
export function citationsIn(references: readonly Reference[]): Citations {
  const citations = new Map<ProvisionId, InternalReference[]>()
  for (const reference of references) {
    if (reference.kind !== 'internal') continue
    for (const id of new Set(reference.targets)) {
      const known = citations.get(id)
      if (known) known.push(reference)
      else citations.set(id, [reference])
    }
  }
  return citations
}

/** The references from elsewhere to a provision or to anything inside it, in reading order. */
export function referencesTo(
  tree: ProvisionTree,
  citations: Citations,
  provision: Provision,
): InternalReference[] {
  const found = new Set<InternalReference>()
  const collect = (inside: Provision): void => {
    for (const reference of citations.get(inside.id) ?? [])
      if (reference.start < provision.start || reference.start >= provision.end) found.add(reference)
    for (const child of tree.childrenOf(inside)) collect(child)
  }
  collect(provision)
  return [...found].sort((a, b) => a.start - b.start)
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
