import { describe, expect, it } from 'vitest'
import { detectStructure } from '../structure/detect.ts'
import { findDate, proposeRecord, readableTitle } from './propose.ts'

const TREATY = `TREATY OF FRIENDSHIP BETWEEN ARDIA AND BELMARK

The two States have agreed as follows:

Article 1

There shall be peace between the Parties.

Article 2

This Treaty runs for ten years from 1 May 1950.

Done at Port Arden, the twenty-first day of March, 1948.
`

describe('proposeRecord', () => {
  it('proposes title and date of signature with the words that gave them', () => {
    const { title, signedOn } = proposeRecord(TREATY, detectStructure(TREATY))
    expect(title?.value).toBe('Treaty of Friendship between Ardia and Belmark')
    expect(signedOn?.value).toEqual({ iso: '1948-03-21' })
    expect(TREATY.slice(signedOn?.start, signedOn?.end)).toBe('twenty-first day of March, 1948')
  })

  it('proposes nothing where nothing is stated', () => {
    expect(proposeRecord('', [])).toEqual({})
  })
})

describe('findDate', () => {
  it.each([
    ['Done at Arden on 26 December 1975', '1975-12-26'],
    ['signed on April 4, 1949', '1949-04-04'],
    ['the fourth day of April, 1949', '1949-04-04'],
    ['this 7th day of September, 1977', '1977-09-07'],
    ['the 27th day of January one thousand nine hundred and sixty-seven', '1967-01-27'],
    ['the thirtieth day of June, nineteen hundred and thirty', '1930-06-30'],
    ['this first day of May, two thousand and four', '2004-05-01'],
  ])('reads %j', (passage, iso) => {
    expect(findDate(passage)?.value.iso).toBe(iso)
  })

  it('leaves a passage without a date alone', () => {
    expect(findDate('The Parties may consult at any time in May.')).toBeUndefined()
  })
})

describe('readableTitle', () => {
  it('turns capitals into ordinary letters and leaves other titles as printed', () => {
    expect(readableTitle('TREATY OF PEACE AND THE SEA')).toBe('Treaty of Peace and the Sea')
    expect(readableTitle('Treaty of PEACE')).toBe('Treaty of PEACE')
    expect(readableTitle('条约')).toBe('条约')
  })
})
