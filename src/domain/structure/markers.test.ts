import { describe, expect, it } from 'vitest'
import { levelsOf, readMarker } from './markers.ts'

function levels(...printed: string[]): (number | undefined)[] {
  return levelsOf(printed.map((p) => readMarker(p)).filter((m) => m !== undefined))
}

describe('readMarker', () => {
  it.each([
    ['1. The Parties', '1', 3],
    ['(2) The Parties', '2', 4],
    ['3) The Parties', '3', 3],
    ['(a) the', 'a', 4],
    ['iv) the', 'iv', 4],
    ['(i)on the territory', 'i', 3],
    ['– the', '', 2],
  ])('reads %j', (words, number, length) => {
    expect(readMarker(words)).toMatchObject({ number, length })
  })

  it.each(['1.5 per cent', '1949 was', 'a Party', '(see) above', 'The'])('leaves %j alone', (words) => {
    expect(readMarker(words)).toBeUndefined()
  })
})

describe('levelsOf', () => {
  it('nests lists and returns to the outer one', () => {
    expect(levels('1.', '(a)', '(b)', '(i)', '(ii)', '(c)', '2.', '(a)')).toEqual([0, 1, 1, 2, 2, 1, 0, 1])
  })

  it('reads (i) after (h) as a letter when (j) follows, as a numeral when (ii) follows', () => {
    const upToH = ['(a)', '(b)', '(c)', '(d)', '(e)', '(f)', '(g)', '(h)']
    expect(levels(...upToH, '(i)', '(j)').slice(-2)).toEqual([0, 0])
    expect(levels(...upToH, '(i)', '(ii)').slice(-2)).toEqual([1, 1])
  })

  it('reads a list that starts with (i) as numerals', () => {
    expect(levels('(i)', '(ii)', '(iii)')).toEqual([0, 0, 0])
  })

  it('gives no level to a number out of order', () => {
    expect(levels('1.', '7.', '2.')).toEqual([0, undefined, 0])
  })
})
