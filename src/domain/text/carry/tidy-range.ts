/** A range of a text, in UTF-16 units. */
interface Range {
  readonly start: number
  readonly end: number
}

/** Where one sentence or block ends and the next begins. */
const BREAK = /[.;:؛](?=\s|$)|[。；：]|\n[^\S\n]*\n/gu
const BLANK_LINE = /\n[^\S\n]*\n/u
const LETTER = /[\p{L}\p{M}\p{N}]/u
/** How far an end is moved at most. */
const REACH = 300

/**
 * Moves the ends of a place that is only proposed to where a reader would set them: whole sentences for what were whole
 * sentences, whole words for everything else. Words that read a little alike have ragged ends.
 */
export function tidyRange(oldText: string, old: Range, newText: string, place: Range): Range {
  const isOneBlock = !BLANK_LINE.test(oldText.slice(old.start, old.end))
  const found = isOneBlock ? inOneBlock(newText, place) : place
  const isWhole = startsSentence(oldText, old.start) && endsSentence(oldText, old.end)
  const sentences = isWhole ? wholeSentences(newText, found) : undefined
  return sentences ?? wholeWords(newText, found)
}

/** The part of a range that lies in the block where its middle is. */
function inOneBlock(text: string, { start, end }: Range): Range {
  const middle = Math.floor((start + end) / 2)
  const before = text.slice(start, middle).split(BLANK_LINE).at(-1) ?? ''
  const after = text.slice(middle, end).split(BLANK_LINE)[0] ?? ''
  return before.length + after.length === 0
    ? { start, end }
    : { start: middle - before.length, end: middle + after.length }
}

function startsSentence(text: string, offset: number): boolean {
  return startsNear(text, offset).includes(offset)
}

function endsSentence(text: string, offset: number): boolean {
  return endsNear(text, offset).includes(offset)
}

function wholeSentences(text: string, found: Range): Range | undefined {
  const start = nearest(startsNear(text, found.start), found.start)
  const end = nearest(endsNear(text, found.end), found.end)
  const middle = (found.start + found.end) / 2
  return start !== undefined && end !== undefined && start < middle && middle < end
    ? { start, end }
    : undefined
}

/** Where sentences begin in the neighbourhood: at the first character after a break that is not white space. */
function startsNear(text: string, offset: number): number[] {
  const from = Math.max(0, offset - REACH)
  const starts = breaksNear(text, offset).map((end) => end + text.slice(end).search(/\S|$/))
  return from === 0 ? [text.search(/\S|$/), ...starts] : starts
}

/** Where sentences end in the neighbourhood: after a mark, or at the last character before an empty line. */
function endsNear(text: string, offset: number): number[] {
  const ends = breaksNear(text, offset).map((end) => text.slice(0, end).trimEnd().length)
  return offset + REACH >= text.length ? [...ends, text.trimEnd().length] : ends
}

/** The offsets after each break. */
function breaksNear(text: string, offset: number): number[] {
  const from = Math.max(0, offset - REACH)
  return [...text.slice(from, offset + REACH).matchAll(BREAK)].map((m) => from + m.index + m[0].length)
}

function nearest(offsets: readonly number[], to: number): number | undefined {
  return offsets.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0]
}

function wholeWords(text: string, { start, end }: Range): Range {
  const isInside = (at: number): boolean => LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at))
  // Chinese has no spaces: a run of letters without an end is no word, and the end stays where it is.
  const moved = (at: number, step: 1 | -1): number => {
    for (let to = at, n = 0; n < 30; to += step, n++) if (!isInside(to)) return to
    return at
  }
  return { start: moved(start, -1), end: moved(end, 1) }
}
