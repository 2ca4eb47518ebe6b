import type { Chosen, Link } from './chain.ts'

/** A heading as sure as this is kept even where its number is out of order. */
const SURE = 0.5

/**
 * Sure headings that the chain had to leave out because they changed places with a neighbour: their number is not
 * there otherwise, and is within two of that of the chosen heading next to them.
 */
export function swappedLinks<T extends Link>(links: readonly T[], chosen: readonly Chosen[]): T[] {
  const key = (link: Link, shift = 0): string => {
    const { value } = link.numeral
    return `${link.section} ${value.slice(0, -1).join('.')} ${(value.at(-1) ?? 0) + shift}`
  }
  const taken = new Set(chosen.flatMap(({ index }) => links[index] ?? []).map((link) => key(link)))
  let at = 0
  return links.filter((link, i) => {
    while ((chosen[at]?.index ?? Infinity) < i) at++
    if (chosen[at]?.index === i || link.weight < SURE || link.numeral.suffixRank !== undefined) return false
    if (taken.has(key(link))) return false
    const beside = [links[chosen[at - 1]?.index ?? -1], links[chosen[at]?.index ?? -1]]
    return beside.some((other) => other && [-2, -1, 1, 2].some((shift) => key(link, shift) === key(other)))
  })
}
