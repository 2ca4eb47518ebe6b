import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TREATY } from '#domain/library/fixture.testing.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { treeOf } from '#domain/structure/tree.ts'
import { readingLayout, type ReadingUnit, type Segment } from './reading-layout.ts'

function layout(text: string): ReadingUnit[] {
  return readingLayout(treeOf(detectStructure(text)), text)
}

function segmentsOf(units: readonly ReadingUnit[]): Segment[] {
  return units
    .flatMap((unit) => [unit.number, unit.name, ...unit.blocks.flatMap((b) => [b.marker, b.text])])
    .filter((segment) => segment !== undefined)
}

describe('readingLayout', () => {
  it('draws number, name, paragraphs and points of an article', () => {
    const words = (segment: Segment | undefined): string | undefined =>
      segment && TREATY.slice(segment.start, segment.end)
    const article = layout(TREATY).find((unit) => unit.label === 'art 1')
    expect([words(article?.number), words(article?.name)]).toEqual(['Article 1', 'Consultation'])
    expect(article?.blocks.map((b) => [b.level, words(b.marker), words(b.text)?.slice(0, 24)])).toEqual([
      [1, '1.', 'The Parties shall consul'],
      [1, '2.', 'The Parties shall inform'],
      [2, '(a)', 'any threat to the peace '],
      [2, '(b)', 'any measure taken under '],
    ])
  })

  it('draws an article without paragraphs as one block', () => {
    const article = layout(TREATY).find((unit) => unit.label === 'art 3')
    expect(article?.blocks).toHaveLength(1)
    expect(article?.blocks[0]).toMatchObject({ level: 0, kind: 'article' })
  })

  it('draws every word once and in order, for any text', () => {
    const line = fc.constantFrom(
      '',
      'TREATY',
      'Article 1',
      'Article 2. Scope',
      'Article 3. The Parties shall meet.',
      'CHAPTER II',
      'Final provisions',
      'Annex 1',
      '1. One.',
      '(a) two;',
      'The Parties consult.',
      'Done at Arden',
      'For Ardia',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n')
        const segments = segmentsOf(layout(text))
        const drawn = segments.map((s) => text.slice(s.start, s.end)).join(' ')
        expect(drawn.split(/\s+/).join(' ').trim()).toBe(text.split(/\s+/).join(' ').trim())
        segments.forEach((s, i) => expect(s.start).toBeGreaterThanOrEqual(segments[i - 1]?.end ?? 0))
      }),
    )
  })
})
