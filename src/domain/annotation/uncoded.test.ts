import { expect, test } from 'vitest'
import { nextUncoded } from './uncoded.ts'

const isCoded = (name: string): boolean => name.startsWith('coded')
const LIST = ['a', 'coded 1', 'coded 2', 'b', 'coded 3']

test('goes past what is coded, in both directions', () => {
  expect(nextUncoded(LIST, 0, 1, isCoded)).toBe('b')
  expect(nextUncoded(LIST, 3, -1, isCoded)).toBe('a')
})

test('does not go round: at the end the work is done', () => {
  expect(nextUncoded(LIST, 3, 1, isCoded)).toBeUndefined()
  expect(nextUncoded(LIST, 0, -1, isCoded)).toBeUndefined()
})

test('standing nowhere, it begins at the beginning or at the end', () => {
  expect(nextUncoded(LIST, -1, 1, isCoded)).toBe('a')
  expect(nextUncoded(LIST, -1, -1, isCoded)).toBe('b')
})
