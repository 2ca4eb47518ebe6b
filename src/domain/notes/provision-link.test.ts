import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STRUCTURE } from '../library/fixture.testing.ts'
import { detectStructure } from '../structure/detect.ts'
import { treeOf } from '../structure/tree.ts'
import { provisionOfUrl, provisionsNamed, provisionUrl } from './provision-link.ts'

const tree = treeOf(STRUCTURE.provisions)
const named = (typed: string): string[] => provisionsNamed(tree, typed).map(({ id }) => id)

describe('a link to a provision', () => {
  it('comes back as it was made, whatever the ids are', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(id, id, (agreementId, provisionId) => {
        const place = { agreementId, provisionId }
        expect(provisionOfUrl(provisionUrl(place))).toEqual(place)
      }),
    )
  })

  it('is not what leads elsewhere or is broken', () => {
    for (const url of [
      'https://example.org/',
      'pacta:provision/',
      'pacta:provision/a',
      'pacta:provision/%/b',
    ])
      expect(provisionOfUrl(url)).toBeUndefined()
  })
})

describe('provisionsNamed', () => {
  it('finds an article, a point and the preamble', () => {
    expect(named('art 2')[0]).toBe('art-2')
    expect(named('1(2)(b)')[0]).toBe('art-1.2.b')
    expect(named('pream')).toContain('preamble')
    expect(named('')).toEqual([])
    expect(named('nothing like it')).toEqual([])
  })

  it('reads the word and the digits of the language of the text', () => {
    expect(named('ст 2')[0]).toBe('art-2')
    const persian = treeOf(detectStructure('عهدنامه\n\nماده ۱\nمتن نخست است.\n\nماده ۲\nمتن دوم است.\n'))
    expect(provisionsNamed(persian, 'ماده ۲').map(({ arabic }) => arabic)).toEqual(['2'])
  })
})
