/** A line of a text. Offsets are UTF-16 units of the whole text; `end` is before the line feed. */
export interface Line {
  readonly start: number
  readonly end: number
  /** The line's characters, without white space at its ends. */
  readonly words: string
  /** Where `words` begins. */
  readonly wordsStart: number
}

/** Cuts a range of a text into its lines; empty lines are lines too. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = []
  // A slice of its own: a search in the whole text would run to its end for every range of a line without end.
  const range = text.slice(from, to)
  for (let start = 0; start <= range.length;) {
    const feed = range.indexOf('\n', start)
    const end = feed < 0 ? range.length : feed
    const raw = range.slice(start, end)
    const left = raw.trimStart()
    const words = left.trimEnd()
    const wordsStart = words === '' ? from + start : from + start + raw.length - left.length
    lines.push({ start: from + start, end: from + end, words, wordsStart })
    start = end + 1
  }
  return lines
}

/** A line this long carries running text; shorter ones may be headings or list items. */
const FULL_LINE = 45
/** Hardly anyone hard-wraps wider than this; a longer line is a paragraph of its own. */
const WIDEST_WRAP = 130
/** Lines that show how a text is set; the rest is set alike. */
const SAMPLE = 4000

/**
 * Whether line ends in this text are only the typist's margin: lines are alike in length, hardly any is very long,
 * and most full lines stop in mid-sentence. Then a paragraph runs on until a blank line.
 */
export function isHardWrapped(text: string): boolean {
  let full = 0
  let wide = 0
  let broken = 0
  let seen = 0
  for (let start = 0; start <= text.length && seen < SAMPLE; seen++) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if (end - start >= FULL_LINE) {
      full++
      if (end - start > WIDEST_WRAP) wide++
      // A line's last sign is near its end; a line with a long tail of blanks is not wrapped.
      const last =
        text
          .slice(Math.max(start, end - 8), end)
          .trimEnd()
          .at(-1) ?? '.'
      if (!'.;:!?…»”"\')]。；：'.includes(last)) broken++
    }
    start = end + 1
  }
  return full >= 5 && wide * 20 <= full && broken > full / 2
}
