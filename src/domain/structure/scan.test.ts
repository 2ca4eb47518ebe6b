import { describe, expect, it } from 'vitest'
import { findCandidates } from './scan.ts'

describe('findCandidates', () => {
  it('finds every heading and most references, and nothing else', () => {
    const text = 'Article 1\nUnder Article 2 the Parties consult.\n\nArticle 2\nThey agree.\n'
    expect(findCandidates(text).map(({ start }) => start)).toEqual([0, text.lastIndexOf('Article 2')])
  })

  it.each([
    ['headings without end', 'Article 1\n'],
    ['references without end', 'Article 1 '],
    ['quotation marks that never close', '“Article 1 '],
  ])('gives up on %s: there is nothing to be chosen', (_, part) => {
    expect(findCandidates(part.repeat(20_000)).length).toBeLessThanOrEqual(2001)
  })

  it('keeps the longest table of contents whole, and what comes after it', () => {
    const list = Array.from({ length: 600 }, (_, i) => `Article ${i + 1}`).join('\n')
    const text = `${list}\n\nThe Parties have agreed as follows:\n\nArticle 1\nThey consult.`
    expect(findCandidates(text)).toHaveLength(601)
  })
})
