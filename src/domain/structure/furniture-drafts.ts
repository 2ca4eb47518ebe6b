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
): Draft[] {
  if (furniture.length === 0) return [...drafts]
  const all: Draft[] = []
  let next = 0
  for (const [i, draft] of drafts.entries()) {
    const following = drafts[i + 1]
    const to = following?.start ?? Infinity
    const lines: FurnitureLine[] = []
    while ((furniture[next]?.start ?? Infinity) < draft.start) pushAlone(all, drafts, i, furniture[next++])
    while ((furniture[next]?.start ?? Infinity) < to) {
      const line = furniture[next++]
      if (line) lines.push(line)
    }
    all.push(...withLines(text, drafts, i, lines))
  }
  for (; next < furniture.length; next++) pushAlone(all, drafts, drafts.length, furniture[next])
  return all
}

/** Furniture before all provisions, or in a text that has none. */
function pushAlone(
  all: Draft[],
  drafts: readonly Draft[],
  index: number,
  line: FurnitureLine | undefined,
): void {
  if (line) all.push(furnitureDraft(line, depthAt(drafts, index, line.start)))
}

/** A provision with the furniture between its start and that of the next one. */
function withLines(
  text: string,
  drafts: readonly Draft[],
  index: number,
  lines: readonly FurnitureLine[],
): Draft[] {
  const draft = drafts[index]
  if (!draft) return []
  const inside = lines.filter(({ start }) => start < draft.end)
  const outside = lines
    .filter(({ start }) => start >= draft.end)
    .map((line) => furnitureDraft(line, depthAt(drafts, index + 1, line.start)))
  const [first] = inside
  if (!first) return [draft, ...outside]
  const following = drafts[index + 1]
  const to = following && following.depth > draft.depth ? Math.min(following.start, draft.end) : draft.end
  const hasWords = draft.textStart < to
  // Beside what comes next in it: points may stand deeper than one below.
  const depth = to < draft.end && following ? following.depth : draft.depth + 1
  const parts = inside.flatMap((line, i) => {
    const own = furnitureDraft(line, depth)
    const words = hasWords ? flush(text, line.end, inside[i + 1]?.start ?? to, depth) : undefined
    return words ? [own, words] : [own]
  })
  // What stands before its first word leaves it no words of its own.
  const textStart = hasWords ? Math.min(draft.textStart, first.start) : draft.textStart
  return [{ ...draft, textStart }, ...parts, ...outside]
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

/** The depth of what stands at an offset between provisions: inside the innermost one that is not over yet, beside the next. */
function depthAt(drafts: readonly Draft[], index: number, offset: number): number {
  const next = drafts[index]
  for (let i = index - 1; i >= 0; i--) {
    const draft = drafts[i]
    if (draft && draft.end > offset)
      return next && next.depth > draft.depth && next.start < draft.end ? next.depth : draft.depth + 1
    if (draft?.depth === 0) return 0
  }
  return 0
}
