import type { Line } from './lines.ts'
import { levelsOf, readMarker, type Marker } from './markers.ts'

/** A run of text that is read as one paragraph. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly marker?: Marker
  /** Nesting of a marked block, 0 for the outermost; absent for text without a marker. */
  readonly level?: number
}

/**
 * Cuts lines into blocks. A blank line always ends a block; a line that opens with a list marker always starts
 * one; other line ends do so unless the text is hard-wrapped.
 */
export function blocksOf(lines: readonly Line[], hardWrapped: boolean): Block[] {
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
  return withLevels(raw)
}

function withLevels(raw: readonly { start: number; end: number; marker?: Marker }[]): Block[] {
  const marked = raw.filter((block) => block.marker !== undefined)
  const levels = levelsOf(marked.flatMap((block) => block.marker ?? []))
  const levelOf = new Map(marked.map((block, i) => [block, levels[i]]))
  return raw.map((block) => {
    const level = levelOf.get(block)
    return level === undefined ? { start: block.start, end: block.end } : { ...block, level }
  })
}
