import { firstWhere } from '../shared/first-where.ts'
import type { ProvisionId } from '../shared/id.ts'
import type { Provision } from './provision.ts'
import { samePlace } from './same-place.ts'
import type { ProvisionTree } from './tree.ts'

/** Which unit of a text stands for which of another: one for one, and in the same order in both. */
export type Counterparts = ReadonlyMap<ProvisionId, ProvisionId>

/** The units of one text of an agreement, and those of another text of the same agreement that say the same. */
export function sameAgreementCounterparts(from: ProvisionTree, to: ProvisionTree): Counterparts {
  return new Map(
    from.units.flatMap((unit) => {
      const place = samePlace(unit, from, to)
      return place ? [[unit.id, place.id] as const] : []
    }),
  )
}

/**
 * The units of two agreements that are about the same: those with the same name (`Entry into force`), and what every
 * agreement has once. Where no article shares a name, the numbers are what is left to go by. Of pairs that cross, the
 * most that keep one order are kept, so that reading on in one never leads back in the other.
 */
export function namedCounterparts(from: ProvisionTree, to: ProvisionTree): Counterparts {
  const named = pairsBy(from, to, nameOf)
  const framed = pairsBy(from, to, ({ kind, heading }) => (ONCE.has(kind) && !heading ? kind : undefined))
  const numbered =
    named.length > 0 ? [] : pairsBy(from, to, ({ kind, id }) => (ONCE.has(kind) ? undefined : id))
  const pairs = [...named, ...framed, ...numbered].sort((a, b) => a[0].start - b[0].start)
  return new Map(longestInOrder(pairs).map(([a, b]) => [a.id, b.id]))
}

/** The same pairs, seen from the other side. */
export function turnedRound(counterparts: Counterparts): Counterparts {
  return new Map([...counterparts].map(([from, to]) => [to, from]))
}

/** A place in a text as it is read: a unit, and how much of it has been read, from 0 to 1. */
export interface ReadingPlace {
  readonly unitId: ProvisionId
  readonly share: number
}

/**
 * The place in the other text that stands for a place in this one. A unit without a counterpart stands between its
 * neighbours': after the last one before it that has one, or else before the first one after it.
 */
export function placeInOther(
  counterparts: Counterparts,
  tree: ProvisionTree,
  { unitId, share }: ReadingPlace,
): ReadingPlace | undefined {
  const exact = counterparts.get(unitId)
  if (exact !== undefined) return { unitId: exact, share }
  const start = tree.find(unitId)?.start ?? 0
  const matched = tree.units.filter(({ id }) => counterparts.has(id))
  const before = counterparts.get(matched.findLast((unit) => unit.start <= start)?.id ?? '')
  if (before !== undefined) return { unitId: before, share: 1 }
  const after = counterparts.get(matched[0]?.id ?? '')
  return after === undefined ? undefined : { unitId: after, share: 0 }
}

const ONCE: ReadonlySet<Provision['kind']> = new Set(['title', 'preamble', 'testimonium', 'signatures'])

type Pair = readonly [Provision, Provision]

/** Pairs of units with the same key, which each text must have only once. */
function pairsBy(
  from: ProvisionTree,
  to: ProvisionTree,
  keyOf: (unit: Provision) => string | undefined,
): Pair[] {
  const there = onlyOnes(to.units, keyOf)
  return [...onlyOnes(from.units, keyOf)].flatMap(([key, unit]) => {
    const other = there.get(key)
    return other ? [[unit, other] as const] : []
  })
}

function onlyOnes(
  units: readonly Provision[],
  keyOf: (unit: Provision) => string | undefined,
): Map<string, Provision> {
  const ones = new Map<string, Provision | undefined>()
  for (const unit of units) {
    const key = keyOf(unit)
    if (key !== undefined) ones.set(key, ones.has(key) ? undefined : unit)
  }
  return new Map([...ones].flatMap(([key, unit]) => (unit ? [[key, unit] as const] : [])))
}

/** A name as it is compared: without case, accents, articles of grammar and signs. */
function nameOf({ heading }: Provision): string | undefined {
  const name = heading
    ?.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|of|a|an)\b/g, '')
    .replace(/ +/g, ' ')
    .trim()
  return name === '' ? undefined : name
}

/** The most pairs whose second members are in order too: patience sorting, O(n log n). */
function longestInOrder(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  const startOf = (index: number | undefined): number => pairs[index ?? -1]?.[1].start ?? -1
  pairs.forEach(([, { start }], index) => {
    const place = firstWhere(ends.length, (n) => startOf(ends[n]) >= start)
    before[index] = ends[place - 1]
    ends[place] = index
  })
  const kept: Pair[] = []
  for (let index = ends.at(-1); index !== undefined; index = before[index]) {
    const pair = pairs[index]
    if (pair) kept.unshift(pair)
  }
  return kept
}
