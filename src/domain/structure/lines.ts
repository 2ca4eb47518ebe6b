/** A line of a text. Offsets are UTF-16 units of the whole text; `end` is before the line feed. */
export interface Line {
  readonly start: number
  readonly end: number
  /** The line's characters, without white space at its ends. */
  readonly words: string
  /** Where `words` begins. */
  readonly wordsStart: number
}

/** Cuts a text into its lines; empty lines are lines too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const raw = text.slice(start, end)
    const words = raw.trim()
    lines.push({ start, end, words, wordsStart: start + (words === '' ? 0 : raw.indexOf(words)) })
    start = end + 1
  }
  return lines
}

/** A line this long carries running text; shorter ones may be headings or list items. */
const FULL_LINE = 45
/** No one hard-wraps wider than this; a longer line is a paragraph of its own. */
const WIDEST_WRAP = 130

/**
 * Whether line ends in this text are only the typist's margin: lines are alike in length, none is very long, and
 * most full lines stop in mid-sentence. Then a paragraph runs on until a blank line.
 */
export function isHardWrapped(lines: readonly Line[]): boolean {
  const full = lines.filter((line) => line.words.length >= FULL_LINE)
  if (full.length < 5 || full.some((line) => line.words.length > WIDEST_WRAP)) return false
  const broken = full.filter((line) => !/[.;:!?…»”"')\]]$/.test(line.words))
  return broken.length > full.length / 2
}
