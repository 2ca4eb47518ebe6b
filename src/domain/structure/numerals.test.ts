import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterValue, romanValue, wordValue } from './numerals.ts'

function toRoman(n: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  return steps.reduce((roman, [value, letters]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return roman + letters.repeat(times)
  }, '')
}

describe('romanValue', () => {
  it('reads every well-formed numeral up to 3999', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (n) => romanValue(toRoman(n)) === n))
  })

  it.each(['', 'IIII', 'VX', 'IC', 'ABC'])('refuses %j', (printed) => {
    expect(romanValue(printed)).toBeUndefined()
  })
})

describe('wordValue', () => {
  it.each([
    ['One', 1],
    ['NINETEEN', 19],
    ['twenty', 20],
    ['Thirty-three', 33],
    ['ninety nine', 99],
  ])('reads %s', (printed, value) => {
    expect(wordValue(printed)).toBe(value)
  })

  it.each(['first', 'one two', 'twenty eleven', 'a hundred'])('refuses %j', (printed) => {
    expect(wordValue(printed)).toBeUndefined()
  })
})

describe('letterValue', () => {
  it('counts the alphabet', () => {
    expect(letterValue('a')).toBe(1)
    expect(letterValue('Z')).toBe(26)
    expect(letterValue('ab')).toBeUndefined()
  })
})
