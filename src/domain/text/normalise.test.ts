import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from './normalise.ts'

/** Any UTF-16 units, halves of pairs too, with the characters that the rules name far more often than by chance. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('\0', '\r', '\n', '\f', '\uFEFF', '\u202E', '\u2066', '\u2028', '\uD83E', '\uDD1D', 'a'),
  ),
})

describe('normaliseText', () => {
  it('leaves a clean text exactly as it came, and says nothing', () => {
    const text = 'Article 1\n\n\tThe Parties  shall…\u00A0\u200C\u200F ى e\u0301 🤝\n'
    expect(normaliseText(text)).toEqual({ text, notes: [] })
  })

  it('removes a byte order mark and makes line ends uniform, and says so', () => {
    const result = normaliseText('\uFEFFArticle 1\r\nThe Parties\rshall\n')
    expect(result.text).toBe('Article 1\nThe Parties\nshall\n')
    expect(result.notes).toHaveLength(2)
  })

  it.each([
    ['page breaks and line separators', 'a\fb\u2028c\u0085d', 'a\nb\nc\nd'],
    ['NUL and other controls', 'a\0b\u001Bc\u0092d\u007F', 'abcd'],
    ['overrides, embeddings and isolates', '\u202Eabc\u202C \u2067d\u2069', 'abc d'],
    ['half a surrogate pair', 'a\uD83Eb\uDD1D', 'a\uFFFDb\uFFFD'],
  ])('has a rule for %s, and says so', (_, raw, text) => {
    const result = normaliseText(raw)
    expect(result.text).toBe(text)
    expect(result.notes).toHaveLength(1)
  })

  it('changes nothing the second time, and what it gives survives UTF-8', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = normaliseText(raw).text
        expect(normaliseText(once)).toEqual({ text: once, notes: [] })
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(once))).toBe(
          once,
        )
      }),
    )
  })

  it('keeps every visible character', () => {
    const visible = (text: string): string => text.replace(/[\s\uFEFF\u0085]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        expect(visible(normaliseText(raw).text)).toBe(visible(raw))
      }),
    )
  })
})
