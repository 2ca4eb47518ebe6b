import type { PdfLine } from './pdf-lines.ts'

/** Lines further apart than this many usual distances belong to different blocks. */
const WIDE_GAP = 1.3
/** How far a first line is set in, and how short a last line is, in heights of the font. */
const INDENT = 0.8
const SHORT = 3
/** Fonts that differ more are a heading and its text. */
const SAME_FONT = 1.12

const ENDS_SENTENCE = /[.;:!?。；：！？؛؟»”"\])]\s*$/u
const GOES_ON = /^\p{Ll}/u
const OPENS_ITEM =
  /^(?:\(?(?:\p{L}|[ivxlc]{1,5}|\d{1,3})[.)]\s|\d{1,3}(?:\.\d{1,3})+\.?\s|[–—•]\s|第[\d一二三四五六七八九十百]+[条條章])/u
const HEADING_WORD =
  /^(?:article|art\.|artikel|art[íi]culo|artigo|articolo|статья|المادة|ماده|chapter|chapitre|cap[íi]tulo|kapitel|hoofdstuk|глава|part|section|title|titre|annex|anexo|anhang|приложение)\s+[\p{Lu}\d٠-٩۰-۹]/iu

/** A block of lines that belong together. */
export interface PdfBlock {
  readonly lines: readonly PdfLine[]
  /** Centred or headed: its lines stay lines. */
  readonly keepsLines: boolean
}

/** Groups lines into blocks; a paragraph that goes on over a page is one block. */
export function blocksOf(lines: readonly PdfLine[]): PdfBlock[] {
  const leading = usualLeading(lines)
  const blocks: { lines: PdfLine[]; keepsLines: boolean }[] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    const before = block?.lines.at(-1)
    const keepsLines = isCentred(line) || isHeading(line)
    if (block && before && !startsBlock(line, before, block, keepsLines, leading)) block.lines.push(line)
    else blocks.push({ lines: [line], keepsLines })
  }
  return blocks
}

function startsBlock(
  line: PdfLine,
  before: PdfLine,
  block: PdfBlock,
  keepsLines: boolean,
  leading: number,
): boolean {
  if (isHeading(line) || OPENS_ITEM.test(line.words)) return true
  if (keepsLines !== block.keepsLines) return true
  const ratio = line.height / before.height
  if (ratio > SAME_FONT || ratio < 1 / SAME_FONT) return true
  const distance = before.y - line.y
  const isAcross = line.page !== before.page || distance <= 0
  // Over a page or a column the distance says nothing; the sentence does.
  if (isAcross) return ENDS_SENTENCE.test(before.words) || keepsLines
  // A sentence that goes on is one block, however its lines are spaced and set in.
  if (GOES_ON.test(line.words) && !ENDS_SENTENCE.test(before.words) && distance < 2.5 * line.height)
    return false
  if (distance > WIDE_GAP * leading * Math.max(1, line.height / 12)) return true
  if (keepsLines) return false
  const indent = line.left - before.left
  if (indent > INDENT * line.height && before.left - before.column[0] < INDENT * line.height) return true
  const isShort = before.right < before.column[1] - SHORT * before.height
  return isShort && ENDS_SENTENCE.test(before.words)
}

function isHeading(line: PdfLine): boolean {
  const width = line.column[1] - line.column[0]
  return HEADING_WORD.test(line.words) && line.right - line.left < width * 0.75
}

/** Set in on both sides by about as much. */
function isCentred({ left, right, column, height }: PdfLine): boolean {
  const before = left - column[0]
  const after = column[1] - right
  return before > 2 * height && after > 2 * height && Math.abs(before - after) < Math.max(before, after) * 0.3
}

/** The most frequent distance between lines that follow one another. */
function usualLeading(lines: readonly PdfLine[]): number {
  const distances = new Map<number, number>()
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || before.page !== line.page || before.y <= line.y) return
    const distance = Math.round((before.y - line.y) * 2) / 2
    distances.set(distance, (distances.get(distance) ?? 0) + 1)
  })
  return [...distances].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 14
}
