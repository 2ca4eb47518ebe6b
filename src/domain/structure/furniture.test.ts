import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import { furnitureIn, withoutFurniture } from './furniture.ts'
import { expectTree, wordsOutside } from './invariants.testing.ts'
import { treeOf } from './tree.ts'

function outline(text: string): string[] {
  const provisions = detectStructure(text)
  expectTree(text, provisions)
  expect(wordsOutside(text, provisions)).toBe('')
  const tree = treeOf(provisions)
  return provisions.map((p) => citationLabel(tree, p))
}

function lines(text: string): string[] {
  return furnitureIn(text).map(({ start, end }) => text.slice(start, end))
}

const PAGE =
  'The Parties shall keep the peace of the Inner Sea and inform each other of every threat.\n'.repeat(20)

describe('page numbers and running heads', () => {
  const text = `154 United Nations — Treaty Series 1975

AGREEMENT

Article 1
The Parties shall cooperate in

- 155 -

all matters of common concern.

Article 2
156 United Nations — Treaty Series 1975
They consult.

Article 3
End.
`

  it('are furniture where they stand, and no title, point or paragraph', () => {
    expect(outline(text)).toEqual(
      [
        'furniture',
        'title',
        'art 1',
        'furniture',
        'flush words',
        'art 2',
        'furniture',
        'flush words',
        'art 3',
      ].map((label) => (label === 'flush words' ? expect.stringContaining(label) : label)),
    )
  })

  it('leave the sentence whole that they interrupt', () => {
    const rest = withoutFurniture(text, furnitureIn(text))
    expect(rest).toHaveLength(text.length)
    expect(rest.replace(/ +/g, ' ')).toContain('cooperate in all matters of common concern')
  })

  it('are told by numbers that rise from page to page', () => {
    const pages = [1, 2, 3].map((n) => `${PAGE}\n${n}\n\nTREATY OF THE INNER SEA ${n}\n`)
    expect(lines(pages.join(''))).toEqual(
      [1, 2, 3].flatMap((n) => [String(n), `TREATY OF THE INNER SEA ${n}`]),
    )
  })

  it.each([
    ['headings', 'Article 1\nPeace.\n\nArticle 2\nTrade.\n\nArticle 3\nFish.\n'],
    ['headings with names', 'Chapter on Navigation 1\nPeace.\n\nChapter on Navigation 2\nTrade.\n'],
    ['annexes', [1, 2, 3].map((n) => `Annex to the Agreement ${n}\n${PAGE}`).join('')],
    ['numbered paragraphs', '1. The Parties consult\n2. The Parties consult\n3. The Parties consult\n'],
    ['rows of a table', '1\n2\n3\n4\n5\n'],
    ['numbers that do not rise', [3, 1, 2].map((n) => `${PAGE}\n${n}\n`).join('')],
    ['dates', '3 May 2001\n4 May 2001\n'],
    ['dash items', '- 5 ships\n- 6 boats\n'],
  ])('are not %s', (_, text) => {
    expect(lines(text)).toEqual([])
  })

  it('leave a sound tree wherever they stand', () => {
    const part = fc.constantFrom(
      'Article 1\n',
      'Article 2\n',
      '- 7 -\n',
      'They consult.\n',
      'and consult\n',
      '(a) one;\n',
      '\n',
      'Done at Arden.\n',
      'ANNEX I\n',
      'For Ardia\n',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const any = parts.join('')
        const provisions = detectStructure(any)
        expectTree(any, provisions)
        expect(wordsOutside(any, provisions)).toBe('')
      }),
      { numRuns: 2000 },
    )
  })
})
