import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TREATY } from '../library/fixture.testing.ts'
import { citationLabel } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

/** The structure as an indented list of labels, which is how a person would check it. */
function outline(text: string): string[] {
  const provisions = detectStructure(text)
  const tree = treeOf(provisions)
  return provisions.map(
    (p) => `${'  '.repeat(p.depth)}${citationLabel(tree, p)}${p.heading ? ` — ${p.heading}` : ''}`,
  )
}

describe('detectStructure', () => {
  it('finds title, preamble with recitals, articles with paragraphs and points, closing and signatures', () => {
    expect(outline(TREATY)).toEqual([
      'title',
      'preamble',
      '  preamble recital 1',
      '  preamble recital 2',
      '  preamble recital 3',
      'art 1 — Consultation',
      '  art 1(1)',
      '  art 1(2)',
      '    art 1(2)(a)',
      '    art 1(2)(b)',
      'art 2 — Mutual assistance',
      'art 3',
      'closing',
      'signatures',
    ])
  })

  it('reads roman numbers, headings on the line, and text run in after the number', () => {
    const text = `ARTICLE I. DEFINITIONS

In this Treaty "sea" means the Inner Sea.

ARTICLE II: Scope

It applies to ships.

Article III. The Parties shall meet each year.
`
    expect(outline(text)).toEqual(['art I — DEFINITIONS', 'art II — Scope', 'art III'])
  })

  it('takes what the markup of a file names for a provision, where the words alone do not decide', () => {
    const words =
      'The Parties agree. Article 1 They consult. Article 2 They assist each other. Article 3 They part.'
    const starts = [1, 2, 3].map((n) => words.indexOf(`Article ${n}`))
    const hints = starts.map((start, i) => ({
      kind: 'article' as const,
      start,
      end: starts[i + 1] ?? words.length,
      number: String(i + 1),
    }))
    const confidences = (text: string, given: typeof hints): (number | undefined)[] =>
      detectStructure(text, { hints: given }).flatMap((p) => (p.kind === 'article' ? [p.confidence] : []))
    const unnamed = confidences(words, [])
    const named = confidences(words, hints)
    expect(named).toHaveLength(3)
    expect(named.every((confidence, i) => (confidence ?? 0) > (unnamed[i] ?? 0))).toBe(true)
  })

  it('believes words that the markup does not name less where it names articles', () => {
    const body = 'The Parties shall consult each other on every matter of common concern.'
    const text = `Article 1\n\n${body}\n\nArticle 2\n\n${body}\n\nArticle 3\n\n${body}\n\nArticle 9\nof the Charter binds them.\n`
    const hints = ['Article 1', 'Article 2', 'Article 3'].map((words) => {
      const start = text.indexOf(words)
      return { kind: 'article' as const, start, end: start + words.length + body.length + 2 }
    })
    const numbers = detectStructure(text, { hints }).flatMap((p) => (p.kind === 'article' ? [p.number] : []))
    expect(numbers).toEqual(['1', '2', '3'])
  })

  it('puts articles below parts and chapters but cites them without', () => {
    const text = `PART I
GENERAL

Chapter 1
Scope

Article 1

One.

Chapter 2
Terms

Article 2

Two.

PART II
FINAL

Article 3

Three.
`
    expect(outline(text)).toEqual([
      'part I — GENERAL',
      '  part I ch 1 — Scope',
      '    art 1',
      '  part I ch 2 — Terms',
      '    art 2',
      'part II — FINAL',
      '  art 3',
    ])
  })

  it('starts again at 1 in an annex, and says so in the label', () => {
    const text = 'Article 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nANNEX A\n\nArticle 1\n\nIn the annex.\n'
    expect(outline(text)).toEqual(['art 1', 'art 2', 'annex A', '  annex A art 1'])
  })

  it('is not misled by a cross-reference that starts a line', () => {
    const text = `Article 1

The duties named in
Article 3 of the Charter and
Article 7 shall apply.

Article 2

Two.

Article 3

Three.
`
    expect(outline(text).filter((label) => /^art \d/.test(label))).toEqual(['art 1', 'art 2', 'art 3'])
  })

  it('cites a paragraph without a printed number by its place', () => {
    expect(outline('Article 1\n\nThe Parties agree.\n\nThey also consult.\n')).toEqual([
      'art 1',
      '  art 1 para 1',
      '  art 1 para 2',
    ])
  })

  it('joins the lines of a hard-wrapped paragraph', () => {
    const wrapped = Array.from(
      { length: 8 },
      () => 'the Parties shall consult on every matter of common',
    ).join('\n')
    expect(outline(`Article 1\n\n${wrapped}\n\n${wrapped}.\n`)).toEqual([
      'art 1',
      '  art 1 para 1',
      '  art 1 para 2',
    ])
  })

  it('keeps a text without headings whole', () => {
    const text = 'The two sides met.\n\nThey agreed to meet again.\n'
    const [first] = detectStructure(text)
    expect(first).toMatchObject({ kind: 'preamble', start: 0, end: text.length - 1 })
    expect(detectStructure('')).toEqual([])
  })

  it('gives ranges that nest, ids that are unique, and covers every word, for any text', () => {
    const line = fc.constantFrom(
      '',
      'Article 1',
      'Article 2',
      'ARTICLE IV',
      'Annex 1',
      'CHAPTER II',
      '1. The Parties shall meet.',
      '(a) one;',
      '(i) two;',
      'The Parties shall consult.',
      'IN WITNESS WHEREOF',
      'For the Republic',
      'PREAMBLE',
      '  – ',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const provisions = detectStructure(text)
        expect(new Set(provisions.map((p) => p.id)).size).toBe(provisions.length)
        const tree = treeOf(provisions)
        for (const provision of provisions) {
          const parent = tree.parentOf(provision)
          expect(provision.start).toBeLessThan(provision.end)
          expect(provision.textStart).toBeGreaterThanOrEqual(provision.start)
          expect(provision.textStart).toBeLessThanOrEqual(provision.end)
          if (parent)
            expect([parent.start <= provision.start, provision.end <= parent.end]).toEqual([true, true])
        }
        expect(uncovered(text, provisions)).toBe('')
      }),
    )
  })
})

/** The words that no provision holds. */
function uncovered(text: string, provisions: readonly Provision[]): string {
  let from = 0
  let left = ''
  for (const p of provisions.filter((p) => p.depth === 0)) {
    expect(p.start).toBeGreaterThanOrEqual(from)
    left += text.slice(from, p.start)
    from = p.end
  }
  return (left + text.slice(from)).trim()
}
