import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../codebook/default-codebook.ts'
import { findPhrase, fold, signalPhrases } from './signals.ts'

const found = (text: string, signals: string): string[] =>
  signalPhrases(signals).flatMap((phrase) =>
    findPhrase(fold(text), 0, text.length, phrase).map(({ start, end }) => text.slice(start, end)),
  )

describe('signals', () => {
  it('stand for each of their alternatives', () => {
    expect(signalPhrases('third (party|state)|recogni[sz]e|inter-?regional')).toEqual([
      ['third party'],
      ['third state'],
      ['recognise'],
      ['recognize'],
      ['inter-regional'],
      ['interregional'],
    ])
  })

  it('are found where a word begins, in any case', () => {
    expect(found('Recognising it. They RECOGNISE; unrecognised.', 'recognis')).toEqual([
      'Recognis',
      'RECOGNIS',
    ])
    expect(found('港口与军事援助', '军事援助')).toEqual(['军事援助'])
  })

  it('reach over words, not over the end of a sentence', () => {
    const signals = 'consult .*threat'
    expect(found('They consult on any threat.', signals)).toEqual(['consult on any threat'])
    expect(found('They consult. A threat is none.', signals)).toEqual([])
  })

  it('of the default codebook agree with the regular expressions they are written as, where a word begins', () => {
    const text =
      'An armed attack; territorial integrity. In accordance with its national legislation and law.'
    for (const { signals } of defaultCodebook().themes) {
      if (signals === undefined) continue
      for (const words of found(text, signals)) expect(words).toMatch(new RegExp(signals, 'i'))
    }
  })

  it('take no time to speak of and never fail, however they are made', () => {
    const evil = `${'(a|a?)'.repeat(60)}[b`
    expect(signalPhrases(evil).length).toBeLessThanOrEqual(200)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('(', ')', '|', '[', ']', '?', '.', '*', '\\', 'a', 'ß') }),
        (source) => {
          const phrases = signalPhrases(source)
          expect(phrases.length).toBeLessThanOrEqual(200)
          for (const phrase of phrases) {
            for (const { start, end } of findPhrase('aßa.a (a) a', 0, 11, phrase))
              expect(end).toBeGreaterThan(start)
          }
        },
      ),
    )
  })

  it('keep the offsets of letters that grow when they are made small', () => {
    expect(fold('İSTANBUL')).toHaveLength(8)
    expect(found('In İSTANBUL they met', 'they met')).toEqual(['they met'])
  })
})
