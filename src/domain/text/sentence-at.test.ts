import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt } from './sentence-at.ts'

function sentence(text: string, word: string, language = 'en'): string | undefined {
  const found = sentenceAt(text, { start: 0, end: text.length }, text.indexOf(word), language)
  return found && text.slice(found.start, found.end)
}

describe('the sentence at a place', () => {
  it('is whole, without the spaces around it', () => {
    const text = ' The Parties consult. They shall meet  each year. '
    expect(sentence(text, 'Parties')).toBe('The Parties consult.')
    expect(sentence(text, 'each')).toBe('They shall meet  each year.')
  })

  it('is not ended by an abbreviation', () => {
    const text = 'As laid down in Art. 5 and para. 2 they act. Then they stop.'
    expect(sentence(text, 'laid')).toBe('As laid down in Art. 5 and para. 2 they act.')
    expect(sentence(text, 'they act')).toBe('As laid down in Art. 5 and para. 2 they act.')
  })

  it('is found in Chinese and in Persian', () => {
    expect(sentence('缔约双方应进行协商。双方每年举行会议。', '会议', 'zh')).toBe('双方每年举行会议。')
    const persian = 'دو طرف مشورت می‌کنند. آیا دیدار می‌کنند؟ آری.'
    expect(sentence(persian, 'دیدار', 'fa')).toBe('آیا دیدار می‌کنند؟')
  })

  it('is nothing where there are no words', () => {
    expect(sentenceAt('  ', { start: 0, end: 2 }, 1, 'en')).toBeUndefined()
  })

  it('lies inside the paragraph, and holds the place wherever there is a word', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 6 }), fc.nat(), (text, seed) => {
        const content = `Before. ${text} After.`
        const within = { start: 8, end: 8 + text.length }
        const offset = within.start + (seed % text.length)
        const found = sentenceAt(content, within, offset, 'en')
        expect(found?.start).toBeGreaterThanOrEqual(within.start)
        expect(found?.end).toBeLessThanOrEqual(within.end)
        if (content[offset] !== ' ') {
          expect(found?.start).toBeLessThanOrEqual(offset)
          expect(found?.end).toBeGreaterThan(offset)
        }
      }),
    )
  })
})
