import { bareNumberings, type BareNumbering } from './bare-headings.ts'
import type { Candidate } from './candidate.ts'
import { isDivision } from './provision.ts'
import { findCandidates } from './scan.ts'
import { selectHeadings, type Selection } from './select.ts'

/**
 * Chooses the headings of a text. Where it has none of articles, rules or divisions, the numbers at its line starts
 * are weighed in the same way: memoranda, contracts and notes number what they say without a word for it.
 */
export function selectProvisions(
  text: string,
  languages: number,
  markup: (candidate: Candidate) => number,
): Selection {
  const candidates = findCandidates(text)
  const selection = selectHeadings(text, candidates, languages, markup)
  const { headings } = selection
  if (headings.some(({ kind }) => kind === 'article' || kind === 'rule')) return selection
  // What stands in chapters or sections may be their paragraphs, if it is not called otherwise.
  const isDivided = headings.some(({ kind }) => isDivision(kind))
  const numberings = bareNumberings(text).filter(({ isNamed }) => isNamed || !isDivided)
  const numbered = numberings.flatMap((numbering) => {
    const all = [...candidates, ...numbering.headings].sort((a, b) => a.start - b.start)
    const found = selectHeadings(text, all, languages, markup)
    const span = spanOf(found, numbering)
    return span === undefined ? [] : [{ found, span }]
  })
  // The outermost numbering spans the most of the text: what it holds stands between two of its numbers.
  return numbered.sort((a, b) => b.span - a.span)[0]?.found ?? selection
}

/** How much of a text lies between the first and the last of some headings, if they are a numbering that begins at one. */
function spanOf({ headings }: Selection, { headings: own, fewest }: BareNumbering): number | undefined {
  const known = new Set(own)
  const chosen = headings.filter(({ candidate }) => known.has(candidate))
  const [first, last] = [chosen[0], chosen.at(-1)]
  if (!first || !last || chosen.length < fewest || first.candidate.numeral?.value[0] !== 1) return undefined
  return last.candidate.start - first.candidate.start
}
