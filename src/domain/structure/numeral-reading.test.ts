import { describe, expect, it } from 'vitest'
import { hanValue } from './han-numerals.ts'
import { readNumeralAt } from './numeral-reading.ts'
import { arabicOf } from './numerals.ts'

const OPTIONS = { letters: false, tolerant: true }

function read(printed: string): string | undefined {
  const found = readNumeralAt(printed, 0, OPTIONS)
  return found && arabicOf(found.numeral)
}

describe('readNumeralAt', () => {
  it.each([
    ['12', '12'],
    ['1.3', '1.3'],
    ['1-01', '1.1'],
    ['A-01', '1.1'],
    ['IV', '4'],
    ['I-1.-', '1.1'],
    ['Seven', '7'],
    ['6 bis', '6 bis'],
    ['35A', '35 a'],
    ['1er', '1'],
    ['1º', '1'],
    ['1o.', '1'],
    ['٣', '3'],
    ['۱۴', '14'],
    ['５', '5'],
    ['二百八十七', '287'],
    ['premier', '1'],
    ['vingt et un', '21'],
    ['quatre-vingt-dix', '90'],
    ['décimo primero', '11'],
    ['vigésima segunda', '22'],
    ['Einundzwanzig', '21'],
    ['eenentwintig', '21'],
    ['ventidue', '22'],
    ['двадцать первая', '21'],
    ['الأولى', '1'],
    ['الحادية عشرة', '11'],
    ['الحادية والعشرون', '21'],
    ['بیست و یکم', '21'],
    ['Thwenty-Four', '24'],
  ])('reads %s as %s', (printed, arabic) => {
    expect(read(printed)).toBe(arabic)
  })

  it.each(['of', 'the', 'Parties', '', '—'])('refuses %j', (printed) => {
    expect(read(printed)).toBeUndefined()
  })

  it('takes no more words than belong to the number', () => {
    expect(readNumeralAt('Twenty One Party', 0, OPTIONS)?.end).toBe('Twenty One'.length)
    expect(readNumeralAt('One Two', 0, OPTIONS)?.end).toBe('One'.length)
  })

  it('reads letters as letters where annexes are lettered', () => {
    expect(readNumeralAt('C', 0, { ...OPTIONS, letters: true })?.numeral).toMatchObject({
      value: [3],
      style: 'letter',
    })
    expect(readNumeralAt('C', 0, OPTIONS)?.numeral).toMatchObject({ value: [100], style: 'roman' })
    expect(readNumeralAt('2-A', 0, { ...OPTIONS, letters: true })?.numeral.printed).toBe('2-A')
  })
})

describe('hanValue', () => {
  it.each([
    ['十', 10],
    ['十九', 19],
    ['二十', 20],
    ['一百零五', 105],
    ['一〇五', 105],
    ['壹', 1],
  ])('reads %s', (printed, value) => {
    expect(hanValue(printed)).toBe(value)
  })
})
