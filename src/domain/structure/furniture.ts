import { findCandidates } from './scan.ts'

/** Page numbers and running heads that a plain text has kept: not a word of the agreement. */
export interface FurnitureLine {
  /** UTF-16 range of its words. */
  readonly start: number
  readonly end: number
}

/** A longer line is running text. */
const LONGEST = 90
/** A running head has at least so many letters. */
const FEWEST_LETTERS = 10
/** Pages with a number behind the running head, or with nothing but a number, must be so many and so long. */
const FEWEST_PAGES = 3
const SHORTEST_PAGE = 1000
/** From one running head to the next of its kind the numbers rise by no more: blank pages have none. */
const WIDEST_STEP = 6

const BETWEEN_DASHES = /^[-–—]\s?\d{1,4}\s?[-–—]$/
const NUMBER_ONLY = /^\d{1,4}$/
const NUMBER_FIRST = /^(\d{1,4})(?![\d.)\]°:]|\s?[-–—]\s)\s+(\S.*)$/
const NUMBER_LAST = /^(\S.*\D)\s+(\d{1,4})$/
const LETTERS = /\p{L}/gu

interface Numbered extends FurnitureLine {
  readonly number: number
}

/** The page numbers and running heads of a text, in its order: what comes again with rising numbers. */
export function furnitureIn(text: string): FurnitureLine[] {
  const dashes: FurnitureLine[] = []
  const only: Numbered[] = []
  const first = new Map<string, Numbered[]>()
  const last = new Map<string, Numbered[]>()
  const add = (to: Map<string, Numbered[]>, key: string, line: Numbered): void => {
    const known = to.get(key)
    if (known) known.push(line)
    else to.set(key, [line])
  }
  for (const { start, end } of numberedLines(text)) {
    const words = text.slice(start, end)
    if (BETWEEN_DASHES.test(words)) dashes.push({ start, end })
    else if (NUMBER_ONLY.test(words)) only.push({ start, end, number: Number(words) })
    else {
      const [, number, rest] = NUMBER_FIRST.exec(words) ?? []
      if (number !== undefined && rest !== undefined && isHead(rest))
        add(first, rest, { start, end, number: Number(number) })
      const [, before, page] = NUMBER_LAST.exec(words) ?? []
      if (before !== undefined && page !== undefined && isHead(before))
        add(last, before, { start, end, number: Number(page) })
    }
  }
  const heads = [
    ...[...first.values()].filter((lines) => lines.length >= 2 && risesByPages(lines)),
    ...[...last.values(), only].filter((lines) => areLongPages(lines) && risesByPages(lines)),
  ].flat()
  const found = new Map([...dashes, ...heads].map((line) => [line.start, line]))
  return [...found.values()]
    .filter(({ start, end }) => !opensProvision(text.slice(start, end)))
    .sort((a, b) => a.start - b.start)
}

const DIGIT_OR_DASH = new Set('0123456789-–—'.split('').map((sign) => sign.charCodeAt(0)))

/** The short lines that begin or end with a digit or a dash, without white space at their ends. */
function numberedLines(text: string): FurnitureLine[] {
  const lines: FurnitureLine[] = []
  for (let from = 0; from < text.length;) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 ? text.length : feed
    if (to - from <= LONGEST) {
      let start = from
      let end = to
      while (start < end && text.charCodeAt(start) <= 32) start++
      while (end > start && text.charCodeAt(end - 1) <= 32) end--
      if (DIGIT_OR_DASH.has(text.charCodeAt(start)) || DIGIT_OR_DASH.has(text.charCodeAt(end - 1)))
        lines.push({ start, end })
    }
    from = to + 1
  }
  return lines
}

function isHead(words: string): boolean {
  return (
    words.length >= FEWEST_LETTERS &&
    (words.match(LETTERS)?.length ?? 0) >= FEWEST_LETTERS &&
    !/[.;:,]$/.test(words)
  )
}

function risesByPages(lines: readonly Numbered[]): boolean {
  return lines.every((line, i) => {
    const step = line.number - (lines[i - 1]?.number ?? line.number - 1)
    return step >= 1 && step <= WIDEST_STEP
  })
}

function areLongPages(lines: readonly Numbered[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || lines.length < FEWEST_PAGES) return false
  return last.start - first.start >= SHORTEST_PAGE * (lines.length - 1)
}

function opensProvision(words: string): boolean {
  return findCandidates(words).some(({ opensLine, start }) => opensLine && start === 0)
}

/**
 * The text with blanks in the place of its furniture. Where a page ends in the middle of a sentence, the line ends
 * around it are blanks too, so that the sentence is one.
 */
export function withoutFurniture(text: string, furniture: readonly FurnitureLine[]): string {
  if (furniture.length === 0) return text
  const parts: string[] = []
  let at = 0
  for (let i = 0; i < furniture.length; i++) {
    const [before, after, last] = groupAt(text, furniture, i)
    i = last
    const isMidSentence = goesOn(text, before, after)
    parts.push(text.slice(at, before))
    const hole = text.slice(before, after)
    parts.push(isMidSentence ? ' '.repeat(hole.length) : hole.replace(/[^\n]/g, ' '))
    at = after
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** The hole that furniture leaves together with what is next to it: its range, and the last line of it. */
function groupAt(text: string, furniture: readonly FurnitureLine[], index: number): [number, number, number] {
  let before = furniture[index]?.start ?? 0
  while (before > 0 && text.charCodeAt(before - 1) <= 32) before--
  let last = index
  let after = furniture[index]?.end ?? text.length
  for (;;) {
    while (after < text.length && text.charCodeAt(after) <= 32) after++
    const next = furniture[last + 1]
    if (!next || next.start > after) return [before, after, last]
    after = next.end
    last++
  }
}

function goesOn(text: string, before: number, after: number): boolean {
  if (before === 0 || after >= text.length) return false
  return !/[.;:!?"”»)]/.test(text.charAt(before - 1)) && /\p{Ll}/u.test(text.charAt(after))
}
