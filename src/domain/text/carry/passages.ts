import { firstWhere } from '../../shared/first-where.ts'
import type { Provision } from '../../structure/provision.ts'
import { treeOf } from '../../structure/tree.ts'

/** A stretch of text that is matched as one: an article, a heading of a chapter, a piece of a long annex. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** Longer stretches are cut: what is searched for a quotation stays short however a text is divided. */
const LONGEST = 3000
const CUT_AFTER = 1500

const INSIDE_UNIT = new Set<Provision['kind']>(['paragraph', 'point', 'recital'])

/**
 * Cuts a text into passages at its provisions, without gaps. A unit longer than 3,000 UTF-16 units is cut at its
 * paragraphs, at line ends, or at the end of a sentence, whichever comes first after half of that.
 */
export function passagesOf(text: string, provisions: readonly Provision[]): Passage[] {
  const { units } = treeOf(provisions)
  const heads = new Set<number>([0, ...units.map((unit) => unit.start)])
  const inner: number[] = []
  for (const provision of provisions) {
    if (INSIDE_UNIT.has(provision.kind)) inner.push(provision.start)
    else heads.add(provision.start)
  }
  const bounds = [...heads].filter((offset) => offset < text.length).sort((a, b) => a - b)
  return bounds.flatMap((start, i) => cut(text, start, bounds[i + 1] ?? text.length, inner))
}

function cut(text: string, start: number, end: number, inner: readonly number[]): Passage[] {
  const pieces: Passage[] = []
  let from = start
  let next = 0
  while (end - from > LONGEST) {
    while (next < inner.length && (inner[next] ?? 0) < from + CUT_AFTER) next++
    const paragraph = inner[next]
    const to =
      paragraph !== undefined && paragraph <= from + LONGEST ? paragraph : breakAfter(text, from + CUT_AFTER)
    const at = Math.min(to, from + LONGEST, end)
    pieces.push({ start: from, end: at })
    from = at
  }
  pieces.push({ start: from, end })
  return pieces
}

const BREAK = /\n|[.;؛。；]\s?/g

function breakAfter(text: string, offset: number): number {
  BREAK.lastIndex = offset
  const found = BREAK.exec(text)
  return found ? found.index + found[0].length : text.length
}

/** The index of the passage that holds the offset; the nearest one for an offset at the very end. */
export function passageAt(passages: readonly Passage[], offset: number): number {
  return Math.max(0, firstWhere(passages.length, (n) => (passages[n]?.start ?? Infinity) > offset) - 1)
}
