import { describe, expect, it } from 'vitest'
import { confirmed } from '#domain/agreement/fact.ts'
import { AGREEMENT, STRUCTURE } from '#domain/library/fixture.testing.ts'
import { readLink } from '#domain/notes/link-typed.ts'
import { treeOf } from '#domain/structure/tree.ts'
import { linkOffers, linkWords, namedAgreements } from './link-offers.ts'

const tree = treeOf(STRUCTURE.provisions)
const persian = { ...AGREEMENT, id: 'persian', title: confirmed('عهدنامهٔ مودت') }
const trashed = { ...AGREEMENT, id: 'gone', trashed: { at: AGREEMENT.createdAt, by: 'Ana' } }
const short = { ...AGREEMENT, id: 'short', shortTitle: 'Mutual Assistance Treaty' }
const library = namedAgreements([short, persian, trashed])

/** What is offered, as words. */
function offered(typed: string): string[] {
  const reading = readLink(library, typed)
  const offers = linkOffers(typed, reading, reading.named && tree, { agreementId: 'own', tree })
  return offers.map((offer) =>
    offer.kind === 'provision' ? linkWords(offer) : `${offer.title}/${offer.address}/${offer.date}`,
  )
}

describe('what is offered behind @', () => {
  it('is of the own agreement where no other is named', () => {
    expect(offered('art 2')[0]).toBe('art 2')
    expect(offered('nothing like it')).toEqual([])
  })

  it('is agreements by short and full titles, without those in the trash', () => {
    expect(offered('mutual')).toEqual(['Mutual Assistance Treaty//1951-03-04'])
    expect(offered('between Ardia')).toEqual(['Mutual Assistance Treaty//1951-03-04'])
  })

  it('is the beginning of an agreement, then what its address names, with its title', () => {
    expect(offered('Mutual Assistance Treaty, ').slice(0, 2)).toEqual([
      'Mutual Assistance Treaty, preamble',
      'Mutual Assistance Treaty, art 1',
    ])
    expect(offered('mutual, 1(2)(b)')[0]).toBe('Mutual Assistance Treaty, art 1(2)(b)')
  })

  it('is written with the comma of the script of the title, for digits of any script', () => {
    expect(offered('عهدنامه مودت، ماده ۲')[0]).toBe('عهدنامهٔ مودت، art 2')
  })
})
