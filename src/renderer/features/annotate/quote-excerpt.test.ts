import { describe, expect, it } from 'vitest'
import { quoteExcerpt } from './quote-excerpt.ts'

describe('quoteExcerpt', () => {
  it('leaves a short quotation as it is, on one line', () => {
    expect(quoteExcerpt('an armed\n attack')).toBe('an armed attack')
  })

  it('keeps the beginning and the end of a long one, in whole words', () => {
    const quote = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ')
    const excerpt = quoteExcerpt(quote)
    expect(excerpt).toMatch(/^word0 .* … .* word99$/)
    expect(excerpt.length).toBeLessThan(190)
    for (const word of excerpt.split(' ').filter((w) => w !== '…')) expect(quote.split(' ')).toContain(word)
  })

  it('cuts a text without spaces somewhere', () => {
    expect(quoteExcerpt('条'.repeat(500)).length).toBeLessThan(190)
  })
})
