import type { After, Before, Candidate } from './candidate.ts'
import { CAPITAL, CLASSES, COUNTS, LETTER, OPENS, SMALL } from './char-classes.ts'
import { contextAfter } from './context-after.ts'
import { contextBefore, followsCountedDivision } from './context-before.ts'
import { withMisreadNumbers } from './misread.ts'
import { letterValue } from './numerals.ts'
import { readCounted, readOpening } from './opened.ts'
import { mayBeUnusual, readSpaced, readUnusual } from './unusual-headings.ts'

const LINE_FEED = 10
/** Headings with hardly a letter between them follow each other so often at most, in the longest table of contents. */
const LONGEST_RUN = 2000
/** What stands between two headings of such a run: a quotation mark, a bracket, a line end. */
const HARDLY_ANY = 8

/**
 * Finds every place that has the form of a heading, in one pass over the text, whatever its language. Runs in time
 * linear in the length of the text; nothing but the neighbourhood of a hit is looked at twice.
 */
export function findCandidates(text: string): Candidate[] {
  const classes = CLASSES
  const found: Candidate[] = []
  let lineIsOpen = true
  let before = 0
  let run = 0
  let runEnd = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const unit = classes[code] ?? 0
    if ((unit & LETTER) === 0) {
      if (code === LINE_FEED) lineIsOpen = true
      before = unit
      continue
    }
    // Inside a word there is nothing to look at.
    if ((before & LETTER) !== 0 && (unit & (CAPITAL | COUNTS)) === 0) {
      let end = at
      let last = unit
      let next = unit
      while ((next & (LETTER | CAPITAL | COUNTS)) === LETTER) {
        last = next
        next = classes[text.charCodeAt(++end)] ?? 0
      }
      before = last
      at = end - 1
      continue
    }
    // Scanned texts glue a heading to the line before it: `partyArticle VII`.
    const isGlued = (before & SMALL) !== 0 && (unit & CAPITAL) !== 0
    const opensWord = (before & LETTER) === 0 || isGlued || (unit & COUNTS) !== 0
    before = unit
    if (opensWord && ((unit & OPENS) !== 0 || lineIsOpen)) {
      const candidate = candidateAt(text, at, code, unit, lineIsOpen)
      if (candidate) {
        run = candidate.start - runEnd <= HARDLY_ANY ? run + 1 : 0
        runEnd = candidate.end
        if (run < LONGEST_RUN) found.push(candidate)
        at = Math.max(at, candidate.end - 1)
        before = classes[text.charCodeAt(at)] ?? 0
      }
    }
    lineIsOpen = false
  }
  return withLetteredArticles(withLetteredChapters(withMisreadNumbers(found)))
}

const LEAD = /^([A-Z])[-–.]\d/

/** `I-01` is the first article of chapter I among `H-02` and `J-03`, where chapters are lettered. */
function withLetteredChapters(found: Candidate[]): Candidate[] {
  const leads = new Set(found.map(leadOf))
  if (!['A', 'B', 'E', 'F', 'G', 'H'].some((letter) => leads.has(letter))) return found
  return found.map((candidate) => {
    const { numeral } = candidate
    const lead = leadOf(candidate)
    if (!numeral || lead === undefined || numeral.style !== 'arabic') return candidate
    return {
      ...candidate,
      numeral: { ...numeral, value: [letterValue(lead) ?? 0, ...numeral.value.slice(1)] },
    }
  })
}

function leadOf({ numeral }: Candidate): string | undefined {
  // Nearly every number is a figure, and has none.
  const code = numeral?.printed.charCodeAt(0) ?? 0
  return code > 57 ? LEAD.exec(numeral?.printed ?? '')?.[1] : undefined
}

const SINGLE = /^[A-Z]$/

/**
 * `Article A`, `Article B`: letters where both stand at line starts, and `Article C` is then one too, though it is a
 * roman number elsewhere. A letter alone is none.
 */
function withLetteredArticles(found: Candidate[]): Candidate[] {
  const lettered = new Set(
    found.flatMap(({ kind, numeral, opensLine }) =>
      kind === 'article' && opensLine && numeral?.style === 'letter' ? [numeral.printed] : [],
    ),
  )
  const areLettered = lettered.has('A') && lettered.has('B')
  if (!areLettered)
    return found.filter(({ kind, numeral }) => kind !== 'article' || numeral?.style !== 'letter')
  return found.map((candidate) => {
    const { kind, numeral } = candidate
    if (kind !== 'article' || numeral?.style !== 'roman' || !SINGLE.test(numeral.printed)) return candidate
    return {
      ...candidate,
      numeral: { ...numeral, value: [letterValue(numeral.printed) ?? 0], style: 'letter' as const },
    }
  })
}

function candidateAt(
  text: string,
  at: number,
  code: number,
  unit: number,
  isFirstWord: boolean,
): Candidate | undefined {
  const opened =
    ((unit & COUNTS) !== 0 ? readCounted(text, at, code) : undefined) ??
    ((unit & OPENS) !== 0 ? (readOpening(text, at, isFirstWord) ?? readSpaced(text, at)) : undefined) ??
    (isFirstWord && mayBeUnusual(text, at, unit) ? readUnusual(text, at) : undefined)
  if (!opened) return undefined
  const context = contextBefore(text, at, isFirstWord, opened.languages)
  const printed = text.slice(at, opened.wordEnd)
  const isCapitals = printed === printed.toUpperCase() && printed !== printed.toLowerCase()
  const after = contextAfter(text, opened.numeral?.end ?? opened.wordEnd, (unit & COUNTS) !== 0)
  // In running text "of Article 5 shall" is a reference: most hits end here.
  const isCounted = (unit & COUNTS) !== 0
  const before =
    isCounted && context.before !== 'stop' && followsCountedDivision(text, at) ? 'stop' : context.before
  if (!context.opensLine && !mayStandInline(before, after.after)) return undefined
  // Written out: spreading costs more than all that was read.
  return {
    kind: opened.kind,
    languages: opened.languages,
    word: opened.word,
    isCapitals,
    isMisspelt: opened.isMisspelt === true || opened.numeral?.misspelt === true,
    numeral: opened.numeral?.numeral,
    start: context.start,
    end: after.end,
    opensLine: context.opensLine,
    afterBlankLine: context.afterBlankLine,
    afterLongLine: context.afterLongLine,
    before,
    isQuoted: context.isQuoted,
    close: after.close,
    after: after.after,
  }
}

function mayStandInline(before: Before, after: After): boolean {
  if (before === 'comma') return false
  return before === 'stop' || before === 'nothing' || after === 'capital' || after === 'marker'
}
