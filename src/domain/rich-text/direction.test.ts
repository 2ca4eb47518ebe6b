import { expect, it } from 'vitest'
import { directionOfWords, ownDirection } from './direction.ts'

it.each([
  ['State', 'ltr'],
  ['کشور', 'rtl'],
  ['33. מדינה', 'rtl'],
  ['(۳) State کشور', 'ltr'],
  ['国家', 'ltr'],
  ['1951', 'ltr'],
  ['', 'ltr'],
] as const)('the first letter of “%s” makes it %s', (words, direction) => {
  expect(directionOfWords(words)).toBe(direction)
})

it('words decide for themselves, numbers go with what they stand in', () => {
  expect(['State', 'کشور', '۱۳۳۰', '12 %', ''].map(ownDirection)).toEqual([
    'auto',
    'auto',
    undefined,
    undefined,
    undefined,
  ])
})
