import { describe, expect, it } from 'vitest'
import { detectStructure } from '../structure/detect.ts'
import { treeOf } from '../structure/tree.ts'
import { findReferences } from './find-references.ts'
import {
  brokenReferences,
  citationsIn,
  instrumentsIn,
  referencesIn,
  referencesTo,
} from './reference-lists.ts'

const TEXT = `TREATY

Article 1

1. See Article 2 and Article 9.
2. Article 3 of the Charter of the League of Ports applies, and so does the Harbour Convention.

Article 2

1. The Charter of the League of Ports stands.
2. See paragraph 1 of this Article, and this Article.

Article 3

See Article 2, paragraph 2.
`
const tree = treeOf(detectStructure(TEXT))
const all = findReferences(TEXT, tree, ['en'])
const words = (list: readonly { readonly start: number; readonly end: number }[]): string[] =>
  list.map(({ start, end }) => TEXT.slice(start, end))
const article = (number: number) => {
  const provision = tree.find(`art-${number}`)
  if (!provision) throw new Error(`no article ${number}`)
  return provision
}

describe('lists of references', () => {
  it('of a provision hold what stands in it', () =>
    expect(words(referencesIn(all, article(3)))).toEqual(['Article 2, paragraph 2']))

  it('to a provision hold what cites it or a paragraph of it from elsewhere', () =>
    expect(words(referencesTo(tree, citationsIn(all), article(2)))).toEqual([
      'Article 2',
      'Article 2, paragraph 2',
    ]))

  it('to an article that is named in several ways in one reference hold that reference once', () => {
    const text = TEXT.replace('See Article 2 and Article 9.', 'See Articles 2 to 3.')
    const its = treeOf(detectStructure(text))
    const chapter = its.find('art-2')
    const citations = citationsIn(findReferences(text, its, ['en']))
    expect(chapter && referencesTo(its, citations, chapter)).toHaveLength(2)
  })

  it('to nothing hold the broken ones', () => expect(words(brokenReferences(all))).toEqual(['Article 9']))

  it('to other instruments count each of them, the most often named first', () =>
    expect(instrumentsIn(all).map(({ name, references }) => [name, references.length])).toEqual([
      ['Charter of the League of Ports', 2],
      ['Harbour Convention', 1],
    ]))
})
