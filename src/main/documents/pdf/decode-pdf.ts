import type { DecodedBody } from '../decoded-body.ts'
import type { DecodeControl } from '../decoded-document.ts'
import type { DroppedTally } from '../dropped.ts'
import { textBuilder } from '../text-builder.ts'
import { lineJoiner } from './join-lines.ts'
import { NOTE_MARK, pageLines, type PdfLine } from './pdf-lines.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { blocksOf } from './pdf-paragraphs.ts'
import { readPdf } from './read-pdf.ts'
import { withoutStrays } from './stray-rejections.ts'

/** Footnotes are set in a smaller font than this share of the text's. */
const SMALL_PRINT = 0.92
const OPENS_FOOTNOTE = new RegExp(
  `^(?:${NOTE_MARK[0]})?(\\d{1,3}|\\*{1,3}|[†‡])(?:${NOTE_MARK[1]})?[.)]?\\s*(?=\\S)`,
)
const MARK = new RegExp(`${NOTE_MARK[0]}(\\d+)${NOTE_MARK[1]}`, 'g')

/**
 * Reads the text layer of a PDF: lines are rebuilt from where words stand, columns read one after the other, running
 * heads and page numbers dropped, divided words joined, footnotes moved to the end.
 */
export async function decodePdf(
  bytes: Uint8Array,
  name: string,
  dropped: DroppedTally,
  control: DecodeControl,
): Promise<DecodedBody> {
  const read = await withoutStrays(() => readPdf(bytes, name, control))
  dropped.add('emptyPages', read.filter(({ pieces }) => pieces.length === 0).length)
  const pages = withoutFurniture(
    read.map(pageLines),
    read.map(({ height }) => height),
    dropped,
  )
  const bodySize = usualHeight(pages.flat())
  const parted = pages.map((lines) => partFootnotes(lines, bodySize))
  const lines = parted.flatMap(({ body }) => body)
  const footnotes = parted.flatMap((page) => page.footnotes)
  const numbers = new Set(footnotes.map(({ mark }) => mark))
  // A raised digit that points to no footnote is a power or an ordinal, and stays as it is.
  const marked = (words: string): string =>
    words.replace(MARK, (_, digits: string) => (numbers.has(digits) ? `[${digits}]` : digits))
  const { join, joined } = lineJoiner(pages.flat().map(({ words }) => words))
  const builder = textBuilder()
  for (const block of blocksOf(lines)) {
    const words = block.lines.map((line) => marked(line.words))
    builder.block(block.keepsLines ? words.join('\n') : join(words))
  }
  for (const { mark, lines: noteLines } of footnotes) {
    const span = builder.block(`[${mark}] ${join(noteLines.map(marked))}`)
    if (span) builder.hint({ ...span, kind: 'note' })
  }
  dropped.add('footnotes', footnotes.length)
  dropped.add('hyphens', joined())
  control.progress?.(1)
  const { text, hints, notes } = builder.result()
  return { texts: [{ text, hints }], metadata: {}, notes }
}

interface Footnote {
  readonly mark: string
  readonly lines: readonly string[]
}

/** Parts a page where small print with a mark begins; everything below it is footnotes. */
function partFootnotes(
  lines: readonly PdfLine[],
  bodySize: number,
): { body: PdfLine[]; footnotes: Footnote[] } {
  const isSmall = (line: PdfLine): boolean => line.height < bodySize * SMALL_PRINT
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1] ?? EMPTY)) from--
  const start = lines.findIndex((line, i) => i >= from && OPENS_FOOTNOTE.test(line.words))
  if (start < 0) return { body: [...lines], footnotes: [] }
  const footnotes: { mark: string; lines: string[] }[] = []
  for (const { words } of lines.slice(start)) {
    const match = OPENS_FOOTNOTE.exec(words)
    if (match?.[1] !== undefined) footnotes.push({ mark: match[1], lines: [words.slice(match[0].length)] })
    else footnotes.at(-1)?.lines.push(words)
  }
  return { body: lines.slice(0, start), footnotes }
}

const EMPTY: PdfLine = { words: '', left: 0, right: 0, y: 0, height: Infinity, page: 0, column: [0, 0] }

/** The height of most letters. */
function usualHeight(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { height, words } of lines) {
    const rounded = Math.round(height * 4) / 4
    letters.set(rounded, (letters.get(rounded) ?? 0) + words.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
