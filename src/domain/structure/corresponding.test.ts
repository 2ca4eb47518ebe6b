import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedCounterparts, placeInOther, sameAgreementCounterparts, turnedRound } from './corresponding.ts'
import type { Provision, ProvisionKind } from './provision.ts'
import { treeOf, type ProvisionTree } from './tree.ts'

interface Unit {
  readonly kind?: ProvisionKind
  readonly id: string
  readonly heading?: string
}

function tree(...units: readonly Unit[]): ProvisionTree {
  return treeOf(
    units.map(({ kind = 'article', id, heading }, i): Provision => {
      const place = { depth: 0, start: i * 100, end: i * 100 + 100, textStart: i * 100 }
      return { id, kind, ...place, ...(heading === undefined ? {} : { heading }) }
    }),
  )
}

const article = (number: number, heading?: string): Unit => ({
  id: `art-${number}`,
  ...(heading === undefined ? {} : { heading }),
})

describe('counterparts in another text of the same agreement', () => {
  it('have the same address', () => {
    const french = tree(article(1, 'Objet'), article(2, 'Durée'))
    const english = tree(article(1, 'Purpose'), article(2, 'Duration'))
    expect([...sameAgreementCounterparts(english, french)]).toEqual([
      ['art-1', 'art-1'],
      ['art-2', 'art-2'],
    ])
  })
})

describe('counterparts in another agreement', () => {
  it('have the same name, whatever their numbers and letters', () => {
    const one = tree(
      article(1, 'Definitions'),
      article(2, 'Scope of the Treaty'),
      article(3, 'ENTRY INTO FORCE'),
    )
    const other = tree(article(4, 'Scope of Treaty.'), article(9, 'Entry into force'))
    expect([...namedCounterparts(one, other)]).toEqual([
      ['art-2', 'art-4'],
      ['art-3', 'art-9'],
    ])
  })

  it('are what every agreement has once, too', () => {
    const preamble: Unit = { kind: 'preamble', id: 'preamble' }
    const other = tree({ kind: 'preamble', id: 'recitals' }, article(7, 'Scope'))
    expect([...namedCounterparts(tree(preamble, article(1, 'Scope')), other)]).toEqual([
      ['preamble', 'recitals'],
      ['art-1', 'art-7'],
    ])
  })

  it('are not guessed from a name that stands twice', () => {
    const other = tree(article(1, 'General'), article(2, 'General'), article(3, 'Duration'))
    expect([...namedCounterparts(tree(article(5, 'General'), article(6, 'Duration')), other)]).toEqual([
      ['art-6', 'art-3'],
    ])
  })

  it('have the same number when nothing has a name', () => {
    expect([...namedCounterparts(tree(article(1), article(2)), tree(article(2), article(3)))]).toEqual([
      ['art-2', 'art-2'],
    ])
  })

  it('never cross, and are the same from either side', () => {
    const names = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 })
    fc.assert(
      fc.property(names, names, (a, b) => {
        const from = tree(...a.map((name, i) => article(i + 1, `Name ${name}`)))
        const to = tree(...b.map((name, i) => article(i + 1, `Name ${name}`)))
        const pairs = namedCounterparts(from, to)
        const places = [...pairs].map(([x, y]) => [from.find(x)?.start ?? 0, to.find(y)?.start ?? 0] as const)
        for (const [i, [x, y]] of places.entries()) {
          const [lastX, lastY] = places[i - 1] ?? [-1, -1]
          expect(x).toBeGreaterThan(lastX)
          expect(y).toBeGreaterThan(lastY)
        }
        const isNamed = a.some((name) => b.includes(name))
        if (isNamed) for (const [x, y] of pairs) expect(from.find(x)?.heading).toBe(to.find(y)?.heading)
        expect([...turnedRound(turnedRound(pairs))]).toEqual([...pairs])
      }),
    )
  })
})

describe('the place in the other text', () => {
  const here = tree(article(1, 'Terms'), article(2, 'Scope'), article(3, 'Pilots'), article(4, 'Duration'))
  const there = tree(article(1, 'Scope'), article(2, 'Duration'))
  const counterparts = namedCounterparts(here, there)
  const placeOf = (unitId: string): unknown => placeInOther(counterparts, here, { unitId, share: 0.5 })

  it('is as far into the counterpart', () => {
    expect(placeOf('art-2')).toEqual({ unitId: 'art-1', share: 0.5 })
  })

  it('is between the neighbours of what has none', () => {
    expect(placeOf('art-3')).toEqual({ unitId: 'art-1', share: 1 })
    expect(placeOf('art-1')).toEqual({ unitId: 'art-1', share: 0 })
  })

  it('is nowhere when nothing corresponds', () => {
    expect(placeInOther(new Map(), here, { unitId: 'art-1', share: 0 })).toBeUndefined()
  })
})
