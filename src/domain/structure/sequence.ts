import type { HeadingCandidate } from './headings.ts'
import type { Numeral } from './numerals.ts'
import type { ProvisionKind } from './provision.ts'

/** What breaking the order of numbers costs, against 1 gained for each heading kept. */
const GAP_COST = 0.6
/** Articles that start again at 1 without a new annex: two agreements in a file, or a quotation. */
const RESTART_COST = 2.5
/** Chapters and sections that start again at 1: usual, in every new part. */
const CONTAINER_RESTART_COST = 0.3
/** How far back a predecessor is sought: longer runs of false candidates do not occur in treaties. */
const WINDOW = 64

/**
 * Keeps the headings whose numbers run in order. All of one kind are weighed together: the chain with the most
 * headings and the fewest breaks wins, so a cross-reference that happens to start a line ("Article 6bis of the
 * Convention") loses against the real articles around it. Articles start again in every annex.
 */
export function keepInSequence(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const main = (kind: ProvisionKind): boolean => kind === 'article' || kind === 'annex'
  const kinds = new Set(candidates.map((c) => c.kind).filter((kind) => !main(kind)))
  const chains = [...kinds].map((kind) => bestChain(candidates.filter((c) => c.kind === kind)))
  return [bestChain(candidates.filter((c) => main(c.kind))), ...chains]
    .flat()
    .sort((a, b) => a.start - b.start)
}

/** Weighted longest increasing subsequence, O(n · WINDOW). */
function bestChain(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const best: { score: number; previous: number }[] = []
  candidates.forEach((candidate, i) => {
    let score = 1 - startCost(candidate)
    let previous = -1
    for (let j = i - 1; j >= Math.max(0, i - WINDOW); j--) {
      const before = candidates[j]
      const chain = best[j]
      if (!before || !chain) continue
      const cost = stepCost(before, candidate)
      if (cost !== undefined && chain.score + 1 - cost > score) {
        score = chain.score + 1 - cost
        previous = j
      }
    }
    best.push({ score, previous })
  })
  return chainEndingBest(candidates, best)
}

function chainEndingBest(
  candidates: readonly HeadingCandidate[],
  best: readonly { score: number; previous: number }[],
): HeadingCandidate[] {
  let at = best.reduce(
    (top, entry, i) => (entry.score > (best[top]?.score ?? 0) ? i : top),
    best.length > 0 ? 0 : -1,
  )
  const chain: HeadingCandidate[] = []
  while (at >= 0) {
    const candidate = candidates[at]
    if (candidate) chain.unshift(candidate)
    at = best[at]?.previous ?? -1
  }
  return chain
}

function startCost(candidate: HeadingCandidate): number {
  return candidate.kind === 'article' && !isFirst(candidate.numeral) ? GAP_COST : 0
}

/** What it costs that `next` follows `before` in one chain, or nothing when it cannot. */
function stepCost(before: HeadingCandidate, next: HeadingCandidate): number | undefined {
  if (next.kind === 'annex') return 0
  if (before.kind === 'annex') return isFirst(next.numeral) ? 0 : GAP_COST
  const restart = next.kind === 'article' ? RESTART_COST : CONTAINER_RESTART_COST
  if (!before.numeral || !next.numeral || before.numeral.style !== next.numeral.style) return restart
  if (follows(before.numeral, next.numeral)) return 0
  if (isGreater(before.numeral, next.numeral)) return GAP_COST
  return isFirst(next.numeral) ? restart : undefined
}

function isFirst(numeral: Numeral | undefined): boolean {
  return numeral?.value.at(-1) === 1 && numeral.suffix === undefined
}

function follows(before: Numeral, next: Numeral): boolean {
  if (next.suffix !== undefined && sameValue(before, next))
    return before.suffix === undefined || before.suffix < next.suffix
  const last = (numeral: Numeral): number => numeral.value.at(-1) ?? 0
  if (before.value.length !== next.value.length) return false
  const prefix = (numeral: Numeral): string => numeral.value.slice(0, -1).join('.')
  if (prefix(before) === prefix(next)) return last(next) === last(before) + 1
  return last(next) === 1 && isGreater(before, next)
}

function sameValue(a: Numeral, b: Numeral): boolean {
  return a.value.join('.') === b.value.join('.')
}

function isGreater(before: Numeral, next: Numeral): boolean {
  const length = Math.max(before.value.length, next.value.length)
  for (let i = 0; i < length; i++) {
    const difference = (next.value[i] ?? 0) - (before.value[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
