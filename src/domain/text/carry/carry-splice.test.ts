import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorHolds, anchorOf } from '../anchor.ts'
import { carryThroughSplice, spliceText } from './carry-splice.ts'

const TEXT = 'The Parties shall consult each other once a year on the peace of the Inner Sea.'
const start = TEXT.indexOf('consult each other')
const anchor = anchorOf(TEXT, start, start + 'consult each other once a year'.length)

function after(remove: string, insert: string): ReturnType<typeof carryThroughSplice> {
  const splice = { at: TEXT.indexOf(remove), remove, insert }
  return carryThroughSplice(anchor, splice, spliceText(TEXT, splice))
}

describe('carryThroughSplice', () => {
  it('moves with what changes before it, and stays with what changes behind it', () => {
    const outcome = after('Parties', 'High Contracting Parties')
    expect(outcome).toMatchObject({ kind: 'carried', score: 1, anchor: { quote: anchor.quote } })
    expect(after('Inner', 'Outer')).toMatchObject({ kind: 'carried', anchor: { start: anchor.start } })
  })

  it('takes a corrected letter into the quotation', () => {
    expect(after('each', 'eaeh')).toMatchObject({
      kind: 'carried',
      anchor: { quote: 'consult eaeh other once a year' },
    })
  })

  it('asks when much of the quotation changes or an end of it is cut', () => {
    expect(after('each other', 'the Council')).toMatchObject({ kind: 'review', was: anchor.quote })
    expect(after('a year on', 'a month on')).toMatchObject({ kind: 'review', was: anchor.quote })
  })

  it('is lost when its words are gone', () => {
    expect(after(anchor.quote, '')).toEqual({ kind: 'lost', was: anchor.quote })
  })

  it('never carries to other words, for any change of any text', () => {
    const change = fc.record({
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      numbers: fc.tuple(fc.nat(60), fc.nat(20), fc.nat(60), fc.nat(20)),
      insert: fc.string({ unit: 'grapheme', maxLength: 10 }),
    })
    fc.assert(
      fc.property(change, ({ text, numbers: [from, length, at, removed], insert }) => {
        const begin = from % text.length
        const old = anchorOf(text, begin, Math.min(text.length, begin + 1 + length))
        const position = at % (text.length + 1)
        const splice = { at: position, remove: text.slice(position, position + removed), insert }
        const next = spliceText(text, splice)
        const outcome = carryThroughSplice(old, splice, next)
        if (outcome.kind === 'lost') expect(outcome.was).toBe(old.quote)
        else expect(anchorHolds(next, outcome.anchor)).toBe(true)
        if (outcome.kind === 'carried' && outcome.score === 1) expect(outcome.anchor.quote).toBe(old.quote)
      }),
    )
  })
})

describe('spliceText', () => {
  it('refuses a change of words that are not there', () => {
    expect(() => spliceText('abc', { at: 1, remove: 'x', insert: '' })).toThrow(RangeError)
  })
})
