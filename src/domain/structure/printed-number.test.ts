import { expect, test } from 'vitest'
import { detectStructure } from './detect.ts'
import { isPrintedNumber } from './printed-number.ts'
import { treeOf } from './tree.ts'

const TEXT = `TREATY BETWEEN ARDIA AND BELMARK

Article 1
Peace

1. The Parties shall:
(a) keep the peace of the Inner Sea;
(b) inform each other of any threat to it.

Article 2

The Parties shall consult together.
`

test('the numbers of paragraphs and points are no words; headings and words are', () => {
  const tree = treeOf(detectStructure(TEXT))
  const isNumber = (printed: string, within = printed): boolean => {
    const start = TEXT.indexOf(within) + within.indexOf(printed)
    return isPrintedNumber(tree, { start, end: start + printed.length })
  }
  expect(isNumber('1', '1. The')).toBe(true)
  expect(isNumber('b', '(b)')).toBe(true)
  expect(isNumber('inform')).toBe(false)
  expect(isNumber('Article', 'Article 1')).toBe(false)
  expect(isNumber('Peace')).toBe(false)
})
