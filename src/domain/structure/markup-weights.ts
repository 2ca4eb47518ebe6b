import type { Candidate } from './candidate.ts'
import type { StructureHint } from './hint.ts'

/** What markup that names a provision adds: nearly as much as a line of its own. */
const NAMED = 0.8
/** What markup that only shows a heading adds. */
const SHOWN = 0.3
/** What is taken from an article that the markup does not name, in a file whose markup names articles. */
const NOT_NAMED = 0.4
/** So many articles named show that the markup names them throughout. */
const ENOUGH_NAMED = 3

/** What the markup of a file says for or against a candidate, in the scale of `evidenceFor`; 0 without markup. */
export function markupWeights(hints: readonly StructureHint[]): (candidate: Candidate) => number {
  if (hints.length === 0) return () => 0
  const named = new Map<number, Set<string>>()
  let articles = 0
  for (const { start, kind } of hints) {
    named.set(start, (named.get(start) ?? new Set()).add(kind))
    if (kind === 'article') articles++
  }
  const namesArticles = articles >= ENOUGH_NAMED
  return ({ kind, start }) => {
    const kinds = named.get(start)
    if (kinds?.has(kind)) return NAMED
    if (kinds?.has('heading')) return SHOWN
    return namesArticles && kind === 'article' ? -NOT_NAMED : 0
  }
}
