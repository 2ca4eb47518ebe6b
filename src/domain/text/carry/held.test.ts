import { describe, expect, it } from 'vitest'
import { alikeIn, pairOf } from './alike.ts'
import { isHeld } from './held.ts'

const FORMULA = 'the council shall adopt its own rules.'
const PILOTS = [
  'each party opens the port of arden to merchant ships that carry salt or timber.',
  'pilots receive their pay in silver at the end of every quarter.',
]
const LIGHTS = [
  'ships in distress may enter any bay between the two capes by day or night.',
  'keepers of the lights report all wrecks to the harbour master at belmark.',
]

function write(...sentences: (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}

const OLD = write(PILOTS[0], FORMULA, PILOTS[1], LIGHTS[0], FORMULA, LIGHTS[1])

/** Which of the places in a new text the n-th formula of the old one is held at. */
function held(next: string, n: number): number[] {
  const pair = pairOf({ text: OLD, provisions: [] }, { text: next, provisions: [] })
  const olds = alikeIn(pair.before, FORMULA, [0]).filter(({ quote }) => quote === 1)
  const old = olds[n]
  if (!old) throw new RangeError(`no formula ${n}`)
  const places = alikeIn(pair.after, FORMULA, [0])
  return places.flatMap((place, i) => (isHeld(pair, old, place) ? [i] : []))
}

describe('isHeld', () => {
  it('tells a formula from the same one elsewhere by what stands next to it', () => {
    expect([held(OLD, 0), held(OLD, 1)]).toEqual([[0], [1]])
    const exchanged = write(LIGHTS[0], FORMULA, LIGHTS[1], PILOTS[0], FORMULA, PILOTS[1])
    expect([held(exchanged, 0), held(exchanged, 1)]).toEqual([[1], [0]])
  })

  it('holds misread words, and what has lost the neighbour on one side', () => {
    const misread = FORMULA.replace('council', 'couucil').replace('own', 'owm')
    expect(held(write(PILOTS[0], misread, ...LIGHTS), 0)).toEqual([0])
  })

  it('holds nothing where the words are gone, though they stand elsewhere', () => {
    const left = write(...PILOTS, LIGHTS[0], FORMULA, LIGHTS[1])
    expect([held(left, 0), held(left, 1)]).toEqual([[], [0]])
  })

  it('does not choose between two places that have the same neighbours', () => {
    expect(held(write(PILOTS[0], FORMULA, PILOTS[0], FORMULA, PILOTS[1]), 0)).toEqual([])
    expect(held(write(PILOTS[0], FORMULA, FORMULA, PILOTS[1], ...LIGHTS), 0)).toEqual([])
  })
})
