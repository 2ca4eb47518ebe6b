import { describe, expect, it } from 'vitest'
import { pageLines } from './pdf-lines.ts'
import type { PdfPiece } from './read-pdf.ts'

const WIDTH = 600

function piece(words: string, x: number, y: number, width: number, isRightToLeft = false): PdfPiece {
  return { words, x, y, width, height: 10, isRightToLeft }
}

function wordsOf(pieces: readonly PdfPiece[]): string[] {
  return pageLines({ width: WIDTH, height: 800, pieces }, 0).map(({ words }) => words)
}

const LINES = Array.from({ length: 12 }, (_, i) => i)

describe('the lines of a page', () => {
  it('are those of the left column before the right one, though there is little between them', () => {
    const pieces = LINES.flatMap((i) => [
      piece(`left ${i}`, 40, 700 - 12 * i, 256),
      piece(`right ${i}`, 304, 700 - 12 * i, 256),
    ])
    expect(wordsOf(pieces)).toEqual([...LINES.map((i) => `left ${i}`), ...LINES.map((i) => `right ${i}`)])
  })

  it('are one column where the blanks of justified lines stand in different places', () => {
    const pieces = LINES.flatMap((i) => [
      piece(`one ${i}`, 40, 700 - 12 * i, 200 + 15 * i),
      piece(`two ${i}`, 248 + 15 * i, 700 - 12 * i, 312 - 15 * i),
    ])
    expect(wordsOf(pieces)).toEqual(LINES.map((i) => `one ${i} two ${i}`))
  })

  it('from right to left are those of the right column before the left one', () => {
    const pieces = LINES.flatMap((i) => [
      piece(`يسار ${i}`, 40, 700 - 12 * i, 250, true),
      piece(`يمين ${i}`, 310, 700 - 12 * i, 250, true),
    ])
    expect(wordsOf(pieces)).toEqual([...LINES.map((i) => `يمين ${i}`), ...LINES.map((i) => `يسار ${i}`)])
  })

  it('keep the sign that parts Persian letters where the file has it, in a piece or as one', () => {
    const whole = [piece('می\u200Cشود', 450, 700, 90, true)]
    expect(wordsOf(whole)).toEqual(['می\u200Cشود'])
    const parts = [
      piece('می', 520, 700, 20, true),
      piece('\u200C', 520, 700, 0, true),
      piece('شود', 490, 700, 30, true),
    ]
    expect(wordsOf(parts)).toEqual(['می\u200Cشود'])
  })

  it('keep the order of reading in a line, from either side', () => {
    const rightToLeft = [piece('المادة', 500, 700, 40, true), piece('الأولى', 450, 700, 40, true)]
    expect(wordsOf(rightToLeft)).toEqual(['المادة الأولى'])
    const english = [piece('Article', 40, 650, 40), piece('1', 85, 650, 8)]
    expect(wordsOf([...rightToLeft, piece('السلام', 500, 600, 40, true), ...english])).toEqual([
      'المادة الأولى',
      'Article 1',
      'السلام',
    ])
  })
})
