import { describe, expect, it } from 'vitest'
import { detectStructure } from './detect.ts'
import type { Provision } from './provision.ts'
import { treeOf, type ProvisionTree } from './tree.ts'
import { samePlace } from './same-place.ts'

const tree = (text: string): ProvisionTree => treeOf(detectStructure(text))
const provision = (of: ProvisionTree, id: string): Provision => {
  const found = of.find(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

const ENGLISH = tree('Article 1\n\n1. Peace shall last.\n2. War shall end.\n\nArticle 2\n\nShips may pass.\n')
const FRENCH = tree('Article 1\n\nLa paix durera.\n\nArticle 2\n\nLes navires peuvent passer.\n')

describe('the same place in another language', () => {
  it('is the provision with the same address', () => {
    expect(samePlace(provision(ENGLISH, 'art-2'), ENGLISH, FRENCH)?.id).toBe('art-2')
  })

  it('is the article where the other text has no such paragraph', () => {
    const paragraph = ENGLISH.childrenOf(provision(ENGLISH, 'art-1'))[1]
    if (!paragraph) throw new Error('no paragraph')
    expect(samePlace(paragraph, ENGLISH, FRENCH)?.id).toBe('art-1')
  })

  it('is the article at the same place where numbers differ, unless there are more or fewer of them', () => {
    const other = tree('Article 5\n\nLa paix durera.\n\nArticle 6\n\nLes navires peuvent passer.\n')
    expect(samePlace(provision(ENGLISH, 'art-2'), ENGLISH, other)?.id).toBe('art-6')
    const longer = tree('Article 5\n\nLa paix.\n\nArticle 6\n\nLes navires.\n\nArticle 7\n\nLa fin.\n')
    expect(samePlace(provision(ENGLISH, 'art-2'), ENGLISH, longer)).toBeUndefined()
  })
})
