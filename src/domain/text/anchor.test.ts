import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorHolds, anchorOf, CONTEXT_LENGTH, trimSpan } from './anchor.ts'

const text = 'The Parties shall consult 🤝 without delay. The Parties shall consult again.'

/** A text of any characters, and a span inside it. */
const spans = fc.string({ unit: 'grapheme', minLength: 1 }).chain((s) =>
  fc.record({
    text: fc.constant(s),
    start: fc.nat({ max: s.length - 1 }),
    length: fc.integer({ min: 1, max: 40 }),
  }),
)

describe('anchorOf', () => {
  it('keeps the words and their surroundings', () => {
    expect(anchorOf(text, 4, 17)).toEqual({
      start: 4,
      end: 17,
      quote: 'Parties shall',
      prefix: 'The ',
      suffix: text.slice(17, 17 + CONTEXT_LENGTH),
    })
  })

  it('never cuts a character in two', () => {
    const hand = text.indexOf('🤝')
    expect(anchorOf(text, hand + 1, hand + 2).quote).toBe('🤝')
  })

  it('refuses an empty span and one outside the text', () => {
    expect(() => anchorOf(text, 3, 3)).toThrow(RangeError)
    expect(() => anchorOf(text, 0, text.length + 1)).toThrow(RangeError)
    expect(() => anchorOf(text, -1, 2)).toThrow(RangeError)
  })

  it('gives whole characters whose position and quotation agree, for any span of any text', () => {
    fc.assert(
      fc.property(spans, ({ text, start, length }) => {
        const anchor = anchorOf(text, start, Math.min(text.length, start + length))
        expect(anchorHolds(text, anchor)).toBe(true)
        expect(anchor.prefix + anchor.quote + anchor.suffix).toSatisfy((s: string) => text.includes(s))
        expect(anchor.prefix + anchor.quote + anchor.suffix).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})

describe('anchorHolds', () => {
  it('is false as soon as one word differs', () => {
    const anchor = anchorOf(text, 4, 17)
    expect(anchorHolds(text.replace('shall', 'will_'), anchor)).toBe(false)
    expect(anchorHolds(`X${text}`, anchor)).toBe(false)
  })
})

describe('trimSpan', () => {
  it('drops white space at both ends', () => {
    expect(trimSpan('a  b \n c', 1, 7)).toEqual({ start: 3, end: 4 })
  })

  it('gives nothing for white space alone', () => {
    expect(trimSpan('a  b', 1, 3)).toBeUndefined()
  })
})
