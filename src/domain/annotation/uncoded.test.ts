import { expect, test } from 'vitest'
import { annotationOf, TREATY } from '../library/fixture.testing.ts'
import { spanIndex } from './span-index.ts'
import { isCoded, nextUncoded } from './uncoded.ts'

const isDone = (name: string): boolean => name.startsWith('coded')
const LIST = ['a', 'coded 1', 'coded 2', 'b', 'coded 3']

test('goes past what is coded, in both directions', () => {
  expect(nextUncoded(LIST, 0, 1, isDone)).toBe('b')
  expect(nextUncoded(LIST, 3, -1, isDone)).toBe('a')
})

test('does not go round: at the end the work is done', () => {
  expect(nextUncoded(LIST, 3, 1, isDone)).toBeUndefined()
  expect(nextUncoded(LIST, 0, -1, isDone)).toBeUndefined()
})

test('standing nowhere, it begins at the beginning or at the end', () => {
  expect(nextUncoded(LIST, -1, 1, isDone)).toBe('a')
  expect(nextUncoded(LIST, -1, -1, isDone)).toBe('b')
})

test('words with a theme are coded, words with a note only are not', () => {
  const themed = annotationOf('An attack on one Party', ['SEC.1'])
  const noted = annotationOf('consult each other', [])
  const spans = spanIndex([noted, themed], ({ target }) => target.anchor)
  const around = (words: string) => ({ start: TREATY.indexOf(words), end: TREATY.indexOf(words) + 40 })
  expect(isCoded(spans, around('An attack'))).toBe(true)
  expect(isCoded(spans, around('consult'))).toBe(false)
})
