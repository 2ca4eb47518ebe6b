import type { Line } from './lines.ts'
import { levelsOf, readMarker, type Marker } from './markers.ts'

/** A run of text that is read as one paragraph. */
export interface Block {
  readonly start: number
  readonly end: number
  /** The block's characters. */
  readonly words: string
  readonly marker?: Marker
  /** Nesting of a marked block, 0 for the outermost; absent for text without a marker. */
  readonly level?: number
}

type Raw = Omit<Block, 'level' | 'words'>

/**
 * Cuts lines into blocks. A blank line always ends a block; a line that opens with a list marker always starts
 * one; other line ends do so unless the text is hard-wrapped. In a text that lost its line breaks, markers after the
 * end of a sentence start a block too, when they continue a list.
 */
export function blocksOf(text: string, lines: readonly Line[], hardWrapped: boolean): Block[] {
  const raw: { start: number; end: number; marker?: Marker }[] = []
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
    else raw.push({ start: line.wordsStart, end, ...(marker ? { marker } : {}) })
    open = true
  }
  return withLevels(
    text,
    raw.flatMap((block) => splitInline(text, block)),
  )
}

function withLevels(text: string, raw: readonly Raw[]): Block[] {
  const marked = raw.filter((block) => block.marker !== undefined)
  const levels = levelsOf(marked.flatMap((block) => block.marker ?? []))
  const levelOf = new Map(marked.map((block, i) => [block, levels[i]]))
  return raw.map((block) => {
    const level = levelOf.get(block)
    const words = text.slice(block.start, block.end)
    const { start, end } = block
    return level === undefined ? { start, end, words } : { ...block, words, level }
  })
}

/** Shorter blocks are one paragraph, whatever stands inside: a list in a line is at least this long. */
const LIST_IN_LINE = 240
const INLINE_MARKER =
  /(?<=[.;:,؛。；：] ?)(?<![ (]\p{L}{1,3}\. ?)(?=(?:\d{1,2}\.(?!\d)|\(\d{1,2}\)|\([a-z]{1,4}\)|[a-z]\)) ?\p{L}|[–-] \p{Ll})/gu

/** Cuts a block at the list markers inside it, as far as they count up. */
function splitInline(text: string, block: Raw): Raw[] {
  if (block.end - block.start < LIST_IN_LINE) return [block]
  const words = text.slice(block.start, block.end)
  const found = [...words.matchAll(INLINE_MARKER)].flatMap(({ index }) => {
    const marker = index > 0 ? readMarker(words.slice(index, index + 16)) : undefined
    return marker ? [{ index, marker }] : []
  })
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
    })),
  ]
}

/** Where the words of a range end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text.charAt(to - 1).trim() === '') to--
  return to
}
