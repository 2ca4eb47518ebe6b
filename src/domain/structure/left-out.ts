import type { Weighed } from './attachments.ts'
import type { Candidate } from './candidate.ts'
import type { Link } from './chain-costs.ts'
import type { Chosen } from './chain.ts'
import { isGreater, isSameNumber } from './numeral-order.ts'
import type { Numeral } from './numerals.ts'

/** A heading as sure as this is kept even where its number is out of order. */
const SURE = 0.5
/** One as sure as this is kept wherever its number may stand, however far the one before it. */
const VERY_SURE = 0.9
/** So many headings in a hundred come twice where two languages take turns. */
const MOST = 80

const key = (link: Link, shift = 0): string => {
  const { value } = link.numeral
  return `${link.section} ${value.slice(0, -1).join('.')} ${(value.at(-1) ?? 0) + shift}`
}

/** The links that were not chosen, each with the chosen ones before and after it. */
function unchosen<T extends Link>(
  links: readonly T[],
  chosen: readonly Chosen[],
): { link: T; before: T | undefined; after: T | undefined }[] {
  let at = 0
  return links.flatMap((link, i) => {
    while ((chosen[at]?.index ?? Infinity) < i) at++
    if (chosen[at]?.index === i) return []
    return [{ link, before: links[chosen[at - 1]?.index ?? -1], after: links[chosen[at]?.index ?? -1] }]
  })
}

/**
 * Very sure headings whose number may stand where it does, but so far from the others that it cost more than it
 * brought: the last article of an extract, one that is set in another way. They are never words of another article.
 */
export function strandedLinks<T extends Link & Weighed>(links: readonly T[], chosen: readonly Chosen[]): T[] {
  let last: T | undefined
  return unchosen(links, chosen).flatMap(({ link, before, after }) => {
    const { candidate, section, numeral } = link
    if (last && before && isGreater(last.numeral, before.numeral)) last = undefined
    const from = last?.section === section && isAfter(before, last) ? last : before
    const isSure = link.weight >= VERY_SURE && candidate.opensLine && !candidate.isMisspelt
    if (!isSure || !standsApart(candidate) || from?.section !== section) return []
    if (!isLater(from.numeral, numeral)) return []
    if (after?.section === section && !isLater(numeral, after.numeral)) return []
    last = link
    return [link]
  })
}

function isAfter(a: Weighed | undefined, b: Weighed | undefined): boolean {
  return b !== undefined && (a === undefined || b.candidate.start > a.candidate.start)
}

function standsApart({ before, afterBlankLine }: Candidate): boolean {
  return before === 'stop' || before === 'nothing' || (before === 'other' && afterBlankLine)
}

function isLater(a: Numeral, b: Numeral): boolean {
  if (isGreater(a, b)) return true
  return isSameNumber(a, b) && (a.suffixRank ?? 0) < (b.suffixRank ?? 0)
}

/**
 * Sure headings of a second language that takes turns with the first: nearly every number that was chosen stands a
 * second time beside it.
 */
export function doubledLinks<T extends Link & Weighed>(links: readonly T[], chosen: readonly Chosen[]): T[] {
  const doubled = unchosen(links, chosen).flatMap(({ link, before, after }) => {
    if (link.weight < SURE || !link.candidate.opensLine) return []
    const isBeside = [before, after].some(
      (other) => other && other.numeral.suffix === link.numeral.suffix && key(other) === key(link),
    )
    return isBeside ? [link] : []
  })
  if (doubled.length === 0) return []
  const times = new Map<string, number>()
  const numberOf = (link: T): string => `${key(link)} ${link.numeral.suffix ?? ''}`
  for (const link of [...doubled, ...chosen.flatMap(({ index }) => links[index] ?? [])])
    times.set(numberOf(link), (times.get(numberOf(link)) ?? 0) + 1)
  const twice = [...times.values()].filter((count) => count > 1).length
  return twice >= 2 && twice * 100 >= times.size * MOST ? doubled : []
}

/**
 * Sure headings that the chain had to leave out because they changed places with a neighbour: their number is not
 * there otherwise, and is within two of that of the chosen heading next to them.
 */
export function swappedLinks<T extends Link>(links: readonly T[], chosen: readonly Chosen[]): T[] {
  if (chosen.length === links.length) return []
  const taken = new Set(chosen.flatMap(({ index }) => links[index] ?? []).map((link) => key(link)))
  return unchosen(links, chosen).flatMap(({ link, before, after }) => {
    if (link.weight < SURE || link.numeral.suffixRank !== undefined || taken.has(key(link))) return []
    const isBeside = [before, after].some(
      (other) => other && [-2, -1, 1, 2].some((shift) => key(link, shift) === key(other)),
    )
    return isBeside ? [link] : []
  })
}
