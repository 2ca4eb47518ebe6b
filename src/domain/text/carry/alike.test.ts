import { describe, expect, it } from 'vitest'
import { anchorOf } from '../anchor.ts'
import { carrierBetween } from './carry.ts'

const TITLE = 'Role of States in enforcement of sentences of imprisonment'
const SENTENCE = 'A sentence of imprisonment shall be served in a State designated by the Court.'
const BEFORE = `Article 102\n\nFor the purposes of this Statute surrender means delivering up.\n\nArticle 103\n\n${TITLE}\n\n1. ${SENTENCE}\n`

/** What becomes of words without provisions to hold on to. */
function fateOf(quote: string, after: string): string {
  const start = BEFORE.indexOf(quote)
  const carry = carrierBetween({ text: BEFORE, provisions: [] }, { text: after, provisions: [] })
  return carry({ anchor: anchorOf(BEFORE, start, start + quote.length) }).kind
}

describe('a copy next to what was quoted', () => {
  it('is a question, also where it begins in the words that end the other', () => {
    const twice = BEFORE.replace(`${TITLE}\n\n1.`, `${TITLE}\n\nArticle 104 ${TITLE}\n\n1.`)
    expect(fateOf('in enforcement of', twice)).toBe('review')
    expect(fateOf(TITLE, twice)).toBe('review')
  })

  it('is a question, also where the letters of the other are misread and those of the copy are not', () => {
    const misread = TITLE.replace('Role of States', 'Rple oi Stares').replace('sentences of', 'senfences ol')
    const twice = BEFORE.replace(TITLE, `${misread}\n\nArticle 103\n\n${TITLE}`)
    expect(fateOf(TITLE, twice)).toBe('review')
  })

  it('is none where there is no copy', () => {
    expect(fateOf(TITLE, BEFORE.replace('Article 103', 'Article 117'))).toBe('carried')
  })
})
