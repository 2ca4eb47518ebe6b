import { describe, expect, it } from 'vitest'
import { markAsChecked, relabel } from './corrections.ts'
import { detectStructure } from './detect.ts'
import { suspectsOf } from './doubts.ts'
import { PROVISION_KINDS, DOUBTS, type Provision } from './provision.ts'
import { treeOf } from './tree.ts'

const BODY =
  'The Parties shall keep the peace of the Inner Sea and shall inform each other of any threat to it.'

function treaty(...numbers: number[]): string {
  return `TREATY BETWEEN ARDIA AND BELMARK\n\n${numbers.map((n) => `Article ${n}\n\n${BODY}\n\n`).join('')}`
}

function told(provisions: readonly Provision[], text = ''): Record<string, readonly string[]> {
  const suspects = suspectsOf(treeOf(provisions), text)
  return Object.fromEntries(suspects.map(({ provision, reasons }) => [provision.id, reasons]))
}

function article(number: string, more: Partial<Provision> = {}): Provision {
  const start = Number(number.replace(/\D/g, '')) * 10
  const id = `art-${number}`
  return { id, kind: 'article', number, depth: 0, start, end: start + 9, textStart: start + 2, ...more }
}

describe('suspectsOf', () => {
  it('tells nothing of a text numbered without a fault', () => {
    expect(told(detectStructure(treaty(1, 2, 3, 4)))).toEqual({})
  })

  it('tells which numbers are missing', () => {
    expect(told(detectStructure(treaty(1, 2, 4, 5)))).toEqual({ 'art-4': ['Number 3 is missing before it.'] })
    expect(told(detectStructure(treaty(1, 2, 5, 6, 7)))).toEqual({
      'art-5': ['Numbers 3 to 4 are missing before it.'],
    })
  })

  it('tells where a number stands twice', () => {
    const reasons = told(detectStructure(treaty(1, 2, 3, 1, 2, 3)))
    expect(reasons).toEqual({
      'art-1~2': ['The numbers start again here, without an annex.'],
      'art-2~2': ['The number stands twice: it is also that of art 2 before it.'],
      'art-3~2': ['The number stands twice: it is also that of art 3 before it.'],
    })
  })

  it('tells of a heading whose number did not fit, so that it was read as words of the article before', () => {
    const text = treaty(1, 2, 3, 3, 4, 5)
    expect(told(detectStructure(text), text)).toEqual({
      'art-2.p-2': ['“Article 3” looks like the heading of an article.'],
    })
  })

  it.each([
    ['Article 4 bis. Disputes are settled.', 'Article 4 bis'],
    ['ARTICLE II', 'ARTICLE II'],
    ['ARTICLE VINGT ET UN', 'ARTICLE VINGT ET UN'],
    ['المادة الرابعة عشرة', 'المادة الرابعة عشرة'],
    ['第二十条', '第二十条'],
  ])(
    'knows a heading that was read as words by its form, whatever the word and the number: %s',
    (line, printed) => {
      const text = `${BODY}\n\n${line}\nThe Parties consult.\n`
      const start = text.indexOf(line)
      const words = { ...article('1', { confidence: 0.9 }), id: 'p', kind: 'paragraph' as const, start }
      const { number: _, ...paragraph } = { ...words, end: text.length, textStart: start }
      expect(told([paragraph], text)).toEqual({ p: [`“${printed}” looks like the heading of an article.`] })
    },
  )

  it('tells nothing of a line that goes on with a sentence', () => {
    const text =
      'TREATY\n\nArticle 1\nShips may enter subject to\nArticle 7, as may boats.\n\nArticle 2\nThey part.\n'
    expect(told(detectStructure(text), text)).toEqual({})
  })

  it('tells that no article was found', () => {
    const text = `TREATY BETWEEN ARDIA AND BELMARK\n\n${BODY}\n\n${BODY}\n`
    expect(told(detectStructure(text), text)).toEqual({
      preamble: ['No articles were found: the whole text stands here.'],
    })
  })

  it('tells nothing more once a person has checked it', () => {
    const provisions = detectStructure(treaty(1, 2, 4, 5))
    expect(told(markAsChecked(provisions, 'art-4'))).toEqual({})
  })

  it('tells nothing more once a neighbour is corrected', () => {
    const provisions = detectStructure(treaty(1, 2, 4, 5))
    expect(told(relabel(provisions, 'art-2', { kind: 'article', number: '3' }))).not.toHaveProperty('art-4')
  })

  it('tells of a fault that a correction has made', () => {
    const provisions = detectStructure(treaty(1, 2, 3, 4))
    expect(told(relabel(provisions, 'art-2', { kind: 'article', number: '7' }))).toEqual({
      'art-3': ['Number 3 stands behind number 7.'],
    })
  })

  it('tells nothing of older libraries, which kept no confidence', () => {
    expect(told([article('1'), article('4'), article('4', { id: 'art-4~2' })])).toEqual({})
  })

  it('tells nothing of furniture', () => {
    expect(told([article('1', { kind: 'furniture', confidence: 0.1, doubts: ['empty'] })])).toEqual({})
  })

  it('tells of low confidence without a known reason', () => {
    expect(told([article('1', { confidence: 0.6 })])).toEqual({
      'art-1': ['Pacta is not sure that a provision begins here.'],
    })
  })

  it('keeps a doubt about a number that cannot be counted', () => {
    expect(told([article('A-1', { confidence: 0.7, doubts: ['gap'] })])).toEqual({
      'art-A-1': ['Numbers are left out before it.'],
    })
  })

  it('has a sentence for every doubt', () => {
    for (const doubt of DOUBTS) {
      const [reason] = Object.values(told([article('A-1', { confidence: 0.5, doubts: [doubt] })]))
      expect(reason?.join()).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('never doubts what a person has set, of any kind', () => {
    for (const kind of PROVISION_KINDS) expect(told([article('9', { kind, doubts: ['gap'] })])).toEqual({})
  })
})
