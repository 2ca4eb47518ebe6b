import { BEHIND_INSERTED, formCost, gapCost, restartCost, type Costs, type Link } from './chain-costs.ts'
import { follows, isFirst, isGreater, isSameNumber, lastOf, prefixOf } from './numeral-order.ts'
import type { Numeral } from './numerals.ts'

/** How a link follows the one before it in the chosen chain. */
export type Step = 'first' | 'next' | 'gap' | 'restart' | 'resume'

/** A link that was chosen. */
export interface Chosen {
  readonly index: number
  readonly previous?: number
  readonly step: Step
}

const WIDEST_GAP = 8
const JUMP = 1.6
const RESUME = 0.2
/** Chain ends kept for one number: one for each form in which it occurs. */
const ENDS_KEPT = 5

interface End {
  readonly index: number
  readonly form: string
  readonly score: number
}

/**
 * Picks the links that form the best chain of rising numbers: the one with the most weight and the fewest breaks. A
 * cross-reference that looks like a heading loses against the headings around it, because taking it would break
 * their order. Dynamic programming over the best chain that ends at each number: O(n) for n links, since only the
 * few numbers that can stand before one are looked up.
 */
export function bestChain(links: readonly Link[], costs: Costs): Chosen[] {
  const scores = new Float64Array(links.length)
  const previous = new Int32Array(links.length).fill(-1)
  // For a chain in an annex, the link before the annex: numbers may run on from it behind the annex.
  const suspended = new Int32Array(links.length).fill(-1)
  const ends = new Ends()
  links.forEach((link, i) => {
    ends.enterSection(link.section)
    const place: Place = { score: isFirst(link.numeral) ? 0 : -costs.gap, from: -1 }
    look(place, links, link, ends, neighbours(link.numeral))
    // Nothing that costs a gap can beat this: most links are the next number of the best chain.
    const isBest = place.score >= (ends.best?.score ?? 0) - costs.gap
    if (!isBest) look(place, links, link, ends, fartherBefore(link.numeral, costs))
    const resumed = ends.best && links[suspended[ends.best.index] ?? -1]
    if (resumed && follows(resumed.numeral, link.numeral))
      consider(place, links, link, ends.best, RESUME - formDifference(ends.best, link))
    const jump = ends.best
    if (jump && isGreater(links[jump.index]?.numeral, link.numeral))
      consider(place, links, link, jump, costs.gap + JUMP)
    if (isFirst(link.numeral)) {
      for (const end of [ends.best, ends.bestBeforeSection]) {
        const before = end && links[end.index]
        if (before)
          consider(place, links, link, end, restartCost(before, link, costs) - formDifference(end, link))
      }
    }
    const { score, from } = place
    scores[i] = score + link.weight
    previous[i] = from
    suspended[i] = suspension(i, from)
    ends.add(link, { index: i, form: link.form, score: score + link.weight })
  })
  return trace(links, scores, previous, suspended)

  /** What a restart costs must not be charged for the form as well: an annex is set as it likes. */
  function formDifference(end: End | undefined, link: Link): number {
    const before = end && links[end.index]
    return before ? formCost(before, link) : 0
  }

  function suspension(index: number, from: number): number {
    const [before, link] = [links[from], links[index]]
    if (!before || !link) return -1
    const open = suspended[from] ?? -1
    const base = links[open]
    if (base && follows(base.numeral, link.numeral) && !follows(before.numeral, link.numeral)) return -1
    if (before.section !== link.section && isFirst(link.numeral)) return open >= 0 ? open : from
    return open
  }
}

/** The best place for a link that was found so far: the score of the chain up to it, and the link before it. */
interface Place {
  score: number
  from: number
}

/** Takes a chain end as the place of a link, if none was better. */
function consider(
  place: Place,
  links: readonly Link[],
  link: Link,
  end: End | undefined,
  cost: number,
): void {
  const before = end && links[end.index]
  if (!end || !before) return
  const score = end.score - cost - formCost(before, link)
  if (score <= place.score) return
  place.score = score
  place.from = end.index
}

/** Considers the chain ends at some keys. */
function look(
  place: Place,
  links: readonly Link[],
  link: Link,
  ends: Ends,
  keys: readonly (readonly [Key, number])[],
): void {
  for (const [key, cost] of keys)
    for (const end of ends.at(key))
      if (comesBefore(links[end.index], link)) consider(place, links, link, end, cost)
}

const NO_ENDS: readonly End[] = []

/** The best chain ends so far: by number, overall, and overall before the present section. */
class Ends {
  best: End | undefined
  bestBeforeSection: End | undefined
  #section = 0
  readonly #byKey = new Map<Key, End[]>()

  enterSection(section: number): void {
    if (section === this.#section) return
    this.#section = section
    this.bestBeforeSection = this.best
  }

  at(key: Key): readonly End[] {
    return this.#byKey.get(key) ?? NO_ENDS
  }

  add(link: Link, end: End): void {
    if (end.score > (this.best?.score ?? 0)) this.best = end
    for (const key of keysOf(link.numeral)) this.#keep(key, end)
  }

  #keep(key: Key, end: End): void {
    const kept = this.#byKey.get(key)
    if (!kept) {
      this.#byKey.set(key, [end])
      return
    }
    const same = kept.findIndex((other) => other.form === end.form)
    if (same >= 0) {
      if ((kept[same]?.score ?? 0) <= end.score) kept[same] = end
    } else if (kept.length < ENDS_KEPT) kept.push(end)
    else {
      const worst = kept.reduce((w, other, i) => (other.score < (kept[w]?.score ?? 0) ? i : w), 0)
      if ((kept[worst]?.score ?? 0) < end.score) kept[worst] = end
    }
  }
}

/** A number of one part is its own key; one of several parts is printed: `1.3`. */
type Key = number | string

const keyOf = (parts: readonly number[]): Key => (parts.length === 1 ? (parts[0] ?? 0) : parts.join('.'))
const keyWithin = (prefix: readonly number[], last: number): Key =>
  prefix.length === 0 ? last : `${prefix.join('.')}.${last}`

/** Where a chain end is looked up: by its whole number, and by what its last part is counted within. */
function keysOf(numeral: Numeral): Key[] {
  const { value } = numeral
  const whole = keyOf(value)
  if (value.length === 1) return [whole]
  const within = [whole, `${prefixOf(numeral).join('.')}.*`]
  // 10.3 follows 10.2.1 as it follows 10.2.
  return value.length === 2 ? within : [...within, value.slice(0, 2).join('.'), `${value[0]}.*`]
}

/** Where the chain ends are that a numeral follows without a gap. */
function neighbours(numeral: Numeral): [Key, number][] {
  const last = lastOf(numeral)
  const prefix = prefixOf(numeral)
  if (numeral.suffixRank !== undefined) return [[keyWithin(prefix, last), 0]]
  const found: [Key, number][] = last > 0 ? [[keyWithin(prefix, last - 1), 0]] : []
  // `1`, `1.1`, `2`: an article that was put in.
  if (prefix.length === 0 && last > 1) found.push([`${last - 1}.*`, BEHIND_INSERTED])
  if (prefix.length > 0 && last <= 1) {
    const group = prefix.at(-1) ?? 0
    const outer = prefix.length === 1 ? '' : `${prefix.slice(0, -1).join('.')}.`
    if (group > 0) found.push([`${outer}${group - 1}.*`, 0])
    // `3` then `3.1`: a container that is numbered like what it contains.
    found.push([keyOf(prefix), 0.1])
  }
  return found
}

/** Where the chain ends are that a numeral follows with a gap, and what that costs. */
function fartherBefore(numeral: Numeral, costs: Costs): [Key, number][] {
  const last = lastOf(numeral)
  const prefix = prefixOf(numeral)
  const found: [Key, number][] = []
  for (let back = numeral.suffixRank === undefined ? 2 : 1; back <= WIDEST_GAP && last - back >= 0; back++)
    found.push([keyWithin(prefix, last - back), gapCost(back, costs)])
  if (prefix.length === 0 || last > 2) return found
  const group = prefix.at(-1) ?? 0
  const outer = prefix.length === 1 ? '' : `${prefix.slice(0, -1).join('.')}.`
  const late = last === 2 ? costs.gap : 0
  for (let back = last === 2 ? 1 : 2; back <= WIDEST_GAP && group - back >= 0; back++)
    found.push([`${outer}${group - back}.*`, gapCost(back, costs) + late])
  return found
}

function comesBefore(before: Link | undefined, link: Link): boolean {
  if (!before) return false
  const a = before.numeral
  const b = link.numeral
  if (!isSameNumber(a, b)) return true
  return (a.suffixRank ?? 0) < (b.suffixRank ?? 0)
}

function trace(
  links: readonly Link[],
  scores: Float64Array,
  previous: Int32Array,
  suspended: Int32Array,
): Chosen[] {
  let at = -1
  let best = 0
  scores.forEach((score, i) => {
    if (score <= best) return
    best = score
    at = i
  })
  const chain: Chosen[] = []
  while (at >= 0) {
    const before = previous[at] ?? -1
    const step = stepOf(links[before], links[at], links[suspended[before] ?? -1])
    chain.push(before >= 0 ? { index: at, previous: before, step } : { index: at, step })
    at = before
  }
  return chain.reverse()
}

function stepOf(before: Link | undefined, link: Link | undefined, resumed: Link | undefined): Step {
  if (!link) return 'first'
  if (before && follows(before.numeral, link.numeral)) return 'next'
  if (resumed && follows(resumed.numeral, link.numeral)) return 'resume'
  if (!before) return isFirst(link.numeral) ? 'first' : 'gap'
  if (!isGreater(before.numeral, link.numeral)) {
    const isInserted = isSameNumber(before.numeral, link.numeral) && comesBefore(before, link)
    return isInserted ? 'next' : 'restart'
  }
  return 'gap'
}
