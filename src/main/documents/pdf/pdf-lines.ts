import { typedLine } from './arabic-letters.ts'
import type { PdfPage, PdfPiece } from './read-pdf.ts'

/** A line of words on a page. Points; `y` is the baseline, growing upward. */
export interface PdfLine {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly y: number
  /** Of its largest letters. */
  readonly height: number
  readonly page: number
  /** Left and right edge of the column it stands in. */
  readonly column: readonly [number, number]
}

/** A raised digit: a mark that points to a footnote. Characters of the private area, so that no text has them. */
export const NOTE_MARK = ['\uE001', '\uE002'] as const

/** Pieces whose baselines differ less, measured in the height of the font, stand on one line. */
const SAME_LINE = 0.45
/** A gap of this many font heights is a blank, and a wider one parts columns. */
const BLANK = 0.15
const COLUMN_GAP = 1.2
/** Two columns may stand closer together; what is clear in most lines at the same place is no blank between words. */
const GUTTER_GAP = 0.7
/** A mark is smaller than its line by this, and raised. */
const MARK_HEIGHT = 0.9
/** A page has two columns when this share of its lines keeps clear of the middle, and each side has enough. */
const CLEAR_OF_MIDDLE = 0.8
const EACH_SIDE = 0.25
const FEWEST_LINES = 12

/** The lines of a page in reading order: from the top, the left column before the right one. */
export function pageLines(page: PdfPage, index: number): PdfLine[] {
  // A page from right to left is laid out like the mirror image of one from left to right.
  const isMirrored = isMostlyRightToLeft(page.pieces)
  const rows = rowsOf(isMirrored ? page.pieces.map((piece) => mirrored(piece, page.width)) : page.pieces)
  const segments = rows.flatMap((row) => segmentsOf(row, GUTTER_GAP))
  const gutter = findGutter(segments, page.width)
  const line = (pieces: readonly PdfPiece[]): PdfLine => lineOf(pieces, index, page.width, gutter, isMirrored)
  if (gutter === undefined) return withMargins(rows.map(line))
  const lines: PdfLine[] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const endBand = (): void => {
    lines.push(...withMargins(left), ...withMargins(right))
    left = []
    right = []
  }
  for (const row of rows) {
    const sides = [row.filter((p) => middleOf(p) < gutter), row.filter((p) => middleOf(p) >= gutter)] as const
    const crosses = segmentsOf(row, GUTTER_GAP).some(
      (s) => edgeOf(s, 'left') < gutter - 2 && edgeOf(s, 'right') > gutter + 2,
    )
    if (crosses) {
      endBand()
      lines.push(line(row))
      continue
    }
    if (sides[0].length > 0) left.push(line(sides[0]))
    if (sides[1].length > 0) right.push(line(sides[1]))
  }
  endBand()
  return lines
}

/** Pieces that share a baseline, from the top of the page; a raised or lowered small piece joins its neighbours. */
function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: { y: number; height: number; pieces: PdfPiece[] }[] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - piece.y) <= SAME_LINE * Math.max(row.height, piece.height)) {
      // The tallest piece says where the line stands: a footnote mark comes first and is higher.
      if (piece.height > row.height) Object.assign(row, { y: piece.y, height: piece.height })
      row.pieces.push(piece)
    } else {
      rows.push({ y: piece.y, height: piece.height, pieces: [piece] })
    }
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x))
}

/** A row parted where the gaps are wide. */
function segmentsOf(row: readonly PdfPiece[], widest: number): PdfPiece[][] {
  const segments: PdfPiece[][] = []
  for (const piece of row) {
    const last = segments.at(-1)?.at(-1)
    if (last && piece.x - (last.x + last.width) < widest * piece.height) segments.at(-1)?.push(piece)
    else segments.push([piece])
  }
  return segments
}

/** Where the gap between two columns is, if the page has two. */
function findGutter(segments: readonly PdfPiece[][], width: number): number | undefined {
  if (segments.length < FEWEST_LINES) return undefined
  let best: { x: number; crossing: number } | undefined
  for (let x = width * 0.4; x <= width * 0.6; x += width / 200) {
    const crossing = segments.filter((s) => edgeOf(s, 'left') < x && edgeOf(s, 'right') > x).length
    const distance = (found: number): number => Math.abs(found - width / 2)
    if (!best || crossing < best.crossing || (crossing === best.crossing && distance(x) < distance(best.x))) {
      best = { x, crossing }
    }
  }
  if (!best || best.crossing > segments.length * (1 - CLEAR_OF_MIDDLE)) return undefined
  const { x } = best
  const left = segments.filter((s) => edgeOf(s, 'right') <= x).length
  const right = segments.filter((s) => edgeOf(s, 'left') >= x).length
  return Math.min(left, right) >= segments.length * EACH_SIDE ? x : undefined
}

function lineOf(
  pieces: readonly PdfPiece[],
  page: number,
  width: number,
  gutter: number | undefined,
  isMirrored: boolean,
): PdfLine {
  const height = Math.max(...pieces.map((piece) => piece.height))
  const body = pieces.find((piece) => piece.height === height)
  const isRightToLeft = isMostlyRightToLeft(pieces)
  const ordered = isRightToLeft === isMirrored ? pieces : pieces.toReversed()
  const y = body?.y ?? 0
  const left = edgeOf(pieces, 'left')
  const right = edgeOf(pieces, 'right')
  const column: readonly [number, number] =
    gutter === undefined || (left < gutter && right > gutter)
      ? [0, width]
      : left >= gutter
        ? [gutter, width]
        : [0, gutter]
  const words = wordsOf(ordered, height, y)
  return { words: isRightToLeft ? typedLine(words) : words, left, right, y, height, page, column }
}

function wordsOf(pieces: readonly PdfPiece[], height: number, y: number): string {
  let words = ''
  let last: PdfPiece | undefined
  for (const piece of pieces) {
    const gap = last ? Math.max(piece.x - (last.x + last.width), last.x - (piece.x + piece.width)) : 0
    const isMark =
      piece.height < height * MARK_HEIGHT &&
      piece.y > y + height * 0.15 &&
      /^\s*\d{1,3}\s*$/.test(piece.words)
    // A mark belongs to the word before it, a little apart or not.
    const blank = isMark ? 3 * BLANK : BLANK
    if (last && gap > 3 * COLUMN_GAP * height) words += '\t'
    else if (last && gap > blank * height && !words.endsWith(' ')) words += ' '
    words += isMark ? NOTE_MARK[0] + piece.words.trim() + NOTE_MARK[1] : piece.words
    last = piece
  }
  return words.replace(/ {2,}/g, ' ').trim()
}

/** Sets the columns to the edges that most of their lines keep. */
function withMargins(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = (values: number[]): number[] => values.sort((a, b) => a - b)
  const lefts = sorted(lines.map(({ left }) => left))
  const rights = sorted(lines.map(({ right }) => right))
  const column: readonly [number, number] = [
    lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    rights[Math.floor(rights.length * 0.9)] ?? 0,
  ]
  return lines.map((line) => ({ ...line, column }))
}

function edgeOf(pieces: readonly PdfPiece[], side: 'left' | 'right'): number {
  return side === 'left'
    ? Math.min(...pieces.map(({ x }) => x))
    : Math.max(...pieces.map(({ x, width }) => x + width))
}

function isMostlyRightToLeft(pieces: readonly PdfPiece[]): boolean {
  return pieces.filter((piece) => piece.isRightToLeft).length * 2 > pieces.length
}

function mirrored(piece: PdfPiece, width: number): PdfPiece {
  return { ...piece, x: width - piece.x - piece.width }
}

function middleOf({ x, width }: PdfPiece): number {
  return x + width / 2
}
