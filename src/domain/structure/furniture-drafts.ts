import { trimmedEnd } from './blocks.ts'
import type { FurnitureLine } from './furniture.ts'
import type { Draft } from './provision-ids.ts'

const CONFIDENCE = 0.9

/**
 * Puts furniture into a tree that was made without it, each line where it stands. Words that go on behind it, in the
 * provision it stands in, are flush words: the own words of a provision end where something else begins in it.
 */
export function withFurniture(
  text: string,
  drafts: readonly Draft[],
  furniture: readonly FurnitureLine[],
): readonly Draft[] {
  if (furniture.length === 0) return drafts
  const all: Draft[] = []
  // The provisions that the present one stands in, with itself the last.
  const open: Draft[] = []
  let at = 0
  const linesBefore = (offset: number): FurnitureLine[] => {
    const from = at
    while ((furniture[at]?.start ?? Infinity) < offset) at++
    return furniture.slice(from, at)
  }
  for (const line of linesBefore(drafts[0]?.start ?? Infinity)) all.push(furnitureDraft(line, 0))
  drafts.forEach((draft, i) => {
    while ((open.at(-1)?.depth ?? -1) >= draft.depth) open.pop()
    open.push(draft)
    const following = drafts[i + 1]
    const lines = linesBefore(following?.start ?? Infinity)
    all.push(...withLines(text, draft, following, lines))
    for (const line of lines) {
      if (line.start >= draft.end) all.push(furnitureDraft(line, depthBetween(open, following, line.start)))
    }
  })
  return all
}

/** A provision with the furniture in it that stands before the first provision inside it. */
function withLines(
  text: string,
  draft: Draft,
  following: Draft | undefined,
  lines: readonly FurnitureLine[],
): Draft[] {
  const inside = lines.filter(({ start }) => start < draft.end)
  const [first] = inside
  if (!first) return [draft]
  const child =
    following && following.depth > draft.depth && following.start < draft.end ? following : undefined
  const to = child?.start ?? draft.end
  const hasWords = draft.textStart < to
  // Beside what comes next in it: points may stand deeper than one below.
  const depth = child?.depth ?? draft.depth + 1
  const parts = inside.flatMap((line, i) => {
    const own = furnitureDraft(line, depth)
    const words = hasWords ? flush(text, line.end, inside[i + 1]?.start ?? to, depth) : undefined
    return words ? [own, words] : [own]
  })
  // What stands before its first word leaves it no words of its own.
  const textStart = hasWords ? Math.min(draft.textStart, first.start) : draft.textStart
  return [{ ...draft, textStart }, ...parts]
}

function flush(text: string, from: number, to: number, depth: number): Draft | undefined {
  let start = from
  while (start < to && text.charAt(start).trim() === '') start++
  const end = trimmedEnd(text, start, to)
  return end > start
    ? { kind: 'flush', depth, start, end, textStart: start, confidence: CONFIDENCE }
    : undefined
}

function furnitureDraft({ start, end }: FurnitureLine, depth: number): Draft {
  return { kind: 'furniture', depth, start, end, textStart: start, confidence: CONFIDENCE }
}

/** The depth of what stands between two provisions: inside the innermost one that is not over, beside the next. */
function depthBetween(open: readonly Draft[], following: Draft | undefined, offset: number): number {
  const holder = open.findLast(({ end }) => end > offset)
  if (!holder) return 0
  const isInside = following && following.depth > holder.depth && following.start < holder.end
  return isInside ? following.depth : holder.depth + 1
}
