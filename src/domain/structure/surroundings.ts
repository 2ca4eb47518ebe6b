import type { Candidate } from './candidate.ts'
import { evidenceFor, PLAIN, type Surroundings } from './evidence.ts'
import { insertedAmong } from './insertions.ts'
import { isAttachment, isDivision } from './provision.ts'

/** A name below a heading is no longer than this. */
const LONGEST_NAME = 200
/** Headings in a row that hold nothing but each other: fewer may be a part with its first chapter and section. */
const SHORTEST_CONTENTS = 4
/** A quotation is no longer than this; after it a mark was left out. */
const LONGEST_QUOTATION = 10_000
/** No paragraph is longer than this. */
const LONGEST_PARAGRAPH = 6000
/** What is worth no more is a reference. */
const REFERENCE = -0.7
/** So many headings at line starts show that the text has its lines. */
const ENOUGH_LINES = 3

const ENDS_SENTENCE = /[.;:!?。；：؛]["”»)]?[ \t\u3000]*$/m
/** Dots, tabs or a column of blanks that lead to a page number. */
const LEADS_TO_PAGE = /(?:\.\s?\.\s?\.|…|\t| {3}|·{3})[\s.…·]*\d{1,4}$/
const RANKS: readonly string[] = [
  'annex',
  'part',
  'titleDivision',
  'chapter',
  'section',
  'subsection',
  'article',
]

/** What can be said of each candidate only by looking at the others and the text between them. */
export function surroundingsOf(
  text: string,
  candidates: readonly Candidate[],
  contents: ReadonlySet<Candidate>,
): Surroundings[] {
  const inQuotation = quotations(text, candidates)
  const isWithoutBody = withoutBody(text, candidates)
  const isInserted = insertedAmong(text, candidates)
  const lined = candidates.filter(
    (c) => c.opensLine && c.kind === 'article' && c.numeral && evidenceFor(c, PLAIN) >= 0.5,
  )
  const isLined = lined.length >= ENOUGH_LINES
  const inFlatLine = isLined ? flatLines(text, candidates) : []
  return candidates.map((candidate, i) => ({
    isListed: contents.has(candidate),
    isWithoutBody: isWithoutBody[i] ?? false,
    isInQuotation: inQuotation[i] ?? false,
    isInserted: isInserted[i] ?? false,
    isLined: isLined && !inFlatLine[i],
  }))
}

/** Which candidates stand in a line too long to be a paragraph: only this part of the text lost its line breaks. */
function flatLines(text: string, candidates: readonly Candidate[]): boolean[] {
  let from = 0
  let to = -1
  return candidates.map(({ start }) => {
    while (to < start) {
      from = to + 1
      const feed = text.indexOf('\n', from)
      to = feed < 0 ? text.length : feed
    }
    return to - from >= LONGEST_PARAGRAPH
  })
}

/** Which candidates stand between “ and ”; German closes with “, so only one that opens a word counts. */
function quotations(text: string, candidates: readonly Candidate[]): boolean[] {
  if (!text.includes('“')) return []
  const opens: number[] = []
  for (let at = text.indexOf('“'); at >= 0; at = text.indexOf('“', at + 1)) {
    const before = text.charAt(at - 1)
    if (at === 0 || before.trim() === '' || before === '(') opens.push(at)
  }
  let open = 0
  let close = text.indexOf('”')
  let closedAt = -1
  return candidates.map(({ start }) => {
    while ((opens[open + 1] ?? Infinity) < start) open++
    while (close >= 0 && close < start) {
      closedAt = close
      close = text.indexOf('”', close + 1)
    }
    const openedAt = opens[open] ?? Infinity
    // Two opening marks in a row show that a closing one was left out.
    const isClosed =
      close >= 0 && close < (opens[open + 1] ?? Infinity) && close - openedAt < LONGEST_QUOTATION
    return openedAt < start - 1 && closedAt < openedAt && isClosed
  })
}

function withoutBody(text: string, candidates: readonly Candidate[]): boolean[] {
  const flags: boolean[] = candidates.map(() => false)
  // A heading above a line that begins with a reference (`Article 1 applies to ships.`) has that line for its text.
  const lines = candidates.flatMap((c, i) =>
    c.opensLine && (c.numeral !== undefined || c.kind === 'preamble') && evidenceFor(c, PLAIN) > REFERENCE
      ? [i]
      : [],
  )
  let run: number[] = []
  lines.forEach((index, k) => {
    const candidate = candidates[index]
    if (!candidate) return
    const next = candidates[lines[k + 1] ?? -1]
    const isBare = next !== undefined && isBareHeading(text, candidate.end, next.start)
    const leads = leadsToPage(text, candidate.end)
    if (isBare || leads) run.push(index)
    const holdsSections = isBare && isSection(next) && hasBody(text, next, candidates[lines[k + 2] ?? -1])
    if ((isBare && candidate.kind === 'article' && !holdsSections) || leads) flags[index] = true
    if (!isBare && !leads) {
      markContents(candidates, run, candidate, flags)
      run = []
    }
  })
  return flags
}

function isSection({ kind }: Candidate): boolean {
  return kind === 'section' || kind === 'subsection'
}

function hasBody(text: string, candidate: Candidate, next: Candidate | undefined): boolean {
  return !standsWithoutBody(text, candidate, next)
}

/** Whether nothing but a name stands between a heading and the next one that was chosen, or the end of its line. */
export function standsWithoutBody(text: string, { end }: Candidate, next: Candidate | undefined): boolean {
  return (next !== undefined && isBareHeading(text, end, next.start)) || leadsToPage(text, end)
}

function isBareHeading(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_NAME) return false
  const between = text.slice(from, to).trim()
  return between === '' || !ENDS_SENTENCE.test(between)
}

function leadsToPage(text: string, from: number): boolean {
  const line = text.slice(from, from + LONGEST_NAME)
  const feed = line.indexOf('\n')
  const words = (feed < 0 ? line : line.slice(0, feed)).trimEnd()
  const last = words.charCodeAt(words.length - 1)
  return last >= 48 && last <= 57 && LEADS_TO_PAGE.test(words)
}

/** Marks the divisions of a table of contents, but not those that contain the article after them. */
function markContents(
  candidates: readonly Candidate[],
  run: readonly number[],
  after: Candidate,
  flags: boolean[],
): void {
  if (run.length < SHORTEST_CONTENTS) return
  let end = run.length
  let inner = RANKS.indexOf(after.kind)
  while (end > 0) {
    const rank = RANKS.indexOf(candidates[run[end - 1] ?? -1]?.kind ?? '')
    if (rank < 0 || rank >= inner) break
    inner = rank
    end--
  }
  for (const index of run.slice(0, end)) {
    const kind = candidates[index]?.kind
    if (kind === 'preamble' || kind === 'testimonium' || kind === undefined) continue
    if (isDivision(kind) || isAttachment(kind)) flags[index] = true
  }
}
