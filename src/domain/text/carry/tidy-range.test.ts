import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyRange } from './tidy-range.ts'

const OLD = 'Article 1\n\nEach Party shall open its ports. Ships may enter by day.\n'
const NEW =
  'Article 3\n\nEach Party shall as a rule open two ports. Vessels may enter by day and night.\n\nArticle 4\n'

function tidied(words: string, ragged: string): string {
  const start = OLD.indexOf(words)
  const at = NEW.indexOf(ragged)
  const range = tidyRange(OLD, { start, end: start + words.length }, NEW, {
    start: at,
    end: at + ragged.length,
  })
  return NEW.slice(range.start, range.end)
}

describe('a proposed place', () => {
  it('is a whole sentence for a whole sentence', () => {
    expect(tidied('Each Party shall open its ports.', 'arty shall as a rule open two ports. Vess')).toBe(
      'Each Party shall as a rule open two ports.',
    )
    expect(tidied('Ships may enter by day.', 'sels may enter by da')).toBe(
      'Vessels may enter by day and night.',
    )
  })

  it('does not reach into the next article', () => {
    expect(tidied('Ships may enter by day.', 'may enter by day and night.\n\nArtic')).toBe(
      'Vessels may enter by day and night.',
    )
  })

  it('is whole words for words', () => {
    expect(tidied('open its ports', 'pen two por')).toBe('open two ports')
  })

  it('leaves an end in Chinese where it was found', () => {
    const text = '缔约各方应维持和平并应保护海港以及一切船舶和船员与货物'.repeat(4)
    expect(tidyRange('abc', { start: 1, end: 2 }, text, { start: 40, end: 43 })).toEqual({
      start: 40,
      end: 43,
    })
  })

  it('is never empty, nor outside the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const range = tidyRange(text, { start, end }, text, { start, end })
        expect(range.start).toBeLessThan(range.end)
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
