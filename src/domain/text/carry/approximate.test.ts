import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, findAlike, similarity } from './approximate.ts'

const TEXT = 'the parties shall consult. the parties shal1 also consult. nobody meets.'

describe('findAlike', () => {
  it('finds the words exactly, and where they stand with errors', () => {
    expect(findAlike(TEXT, 'the parties shall', 2)).toEqual([
      { start: 0, end: 17, distance: 0 },
      { start: 27, end: 44, distance: 1 },
    ])
  })

  it('finds nothing beyond the limit, nor outside the range', () => {
    expect(findAlike(TEXT, 'every state may withdraw', 4)).toEqual([])
    expect(findAlike(TEXT, 'the parties shall', 0, 1)).toEqual([])
    expect(findAlike(TEXT, '', 4)).toEqual([])
  })

  it('finds a pattern longer than a machine word where it was put, with the errors that were made', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', ' '),
      minLength: 33,
      maxLength: 120,
    })
    fc.assert(
      fc.property(letters, fc.nat(1000), (words, at) => {
        const where = at % words.length
        const wrong = `${words.slice(0, where)}#${words.slice(where + 1)}`
        const text = `${'x'.repeat(40)}${wrong}${'y'.repeat(40)}`
        const [found] = findAlike(text, words, 3)
        expect(found?.distance).toBe(1)
        expect(editDistance(words, text.slice(found?.start, found?.end))).toBe(1)
      }),
    )
  })
})

describe('editDistance', () => {
  it('is what the textbook table gives, for any two strings', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 70 })
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b)).toBe(byTable(a, b))
      }),
    )
  })
})

describe('similarity', () => {
  it('runs from nothing in common to equal', () => {
    expect(similarity('abc', 'xyz')).toBe(0)
    expect(similarity('shall', 'shal1')).toBeCloseTo(0.8)
    expect(similarity('', '')).toBe(1)
  })
})

/** Wagner and Fischer's table, the definition the fast algorithm is held to. */
function byTable(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
