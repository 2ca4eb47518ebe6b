import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLink } from './link-typed.ts'

const LIBRARY = [
  { id: 'alliance', titles: ['Alliance Treaty', 'Treaty of Alliance between Ardia and Belmark'] },
  { id: 'peace', titles: ['Treaty on Peace, Friendship and Cooperation'] },
  { id: 'trade', titles: ['Treaty on Trade', 'Treaty on Trade between Ardia and Corvania'] },
  { id: 'persian', titles: ['عهدنامهٔ مودّت ۱۳۱۵'] },
  { id: 'chinese', titles: ['中华人民共和国和阿尔迪亚友好条约'] },
  { id: 'twin-1', titles: ['Exchange of Notes'] },
  { id: 'twin-2', titles: ['Exchange of Notes'] },
]

const begun = (typed: string): string[] => readLink(LIBRARY, typed).begun.map(({ agreement }) => agreement.id)
const named = (typed: string, chosen?: string): string[] => {
  const meant = readLink(LIBRARY, typed, chosen).named
  return meant ? [meant.agreement.id, meant.address] : []
}

describe('a link as it is typed', () => {
  it.each([
    ['alli', ['alliance']],
    ['ALLIANCE TR', ['alliance']],
    ['tr', ['alliance', 'peace', 'trade']],
    ['belm', ['alliance']],
    ['Ardia treaty', ['alliance', 'trade']],
    ['Treaty on Peace, fr', ['peace']],
    ['عهدنامه', ['persian']],
    ['عهدنامة مودت', ['persian']],
    ['مودت 1315', ['persian']],
    ['友好', ['chinese']],
    ['a', []],
    ['liance', []],
    ['home', []],
    ['', []],
  ])('%s offers agreements', (typed, ids) => {
    expect(begun(typed)).toEqual(ids)
  })

  it.each([
    ['Alliance Treaty, art 5', ['alliance', 'art 5']],
    ['alli, 5(2)', ['alliance', '5(2)']],
    ['Alliance Treaty,', ['alliance', '']],
    ['Treaty on Peace, Friendship and Cooperation, pream', ['peace', 'pream']],
    ['Treaty on Peace, Friendship and Cooperation, art 5, 6', ['peace', 'art 5, 6']],
    ['عهدنامه مودت ۱۳۱۵، ماده ۵', ['persian', 'ماده ۵']],
    ['友好条约，第五条', ['chinese', '第五条']],
    ['treaty, art 5', []],
    ['Exchange of Notes, 2', []],
    ['nowhere, art 5', []],
    ['art 5', []],
  ])('%s names an agreement and a provision', (typed, meant) => {
    expect(named(typed)).toEqual(meant)
  })

  it('keeps the address of a provision while it is not sure whose it is', () => {
    const read = readLink(LIBRARY, 'treaty, art 5')
    expect(read.begun.map(({ agreement, address }) => [agreement.id, address])).toEqual([
      ['alliance', 'art 5'],
      ['peace', 'art 5'],
      ['trade', 'art 5'],
    ])
  })

  it('tells agreements of one title apart by the choice', () => {
    expect(begun('Exchange of Notes, 2')).toEqual(['twin-1', 'twin-2'])
    expect(named('Exchange of Notes, 2', 'twin-2')).toEqual(['twin-2', '2'])
    expect(named('Alliance Treaty, 2', 'twin-2')).toEqual(['alliance', '2'])
  })

  it('finds every agreement by its title, whatever is typed behind it', () => {
    const word = fc.stringMatching(/^[a-zA-Zа-яا-ی]{2,9}$/)
    const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.uniqueArray(title, { minLength: 1, selector: (t) => t.toLowerCase() }),
        title,
        (titles, address) => {
          const library = titles.map((t, i) => ({ id: `${i}`, titles: [t] }))
          for (const [i, t] of titles.entries()) {
            const meant = readLink(library, `${t}, ${address}`, `${i}`).named
            expect(meant?.agreement.id).toBe(`${i}`)
            expect(meant?.address).toBe(address)
          }
        },
      ),
    )
  })
})
