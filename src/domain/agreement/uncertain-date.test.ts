import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareUncertainDates, dateOf, formatUncertainDate, parseUncertainDate } from './uncertain-date.ts'

describe('parseUncertainDate', () => {
  it.each([
    ['1949-04-04', { iso: '1949-04-04' }],
    ['1949-04', { iso: '1949-04' }],
    ['1975?', { iso: '1975', uncertain: true }],
    ['2 Oct 2025', { iso: '2025-10-02' }],
    ['2 October 2025?', { iso: '2025-10-02', uncertain: true }],
    ['April 4, 1949', { iso: '1949-04-04' }],
    ['Sept. 2001', { iso: '2001-09' }],
    ['29 February 2024', { iso: '2024-02-29' }],
  ])('reads %s', (input, expected) => {
    expect(parseUncertainDate(input)).toEqual(expected)
  })

  it.each([
    '',
    'soon',
    '1949-13',
    '1949-02-30',
    '29 February 2023',
    '31 April 1949',
    '4 Foo 1949',
    '19490404',
  ])('refuses %j', (input) => {
    expect(parseUncertainDate(input)).toBeUndefined()
  })
})

describe('formatUncertainDate', () => {
  it('says no more than is known', () => {
    expect(formatUncertainDate({ iso: '1949-04-04' })).toBe('4 April 1949')
    expect(formatUncertainDate({ iso: '1949-04' })).toBe('April 1949')
    expect(formatUncertainDate({ iso: '1975', uncertain: true })).toBe('1975?')
  })

  it('is read back as the same date, for every day of the calendar', () => {
    const day = fc.record({
      y: fc.integer({ min: 1000, max: 9999 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 31 }),
      uncertain: fc.boolean(),
    })
    fc.assert(
      fc.property(day, ({ y, m, d, uncertain }) => {
        const date = dateOf(y, m, d)
        fc.pre(date !== undefined)
        const doubted = uncertain && date ? { ...date, uncertain } : date
        expect(doubted && parseUncertainDate(formatUncertainDate(doubted))).toEqual(doubted)
      }),
    )
  })
})

describe('compareUncertainDates', () => {
  it('puts what is known to the year before its days', () => {
    const sorted = ['2025-01-17', '2024', '2025', '2024-06-19']
      .map((iso) => ({ iso }))
      .sort(compareUncertainDates)
    expect(sorted.map((d) => d.iso)).toEqual(['2024', '2024-06-19', '2025', '2025-01-17'])
  })
})
