import type { Piece, ReadPdf } from './pdf.ts'

/** A line as it is read from the right, where it begins in points from the left, and the pieces that it is drawn of. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly pieces: readonly Piece[]
}

/** Lines are further apart than this, a raised number is not. Points. */
const LINE = 8

/** The lines of a page from the top, read from the right, with the shapes of Arabic letters as letters again. */
export function linesFromRight(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1)
    if (last?.[0] && last[0].y - piece.y < LINE) last.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => {
    const sorted = line.toSorted((a, b) => b.x - a.x)
    const start = Math.max(...line.map(({ x, width }) => x + width))
    return { text: lettersOf(sorted.map((piece) => piece.text).join('')), start, pieces: sorted }
  })
}

/**
 * What a search in a PDF compares: letters, digits and punctuation. Marks above and below letters, and the signs
 * without a width that part letters, are left out, for they are left out of what the reading library finds in a page.
 */
export function lettersOf(words: string): string {
  return words.normalize('NFKC').replace(/[\p{M}\p{C}\p{Z}]/gu, '')
}

/** The words that are not found whole in a PDF that is read from the right, line by line. */
export function missingFromRight(pdf: ReadPdf, words: readonly string[]): string[] {
  const lines = pdf.pieces.flatMap((pieces) => linesFromRight(pieces).map(({ text }) => text))
  return words.filter((word) => !lines.some((line) => line.includes(lettersOf(word))))
}
