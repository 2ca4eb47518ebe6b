import { expect, it } from 'vitest'
import { directionOfMost, directionOfWords, ownDirection } from './direction.ts'

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

it.each([
  ['مادهٔ Mutual Assistance', 'ltr'],
  ['متن انگلیسی: Mutual Assistance در مادهٔ چهار آمده است', 'rtl'],
  ['state دولت', 'ltr'],
  ['1951', 'ltr'],
] as const)('most of “%s” is read %s', (words, direction) => {
  expect(directionOfMost(words)).toBe(direction)
})
