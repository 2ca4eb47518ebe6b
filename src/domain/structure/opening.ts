import { insideOf } from './block-drafts.ts'
import { blocksOf } from './blocks.ts'
import type { Candidate } from './candidate.ts'
import { breaksOff, LONGEST_HEADING } from './heading-name.ts'
import { linesOf, type Line } from './lines.ts'
import { isInvocation, startsWithParties } from './openers.ts'
import type { Draft } from './provision-ids.ts'

/** No agreement's title takes more lines than this; what follows is a list or a text without paragraphs. */
const MOST_TITLE_LINES = 12
const CONFIDENCE = 0.9

/** Title lines and preamble: everything before the first heading. `marker` is the preamble's own heading, if any. */
export function openingDrafts(
  text: string,
  from: number,
  to: number,
  marker: Candidate | undefined,
  hardWrapped: boolean,
): Draft[] {
  const lines = linesOf(text, from, marker?.start ?? to)
  const preambleFrom = marker ? lines.length : titleEnd(lines, from === 0 && to < text.length)
  const title = trimmedRange(lines.slice(0, preambleFrom))
  const drafts: Draft[] = title
    ? [{ kind: 'title', depth: 0, ...title, textStart: title.start, confidence: CONFIDENCE }]
    : []
  const body = marker ? linesOf(text, marker.end, to) : lines.slice(preambleFrom)
  const blocks = blocksOf(text, body, hardWrapped)
  const start = marker?.start ?? blocks[0]?.start
  const end = blocks.at(-1)?.end ?? (marker ? wordEnd(text, marker) : undefined)
  if (start === undefined || end === undefined) return drafts
  const heading = marker && text.slice(marker.start, wordEnd(text, marker)).trim()
  const inside = blocks.length > 1 ? insideOf(text, blocks, 1, 'recital').drafts : []
  const textStart = inside.length > 0 ? end : (blocks[0]?.start ?? end)
  return [
    ...drafts,
    {
      kind: 'preamble',
      depth: 0,
      start,
      end,
      textStart,
      ...(heading ? { heading } : {}),
      confidence: CONFIDENCE,
    },
    ...inside,
  ]
}

function wordEnd(text: string, marker: Candidate): number {
  const at = text.slice(marker.start, marker.end).toLowerCase().indexOf(marker.word)
  return at < 0 ? marker.end : marker.start + at + marker.word.length
}

/** The line after the title: titles are short lines, and go on over a blank line that interrupts them. */
function titleEnd(lines: readonly Line[], mayEndInStop: boolean): number {
  let last = -1
  let taken = 0
  for (let i = 0; i < lines.length && taken < MOST_TITLE_LINES; i++) {
    const line = lines[i]
    if (!line || line.words === '') continue
    const before = last < 0 ? undefined : lines[last]
    if (before && !goesOn(before, line, i > last + 1)) break
    // At the top of a text, above articles, a title's first line may end in a full stop; a preamble's ends in a comma.
    const mayStop =
      mayEndInStop && last < 0 && line.words.length <= LONGEST_HEADING && line.words.endsWith('.')
    if (!mayStop && !isTitleLine(line.words)) break
    last = i
    taken++
  }
  return last + 1
}

function isTitleLine(words: string): boolean {
  return words.length <= LONGEST_HEADING * 2 && !'.:;,。；：，、،؛'.includes(words.at(-1) ?? '')
}

function goesOn(before: Line, line: Line, isApart: boolean): boolean {
  if (breaksOff(before.words) || isInvocation(before.words)) return true
  const capitals = isCapitals(before.words)
  if (capitals && isCapitals(line.words)) return true
  const joins = /^(?:\p{Ll}|and\b|between\b|on\b|concerning\b|relating\b|of\b)/iu.test(line.words) && !isApart
  if (startsWithParties(line.words)) return false
  return joins || !isApart || /^\p{Ll}/u.test(line.words)
}

function isCapitals(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase()
}

/** The range of the words of some lines. */
export function trimmedRange(lines: readonly Line[]): { start: number; end: number } | undefined {
  const first = lines.find((line) => line.words !== '')
  const last = lines.findLast((line) => line.words !== '')
  return first && last ? { start: first.wordsStart, end: last.wordsStart + last.words.length } : undefined
}
