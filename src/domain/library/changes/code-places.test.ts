import { expect, test } from 'vitest'
import type { Annotation } from '../../annotation/annotation.ts'
import { anchorOf } from '../../text/anchor.ts'
import type { Operation } from '../operation.ts'
import { codePlaces, type Place } from './code-places.ts'

const CONTENT = 'The Parties shall consult. The Parties shall report.'
const HITS: readonly Place[] = [
  { start: 4, end: 11 },
  { start: 31, end: 38 },
]

const marked: Annotation = {
  id: 'old',
  textId: 'text',
  target: { kind: 'span', anchor: anchorOf(CONTENT, 4, 11) },
  themeIds: ['first'],
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: 'Ana',
}

function coded(annotations: readonly Annotation[], places: readonly Place[], themeId: string): Operation[] {
  let next = 0
  return codePlaces({ textId: 'text', content: CONTENT, annotations }, places, themeId, {
    author: { name: 'Ana', at: '2026-01-02T00:00:00Z' },
    versionOf: () => 3,
    newId: () => `new-${++next}`,
  })
}

test('every place becomes an annotation with the theme, its words and its version', () => {
  expect(coded([], HITS, 'second')).toMatchObject([
    { value: { id: 'new-1', target: { anchor: { quote: 'Parties' } }, codedUnder: { second: 3 } } },
    { value: { id: 'new-2', target: { anchor: { start: 31 } }, themeIds: ['second'] } },
  ])
})

test('an annotation on just these words gets the theme; no second one is laid over it', () => {
  const [first, second, ...more] = coded([marked], HITS, 'second')
  expect(first).toMatchObject({ op: 'update', ref: { id: 'old' } })
  expect(second).toMatchObject({ value: { id: 'new-1' } })
  expect(more).toEqual([])
})

test('what has the theme already is left alone', () => {
  expect(coded([marked], HITS.slice(0, 1), 'first')).toEqual([])
})

test('a provision is coded as a whole, beside words that span the same range', () => {
  expect(coded([marked], [{ start: 4, end: 11, provisionId: 'art-1' }], 'first')).toMatchObject([
    { value: { target: { kind: 'provision', provisionId: 'art-1' } } },
  ])
})
