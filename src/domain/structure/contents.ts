import type { Candidate } from './candidate.ts'
import { phrases } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import { LOWER } from './openers.ts'

/** A table of contents begins in the first pages. UTF-16 units. */
const FIRST_PAGES = 60_000
/** A longer entry is a paragraph. */
const LONGEST_ENTRY = 200
const FEWEST = 2

/** The table of contents under a heading that says so. */
export interface Contents {
  /** UTF-16 range, with its heading. */
  readonly start: number
  readonly end: number
  /** The entries whose headings come again behind it. */
  readonly entries: ReadonlySet<Candidate>
}

const HEADINGS: ReadonlySet<string> = new Set(GRAMMARS.flatMap(({ contents }) => phrases(contents)))
const MARKS = /^[#*\s]+|[*\s:：]+$/g
const SENTENCE_END = /[.;:!?。；：؛]["”»)]?[ \t\u3000]*$/
/** What leads to a page number is no end of a sentence. */
const LEADS_TO_PAGE = /[\s.…·]*\d{1,4}[ \t]*$/

/**
 * The table of contents, if a line says that there is one: the headings under it as far as no sentence stands between
 * them, each of which comes again later with its text.
 */
export function contentsOf(text: string, candidates: readonly Candidate[]): Contents | undefined {
  const cue = cueIn(text)
  if (!cue) return undefined
  const after = candidates.filter(
    (c) => c.start >= cue.end && c.opensLine && c.kind !== 'preamble' && c.kind !== 'testimonium',
  )
  const last = new Map(after.map((c, i) => [numberOf(c), i]))
  const entries = new Set<Candidate>()
  const listed = new Set<string>()
  let from = cue.end
  for (const [i, candidate] of after.entries()) {
    const number = numberOf(candidate)
    const isAgain = listed.has(number) && candidate.kind !== 'section' && candidate.kind !== 'subsection'
    if (isAgain || saysMore(text, from, candidate.start)) break
    if (candidate.numeral && (last.get(number) ?? 0) <= i) break
    entries.add(candidate)
    listed.add(number)
    from = candidate.end
  }
  return entries.size < FEWEST ? undefined : { start: cue.start, end: endOf(text, from), entries }
}

function cueIn(text: string): { start: number; end: number } | undefined {
  const pages = text.slice(0, FIRST_PAGES)
  for (let start = 0; start < pages.length;) {
    const feed = pages.indexOf('\n', start)
    const end = feed < 0 ? pages.length : feed
    if (
      end - start < LONGEST_ENTRY &&
      mayBeHeading(pages, start, end) &&
      HEADINGS.has(pages.slice(start, end).replace(MARKS, '').toLowerCase())
    ) {
      const words = start + (pages.slice(start, end).search(/\S/) || 0)
      return { start: words, end }
    }
    start = end + 1
  }
  return undefined
}

const INITIALS: ReadonlySet<number> = new Set([...HEADINGS].map((heading) => heading.charCodeAt(0)))

/** Whether a line opens with a letter with which headings of tables of contents do. */
function mayBeHeading(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code <= 32 || code === 35 || code === 42 || (code > 127 && text.charAt(at).trim() === '')) continue
    return INITIALS.has(LOWER[code] ?? 0)
  }
  return false
}

function numberOf({ kind, numeral }: Candidate): string {
  return `${kind} ${numeral?.value.join('.') ?? ''} ${numeral?.suffix ?? ''}`
}

function saysMore(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_ENTRY) return true
  return text
    .slice(from, to)
    .split('\n')
    .some((line) => SENTENCE_END.test(line.replace(LEADS_TO_PAGE, '')))
}

/** The end of the last entry, with the lines right below it that have no number: annexes, signatures. */
function endOf(text: string, from: number): number {
  let end = lineEnd(text, from)
  for (;;) {
    const next = lineEnd(text, end + 1)
    const line = text.slice(end + 1, next).trim()
    if (next <= end || line === '' || line.length > LONGEST_ENTRY || !/\d$/.test(line)) return end
    end = next
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  return feed < 0 ? text.length : feed
}
