import type { ProvisionId } from '../shared/id.ts'
import { isContainer, type Provision } from './provision.ts'

/** Looks provisions up by id, offset and kinship. Made once per structure; all answers in O(log n) or better. */
export interface ProvisionTree {
  readonly provisions: readonly Provision[]
  find(id: ProvisionId): Provision | undefined
  /** The innermost provision that contains the offset. */
  at(offset: number): Provision | undefined
  parentOf(provision: Provision): Provision | undefined
  /** From the outermost container to the provision itself. */
  pathTo(provision: Provision): readonly Provision[]
  childrenOf(provision: Provision): readonly Provision[]
  /** The article, annex part, preamble or closing the provision belongs to: what an analyst assesses. */
  unitOf(provision: Provision): Provision
  /** Provisions that are units, in order. */
  readonly units: readonly Provision[]
}

const INSIDE_UNIT = new Set(['paragraph', 'point', 'recital', 'flush', 'note'])

/** Builds the look-ups. `provisions` are in reading order, as a structure holds them. */
export function treeOf(provisions: readonly Provision[]): ProvisionTree {
  const indexById = new Map<ProvisionId, number>(provisions.map((p, i) => [p.id, i]))
  const parents = parentIndexes(provisions)
  const children = new Map<number, Provision[]>()
  parents.forEach((parent, i) => {
    const child = provisions[i]
    if (parent === undefined || child === undefined) return
    const siblings = children.get(parent)
    if (siblings) siblings.push(child)
    else children.set(parent, [child])
  })

  const parentOf = (provision: Provision): Provision | undefined => {
    const index = indexById.get(provision.id)
    const parent = index === undefined ? undefined : parents[index]
    return parent === undefined ? undefined : provisions[parent]
  }

  const pathTo = (provision: Provision): Provision[] => {
    const path = [provision]
    for (let p = parentOf(provision); p; p = parentOf(p)) path.unshift(p)
    return path
  }

  const unitOf = (provision: Provision): Provision => {
    let unit = provision
    for (let p = parentOf(unit); p && INSIDE_UNIT.has(unit.kind); p = parentOf(p)) unit = p
    return unit
  }

  return {
    provisions,
    find: (id) => provisions[indexById.get(id) ?? -1],
    at: (offset) => lastContaining(provisions, parents, offset),
    parentOf,
    pathTo,
    childrenOf: (provision) => children.get(indexById.get(provision.id) ?? -1) ?? [],
    unitOf,
    units: provisions.filter((p) => isUnit(p, parentOf(p))),
  }
}

/** A unit is read and assessed as one: an article, the preamble, the closing, or text that stands in a container. */
function isUnit(provision: Provision, parent: Provision | undefined): boolean {
  if (isContainer(provision.kind)) return false
  return !INSIDE_UNIT.has(provision.kind) || parent === undefined || isContainer(parent.kind)
}

function parentIndexes(provisions: readonly Provision[]): (number | undefined)[] {
  const open: number[] = []
  return provisions.map((provision, i) => {
    while (open.length > 0 && (provisions[open.at(-1) ?? 0]?.depth ?? 0) >= provision.depth) open.pop()
    const parent = open.at(-1)
    open.push(i)
    return parent
  })
}

function lastContaining(
  provisions: readonly Provision[],
  parents: readonly (number | undefined)[],
  offset: number,
): Provision | undefined {
  let low = 0
  let high = provisions.length - 1
  let found: number | undefined
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((provisions[middle]?.start ?? Infinity) <= offset) {
      found = middle
      low = middle + 1
    } else {
      high = middle - 1
    }
  }
  while (found !== undefined) {
    const provision = provisions[found]
    if (provision && offset < provision.end) return provision
    found = parents[found]
  }
  return undefined
}
