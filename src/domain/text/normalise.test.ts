import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from './normalise.ts'

describe('normaliseText', () => {
  it('leaves a clean text exactly as it came, and says nothing', () => {
    const text = 'Article 1\n\nThe Parties  shall…\u00A0\u200C ى e\u0301 🤝\n'
    expect(normaliseText(text)).toEqual({ text, notes: [] })
  })

  it('removes a byte order mark and makes line ends uniform, and says so', () => {
    const result = normaliseText('\uFEFFArticle 1\r\nThe Parties\rshall\n')
    expect(result.text).toBe('Article 1\nThe Parties\nshall\n')
    expect(result.notes).toHaveLength(2)
  })

  it('changes nothing the second time, and no character but line ends and the mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = normaliseText(raw).text
        expect(normaliseText(once).text).toBe(once.replace(/^\uFEFF/, ''))
        expect(once.replaceAll('\n', '')).toBe(raw.replace(/^\uFEFF/, '').replace(/[\r\n]/g, ''))
      }),
    )
  })
})
