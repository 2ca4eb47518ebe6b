import type { Provision } from './provision.ts'
import type { ProvisionTree } from './tree.ts'

/**
 * The provision of another text of the same agreement that corresponds: the one with the same address, whose id is the
 * same in every language; or else the unit at the same place, when both texts have as many of them.
 */
export function samePlace(from: Provision, tree: ProvisionTree, other: ProvisionTree): Provision | undefined {
  const unit = tree.unitOf(from)
  const byAddress = other.find(from.id) ?? other.find(unit.id)
  if (byAddress || tree.units.length !== other.units.length) return byAddress
  return other.units[tree.units.indexOf(unit)]
}
