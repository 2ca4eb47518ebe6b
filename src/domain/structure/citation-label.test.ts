import { describe, expect, it } from 'vitest'
import { STRUCTURE } from '../library/fixture.testing.ts'
import { citationLabel, findByAddress } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import { treeOf } from './tree.ts'

const tree = treeOf(STRUCTURE.provisions)

describe('findByAddress', () => {
  it.each([
    ['art 2', 'art-2'],
    ['Article 2', 'art-2'],
    ['2', 'art-2'],
    ['1(2)(b)', 'art-1.2.b'],
    ['Art. 1 (2) (b)', 'art-1.2.b'],
    ['preamble', 'preamble'],
    ['closing', 'closing'],
  ])('finds %j', (address, id) => {
    expect(findByAddress(tree, address)?.id).toBe(id)
  })

  it('finds an article printed in roman digits by its arabic number', () => {
    const roman = treeOf(detectStructure('Article I\n\nOne.\n\nArticle II\n\nTwo.\n'))
    expect(findByAddress(roman, '2')?.number).toBe('II')
  })

  it('finds what stands inside an article printed in roman digits', () => {
    const text = 'Article I\n\n1. One.\n\n2. Two:\n(a) this;\n(b) that.\n\nArticle II\n\nThree.\n'
    const roman = treeOf(detectStructure(text))
    const label = (address: string) => {
      const found = findByAddress(roman, address)
      return found && citationLabel(roman, found)
    }
    expect(label('1(2)')).toBe('art I(2)')
    expect(label('1(2)(b)')).toBe('art I(2)(b)')
    expect(label('i (2)')).toBe('art I(2)')
    expect(label('art II')).toBe('art II')
  })

  it.each([
    ['۱(۲)(b)', 'art-1.2.b'],
    ['٢', 'art-2'],
    ['１(２)', 'art-1.2'],
  ])('finds an address in digits of another script: %j', (address, id) => {
    expect(findByAddress(tree, address)?.id).toBe(id)
  })

  it('finds nothing where nothing is', () => {
    expect(findByAddress(tree, 'art 99')).toBeUndefined()
    expect(findByAddress(tree, '')).toBeUndefined()
  })

  it('finds every provision by its own label', () => {
    for (const provision of tree.provisions) {
      expect(findByAddress(tree, citationLabel(tree, provision))?.id).toBe(provision.id)
    }
  })
})

describe('the tree', () => {
  it('finds the innermost provision at an offset, and its unit', () => {
    const point = tree.find('art-1.2.a')
    const at = point && tree.at(point.start + 5)
    expect(at?.id).toBe('art-1.2.a')
    expect(at && tree.unitOf(at).id).toBe('art-1')
    expect(tree.at(-1)).toBeUndefined()
  })

  it('lists what an analyst assesses', () => {
    expect(tree.units.map((unit) => unit.id)).toEqual([
      'title',
      'preamble',
      'art-1',
      'art-2',
      'art-3',
      'closing',
      'signatures',
    ])
  })
})
