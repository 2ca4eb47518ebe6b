import type { Line } from './lines.ts'
import { levelsOf, readMarker, type Marker } from './markers.ts'

/** A run of text that is read as one paragraph. */
export interface Block {
  readonly start: number
  readonly end: number
  /** The block's characters. */
  readonly words: string
  readonly marker: Marker | undefined
  /** Whether its marker was found in running text. */
  readonly isInLine: boolean
  /** Nesting of a marked block, 0 for the outermost; undefined for text without a marker. */
  readonly level: number | undefined
}

type Raw = Omit<Block, 'level' | 'words'>

/**
 * Cuts lines into blocks. A blank line always ends a block; a line that opens with a list marker always starts
 * one; other line ends do so unless the text is hard-wrapped. In a text that lost its line breaks, markers after the
 * end of a sentence start a block too, when they continue a list.
 */
export function blocksOf(text: string, lines: readonly Line[], hardWrapped: boolean): Block[] {
  const raw: (Raw & { end: number })[] = []
  let open = false
  for (const line of lines) {
    if (line.words === '') {
      open = false
      continue
    }
    const marker = readMarker(line.words)
    const last = raw.at(-1)
    const end = line.wordsStart + line.words.length
    if (open && last && hardWrapped && !marker) last.end = end
    else {
      const inner = marker && innerMarker(line.words, marker)
      if (inner)
        raw.push({ start: line.wordsStart, end: line.wordsStart + marker.length, marker, isInLine: false })
      const start = inner ? line.wordsStart + marker.length : line.wordsStart
      raw.push({ start, end, marker: inner ?? marker, isInLine: false })
    }
    open = true
  }
  const whole: Raw[] = []
  for (const block of raw) {
    if (block.end - block.start < LIST_IN_LINE) whole.push(block)
    else for (const part of splitInline(text, block)) whole.push(part)
  }
  return withLevels(text, whole)
}

/** The first point of a paragraph that has no words before it: `1. (a) The Parties…`, `2. 가. 정보`. */
function innerMarker(words: string, { length, number }: Marker): Marker | undefined {
  if (number === '') return undefined
  const inner = readMarker(words.slice(length))
  const opensList = inner?.readings.some(({ series, value }) => value === 1 && series !== 'bullet') === true
  return opensList && inner.readings.every(({ series }) => series !== 'digit') ? inner : undefined
}

function withLevels(text: string, raw: readonly Raw[]): Block[] {
  const levels = levelsOf(raw.flatMap((block) => block.marker ?? []))
  let marked = 0
  return raw.map(({ start, end, marker, isInLine }) => {
    const words = text.slice(start, end)
    const level = marker ? levels[marked++] : undefined
    return { start, end, words, marker, level, isInLine }
  })
}

/** Shorter blocks are one paragraph, whatever stands inside: a list in a line is at least this long. */
const LIST_IN_LINE = 240
/** A marker behind the end of a sentence or a point, or behind the "and" before a last point. */
const INLINE_MARKER =
  /[.;:,؛。；：] ?(?:(?:and|or|et|ou|y|o|e|und|oder|en|of|и|или) )?(?=\d{1,2}\.(?!\d)|\(\d{1,2}\)|\([a-z]{1,4}\)|[a-z]\)|[–-] [a-z])/g
/** An abbreviation before a number is no end of a sentence: `No. 5`. */
const ABBREVIATION = /(?:^|[ (])\p{L}{1,3}\. ?$/u

/** Cuts a block at the list markers inside it, as far as they count up. */
function splitInline(text: string, block: Raw): Raw[] {
  const words = text.slice(block.start, block.end)
  const found: { index: number; marker: Marker }[] = []
  for (const match of words.matchAll(INLINE_MARKER)) {
    const index = match.index + match[0].length
    if (ABBREVIATION.test(words.slice(Math.max(0, index - 6), index))) continue
    const marker = readMarker(words.slice(index, index + 16))
    if (marker) found.push({ index, marker })
  }
  if (found.length < 2) return [block]
  const levels = levelsOf([...(block.marker ? [block.marker] : []), ...found.map(({ marker }) => marker)])
  const cuts = found.filter((_, i) => levels[block.marker ? i + 1 : i] !== undefined)
  if (cuts.length < 2 && !block.marker) return [block]
  const ends = [...cuts.map(({ index }) => index), words.length]
  const first = { ...block, end: trimmedEnd(text, block.start, block.start + (ends[0] ?? 0)) }
  return [
    first,
    ...cuts.map(({ index, marker }, i) => ({
      start: block.start + index,
      end: trimmedEnd(text, block.start + index, block.start + (ends[i + 1] ?? words.length)),
      marker,
      isInLine: true,
    })),
  ]
}

/** Where the words of a range end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text.charAt(to - 1).trim() === '') to--
  return to
}
