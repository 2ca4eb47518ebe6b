import { describe, expect, it } from 'vitest'
import { LATIN_AGREEMENTS } from './agreements-latin.testing.ts'
import { OTHER_AGREEMENTS } from './agreements-other.testing.ts'
import { citationLabel } from './citation-label.ts'
import { readStructure } from './detect.ts'
import { expectTree } from './invariants.testing.ts'
import { treeOf } from './tree.ts'

const AGREEMENTS = { ...LATIN_AGREEMENTS, ...OTHER_AGREEMENTS }

describe('readStructure', () => {
  it.each(Object.entries(AGREEMENTS))('reads an agreement in %s', (language, [text, outline]) => {
    const { provisions, languages, isFlat } = readStructure(text)
    const tree = treeOf(provisions)
    const labels = provisions.filter((p) => p.kind !== 'recital').map((p) => citationLabel(tree, p))
    expect(labels.filter((label) => !/para \d/.test(label))).toEqual(outline)
    expect(languages[0]).toBe(language)
    expect(isFlat).toBe(false)
    expectTree(text, provisions)
  })

  it.each(Object.entries(AGREEMENTS))('finds the same articles in %s when a hint is wrong', (_, [text]) => {
    const articles = (language?: string): (string | undefined)[] =>
      readStructure(text, language === undefined ? {} : { language }).provisions.flatMap((p) =>
        p.kind === 'article' ? [p.number] : [],
      )
    expect(articles('is')).toEqual(articles())
    expect(articles('fr')).toEqual(articles())
  })

  it.each(Object.entries(AGREEMENTS))(
    'finds the articles of the main text in %s where it lost its line breaks',
    (_, [text]) => {
      const numbers = (reading: ReturnType<typeof readStructure>): (string | undefined)[] =>
        reading.provisions.flatMap((p) =>
          p.kind === 'article' && p.id.startsWith('art-') ? [p.arabic ?? p.number] : [],
        )
      const flat = readStructure(text.replace(/\s+/g, ' '))
      const body = numbers(readStructure(text))
      expect(numbers(flat)).toEqual(body)
      expect(flat.isFlat).toBe(true)
    },
  )
})
