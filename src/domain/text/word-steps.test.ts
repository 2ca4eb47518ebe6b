import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveEdge } from './word-steps.ts'

const TEXT = 'An armed attack, if any, occurs.'
const ATTACK = { start: 9, end: 15 }

function words(stretch: { start: number; end: number } | undefined): string | undefined {
  return stretch && TEXT.slice(stretch.start, stretch.end)
}

test('each edge moves by a word, both ways, and never stops at a comma', () => {
  expect(words(moveEdge(TEXT, ATTACK, 'end', 'forward', 'en'))).toBe('attack, if')
  expect(words(moveEdge(TEXT, ATTACK, 'start', 'backward', 'en'))).toBe('armed attack')
  expect(words(moveEdge(TEXT, { start: 3, end: 18 }, 'end', 'backward', 'en'))).toBe('armed attack')
  expect(words(moveEdge(TEXT, { start: 3, end: 15 }, 'start', 'forward', 'en'))).toBe('attack')
})

test('what is passed over is no word: an edge goes from one point into the next without its number', () => {
  const text = 'by a treaty; (c) full powers'
  const isNumber = ({ start, end }: { start: number; end: number }): boolean => start >= 13 && end <= 16
  const step = moveEdge(text, { start: 3, end: 11 }, 'end', 'forward', 'en', isNumber)
  expect(step && text.slice(step.start, step.end)).toBe('a treaty; (c) full')
  const back = step && moveEdge(text, step, 'end', 'backward', 'en', isNumber)
  expect(back && text.slice(back.start, back.end)).toBe('a treaty')
  const longer = moveEdge(text, { start: 17, end: 28 }, 'start', 'backward', 'en', isNumber)
  expect(longer && text.slice(longer.start, longer.end)).toBe('treaty; (c) full powers')
})

test('one word is always left, and the text ends where it ends', () => {
  expect(moveEdge(TEXT, ATTACK, 'end', 'backward', 'en')).toBeUndefined()
  expect(moveEdge(TEXT, ATTACK, 'start', 'forward', 'en')).toBeUndefined()
  expect(moveEdge(TEXT, { start: 25, end: 31 }, 'end', 'forward', 'en')).toBeUndefined()
})

test('a language tag that nobody knows is no obstacle', () => {
  expect(words(moveEdge(TEXT, ATTACK, 'end', 'forward', 'not a tag'))).toBe('attack, if')
})

test('a step there and back from the edge of a word changes nothing', () => {
  const text = fc.array(fc.constantFrom('the', 'Parties', 'ماده', 'shall,', '12'), { minLength: 3 })
  fc.assert(
    fc.property(text, (parts) => {
      const content = parts.join(' ')
      const first = { start: 0, end: parts[0]?.replace(',', '').length ?? 0 }
      const longer = moveEdge(content, first, 'end', 'forward', 'en')
      expect(longer && moveEdge(content, longer, 'end', 'backward', 'en')).toEqual(first)
    }),
  )
})
