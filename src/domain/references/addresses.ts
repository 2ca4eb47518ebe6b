import { isAttachment, isDivision, type Provision } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import { numberKey } from './read-items.ts'
import type { Item, Step } from './step.ts'
import type { BrokenReason } from './reference.ts'
import type { Level } from './words/reference-words.ts'

/** What the provisions of an agreement are called, for look-up by what a text cites. */
export interface Addresses {
  /** The provisions that a citation names, seen from a place; undefined when it cannot be told what is meant. */
  resolve(
    steps: readonly Step[],
    item: Item | undefined,
    from: Provision,
    isOwn: boolean,
  ): Resolution | undefined
}

/** What a citation leads to. */
export type Resolution = { readonly targets: readonly Provision[] } | { readonly broken: BrokenReason }

/** Builds the look-ups of one structure. */
export function addressesOf(tree: ProvisionTree): Addresses {
  const keys = new Map<string, string>()
  /** Numbers are few and asked for often. */
  const keyOfNumber = (printed: string): string => {
    const known = keys.get(printed)
    if (known !== undefined) return known
    const key = numberKey(printed)
    keys.set(printed, key)
    return key
  }
  const chapters = tree.provisions.filter(({ kind }) => kind === 'chapter').length
  const byKey = new Map<string, Provision[]>()
  const present = new Set<string>()
  const series = seriesOf(tree.provisions)
  const scopes = new Map<string, string>()
  for (const provision of tree.provisions) {
    const parent = tree.parentOf(provision)
    const scope = parent && (isAttachment(parent.kind) ? parent.id : (scopes.get(parent.id) ?? ''))
    scopes.set(provision.id, scope ?? '')
    present.add(provision.kind)
    if (provision.number === undefined && !isAttachment(provision.kind)) continue
    const key = `${scope ?? ''}|${provision.kind}|${keyOf(provision)}`
    const known = byKey.get(key)
    if (known) known.push(provision)
    else byKey.set(key, [provision])
  }

  const nearest = (found: readonly Provision[], from: Provision): Provision | undefined => {
    if (found.length < 2) return found[0]
    const path = new Set(tree.pathTo(from).map(({ id }) => id))
    const shared = (p: Provision): number => tree.pathTo(p).filter(({ id }) => path.has(id)).length
    const isSame = (p: Provision): number => (series.get(p.id) === series.get(tree.unitOf(from).id) ? 1 : 0)
    return [...found].sort((a, b) => shared(b) - shared(a) || isSame(b) - isSame(a))[0]
  }

  /** A provision by its level and number, in the attachment that is meant: the reader's own first, then the body. */
  const named = (
    level: Level,
    number: string,
    from: Provision,
    within: Provision | undefined,
    isOwn: boolean,
  ) => {
    const own = isAttachment(from.kind) ? from.id : (scopes.get(from.id) ?? '')
    const wanted = within === undefined ? (isOwn ? [''] : [...new Set([own, ''])]) : [scopeIn(within)]
    for (const scope of wanted) {
      const found = (byKey.get(`${scope}|${level}|${number}`) ?? []).filter(
        (p) => !within || isAttachment(within.kind) || (p.start >= within.start && p.end <= within.end),
      )
      const provision = nearest(found, from)
      if (provision) return provision
    }
    return undefined
  }
  const scopeIn = (within: Provision): string =>
    isAttachment(within.kind) ? within.id : (scopes.get(within.id) ?? '')

  const ancestor = (from: Provision, level: Level): Provision | undefined =>
    tree.pathTo(from).findLast((p) => p.kind === level || (level === 'article' && p.kind === 'rule'))

  const neighbour = (from: Provision, level: Level, by: 1 | -1): Provision | undefined => {
    const here =
      level === 'paragraph' || level === 'point'
        ? tree.pathTo(from).find((p) => p.kind === 'paragraph' || p.kind === 'point')
        : ancestor(from, level)
    if (!here) return undefined
    const parent = tree.parentOf(here)
    const peers = (parent ? tree.childrenOf(parent) : tree.provisions).filter((p) => p.kind === here.kind)
    return peers[peers.indexOf(here) + by]
  }

  const inside = (parent: Provision, number: string): Provision | undefined => {
    const children = tree.childrenOf(parent)
    const own = children.find((p) => p.number !== undefined && keyOfNumber(p.number) === number)
    if (own) return own
    // The points of an article's only paragraph count as the article's.
    for (const child of children)
      if (child.number === undefined || children.length === 1) {
        const deeper = inside(child, number)
        if (deeper) return deeper
      }
    return undefined
  }

  /** Goes down by numbers as far as the structure knows them. */
  const descend = (start: Provision, path: readonly string[], isOrdinal: boolean): Resolution => {
    let at = start
    for (const number of path) {
      const next =
        inside(at, number) ?? (/^\d+$/.test(number) ? byPlace(at, Number(number), isOrdinal) : undefined)
      if (!next) return lacks(at, number) ? { broken: 'no such paragraph' } : { targets: [at] }
      at = next
    }
    return { targets: [at] }
  }

  const byPlace = (parent: Provision, place: number, isOrdinal: boolean): Provision | undefined => {
    const plain = tree.childrenOf(parent).filter((p) => p.kind === 'paragraph')
    if (plain.length === 0) return undefined
    return isOrdinal || plain.every((p) => p.number === undefined) ? plain[place - 1] : undefined
  }

  /** Whether the paragraphs are numbered without a gap and end before the number. */
  const lacks = (parent: Provision, number: string): boolean => {
    if (!/^\d+$/.test(number) || (parent.kind !== 'article' && parent.kind !== 'rule')) return false
    const numbers = tree
      .childrenOf(parent)
      .flatMap((p) => (p.number === undefined ? [] : [keyOfNumber(p.number)]))
      .filter((n) => /^\d+$/.test(n))
    return (
      numbers.length >= 2 && numbers.every((n, i) => Number(n) === i + 1) && Number(number) > numbers.length
    )
  }

  const outerOf = (
    step: Step,
    item: Item | undefined,
    from: Provision,
    within: Provision | undefined,
    isOwn: boolean,
  ): Resolution | undefined => {
    if (step.pointing === 'here') {
      const here = ancestor(from, step.level)
      return here && { targets: [here] }
    }
    if (step.pointing === 'preceding' || step.pointing === 'following') {
      const there = neighbour(from, step.level, step.pointing === 'preceding' ? -1 : 1)
      return there && { targets: [there] }
    }
    if (!item) return undefined
    const found = whole(step, item.path, from, within, isOwn)
    if (item.to && item.isDashed) {
      const dashed = whole(step, [`${item.path[0]}`], from, within, isOwn)
      if (dashed) return { targets: [dashed.provision] }
    }
    if (!found) {
      if (!present.has(step.level) || isBeyond(step.level, item)) return undefined
      if (step.level === 'article') return { broken: 'no such article' }
      return isAttachment(step.level) || isDivision(step.level) ? { broken: 'no such division' } : undefined
    }
    if (item.to) return rangeTo(step, found.provision, item.to, from, within, isOwn)
    return descend(found.provision, found.rest, false)
  }

  /** Numbers beyond those there are: chapters of a customs tariff, mostly. */
  const isBeyond = (level: Level, { path }: Item): boolean =>
    level === 'chapter' && Number(path[0]) > chapters

  /** The provision with a number; of `7.2` the article 7 and its paragraph 2, where no article is numbered so. */
  const whole = (
    { level }: Pick<Step, 'level'>,
    [number = '', ...rest]: readonly string[],
    from: Provision,
    within: Provision | undefined,
    isOwn: boolean,
  ): { provision: Provision; rest: readonly string[] } | undefined => {
    const provision = named(level, number, from, within, isOwn)
    if (provision) return { provision, rest }
    const dot = number.lastIndexOf('.')
    return dot > 0 && level === 'article'
      ? whole({ level }, [number.slice(0, dot), number.slice(dot + 1), ...rest], from, within, isOwn)
      : undefined
  }

  const rangeTo = (
    step: Step,
    first: Provision,
    to: readonly string[],
    from: Provision,
    within: Provision | undefined,
    isOwn: boolean,
  ): Resolution => {
    const last = whole(step, to, from, within, isOwn)?.provision
    if (!last) return { broken: step.level === 'article' ? 'no such article' : 'no such division' }
    const scope = scopes.get(first.id)
    return {
      targets: tree.provisions.filter(
        (p) =>
          p.kind === first.kind &&
          scopes.get(p.id) === scope &&
          p.start >= first.start &&
          p.start <= last.start,
      ),
    }
  }

  /** The paragraph or point with a number, as seen from where the reader stands: inwards out, as far as the article. */
  const bareInner = (step: Step, item: Item, from: Provision): Resolution | undefined => {
    const number = item.path[0] ?? ''
    for (const place of [...tree.pathTo(from)].reverse()) {
      const found = tree
        .childrenOf(place)
        .find((p) => p.number !== undefined && keyOfNumber(p.number) === number)
      if (found)
        return item.to ? betweenInner(place, found, item.to) : descend(found, item.path.slice(1), false)
      const isUnit = place.kind === 'article' || place.kind === 'rule'
      if (isUnit && /^\d+$/.test(number)) {
        const there = byPlace(place, Number(number), step.isOrdinal)
        if (there) return { targets: [there] }
        return lacks(place, number) ? { broken: 'no such paragraph' } : undefined
      }
      if (isUnit || isAttachment(place.kind)) return undefined
    }
    return undefined
  }

  const betweenInner = (place: Provision, first: Provision, to: readonly string[]): Resolution => {
    const last = inside(place, to[0] ?? '')
    return last
      ? { targets: tree.childrenOf(place).filter((p) => p.start >= first.start && p.start <= last.start) }
      : { targets: [first] }
  }

  return {
    resolve: (steps, item, from, isOwn) => {
      let within: Provision | undefined
      for (const [i, step] of steps.entries()) {
        const its = item && step.items.includes(item) ? item : step.items[0]
        const isInner = step.level === 'paragraph' || step.level === 'point' || step.level === 'note'
        let found: Resolution | undefined
        if (isInner && its) {
          const isRange = within && its.to
          found = within
            ? isRange
              ? rangeInside(within, its)
              : descend(within, its.path, step.isOrdinal)
            : bareInner(step, its, from)
        } else {
          found = outerOf(step, its, from, within, isOwn)
        }
        if (!found || 'broken' in found || i === steps.length - 1) return found
        within = found.targets[0]
      }
      return undefined
    },
  }

  function rangeInside(within: Provision, item: Item): Resolution {
    const first = inside(within, item.path[0] ?? '')
    return first && item.to ? betweenInner(within, first, item.to) : { targets: [within] }
  }
}

function keyOf(provision: Provision): string {
  return numberKey(provision.arabic ?? provision.number ?? '')
}

/** Which run of articles a provision belongs to: a file may hold the same articles in two languages. */
function seriesOf(provisions: readonly Provision[]): Map<string, number> {
  const series = new Map<string, number>()
  const seen = new Set<string>()
  let current = 0
  for (const provision of provisions) {
    if (isAttachment(provision.kind)) seen.clear()
    if (provision.kind === 'article') {
      const key = keyOf(provision)
      if (seen.has(key)) {
        seen.clear()
        current++
      }
      seen.add(key)
    }
    series.set(provision.id, current)
  }
  return series
}
