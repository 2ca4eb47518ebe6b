import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../uncertain-date.ts'
import { fromLunar, fromSolar } from './calendars.ts'
import { findDates } from './find-dates.ts'
import { foldText } from './fold.ts'
import { RECORD_VOCABULARIES } from './vocabularies/vocabularies.ts'

function datesIn(words: string, language: string): string[] {
  const vocabulary = RECORD_VOCABULARIES.find((one) => one.language === language)
  if (!vocabulary) throw new Error(`no vocabulary for ${language}`)
  return findDates(foldText(words), vocabulary).map(
    ({ value }) => `${value.iso}${value.uncertain ? '?' : ''}`,
  )
}

describe('findDates', () => {
  it.each([
    ['en', 'on 26 December 1975', '1975-12-26'],
    ['en', 'this 7th day of September, 1977', '1977-09-07'],
    ['en', 'the thirtieth day of June, nineteen hundred and thirty', '1930-06-30'],
    ['en', 'this first day of May, two thousand and four', '2004-05-01'],
    ['en', 'April 4, 1949', '1949-04-04'],
    ['fr', 'le 1er janvier mil neuf cent quatre-vingt-dix-sept', '1997-01-01'],
    ['es', 'a los veintiséis días del mes de junio de mil novecientos cuarenta y cinco', '1945-06-26'],
    ['pt', 'aos quinze dias do mês de setembro de 1994', '1994-09-15'],
    ['de', 'am einundzwanzigsten März zweitausendvierzehn', '2014-03-21'],
    ['nl', 'de eenentwintigste maart tweeduizend veertien', '2014-03-21'],
    ['it', 'addì ventuno marzo duemilaquattordici', '2014-03-21'],
    ['ru', '«12» апреля 1996 года', '1996-04-12'],
    ['ru', 'июня двадцать шестого дня, тысяча девятьсот сорок пятого года', '1945-06-26'],
    ['ar', 'في ١٤ كانون الثاني ١٩٩٩', '1999-01-14'],
    ['ar', 'في اليوم الثالث من شهر مارس سنة ألف وتسعمائة وتسعة وأربعين', '1949-03-03'],
    ['zh', '公曆一千九百六十九年五月二十三日', '1969-05-23'],
    ['zh', '二〇〇一年七月', '2001-07'],
    ['ko', '2001년 3월 12일', '2001-03-12'],
  ])('reads %s: %s', (language, words, iso) => {
    expect(datesIn(words, language)).toEqual([iso])
  })

  it('converts the solar calendar of Iran, and doubts what is counted by the moon', () => {
    expect(datesIn('۲۸ دی ۱۴۰۳', 'fa')).toEqual(['2025-01-17'])
    expect(datesIn('5 رمضان 1420', 'ar')).toEqual(['1999-12-13?'])
  })

  it('doubts a year whose last word is misspelt', () => {
    expect(datesIn('el dieciocho de diciembre de mil novecientos noventa y siente', 'es')).toEqual([
      '1997-12-18?',
    ])
  })

  it.each([
    ['en', 'The Parties may consult in May.'],
    ['en', 'on 04/05/1999'],
    ['en', 'on the 31st day of April 1999'],
    ['fr', 'la loi no 90-32'],
    ['zh', '民國三十五年十月一日'],
    ['de', 'in drei Urschriften'],
  ])('leaves alone what is no date, or could be two: %s: %s', (language, words) => {
    expect(datesIn(words, language)).toEqual([])
  })
})

describe('calendars', () => {
  it('gives every day of the solar calendar a day of its own, one after the other', () => {
    let before = Date.UTC(1925, 2, 20)
    for (let year = 1304; year <= 1420; year++)
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= 31; day++) {
          const date = fromSolar(year, month, day)
          if (!date) continue
          expect(Date.parse(`${date.iso}T00:00:00Z`)).toBeGreaterThan(before)
          before = Date.parse(`${date.iso}T00:00:00Z`)
        }
    expect(fromSolar(1357, 11, 22)).toEqual({ iso: '1979-02-11' })
    expect(fromSolar(1303, 1, 1)).toBeUndefined()
  })

  it('never gives a lunar date as certain', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), fc.integer(), (year, month, day) => {
        expect(fromLunar(year, month, day)?.uncertain ?? true).toBe(true)
      }),
    )
  })
})

describe('every day of two centuries', () => {
  const NAMES = 'January February March April May June July August September October November December'.split(
    ' ',
  )

  it('is read as it is written in English', () => {
    const days = fc.record({
      year: fc.integer({ min: 1850, max: 2050 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const date = dateOf(year, month, day)
        fc.pre(date !== undefined)
        const name = NAMES[month - 1] ?? ''
        expect(datesIn(`Done at Arden on ${day} ${name} ${year}.`, 'en')).toEqual([date?.iso])
        expect(datesIn(`Done at Arden, ${name} ${day}, ${year}.`, 'en')).toEqual([date?.iso])
      }),
    )
  })
})
