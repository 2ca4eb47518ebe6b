import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStructure } from '../../structure/detect.ts'
import { AGREEMENTS } from './agreements.testing.ts'
import { proposeRecord, type RecordProposals } from './propose-record.ts'

function proposalsOf(text: string, language?: string): RecordProposals {
  return proposeRecord(text, readStructure(text).provisions, language)
}

/** What each agreement calls its parties, its place, and the languages of its texts. */
const EXPECTED: Readonly<Record<string, { parties: string[]; place: string; languages: string[] }>> = {
  en: { parties: ['Republic of Ardia', 'Belmark'], place: 'Port Arden', languages: ['English', 'French'] },
  fr: {
    parties: ["République d'Ardie", 'Royaume de Belmarque'],
    place: 'Port-Arden',
    languages: ['French', 'English'],
  },
  es: {
    parties: ['República de Ardia', 'Reino de Belmarca'],
    place: 'Puerto Arden',
    languages: ['Spanish', 'English'],
  },
  pt: {
    parties: ['República da Árdia', 'Reino da Belmarca'],
    place: 'Porto Arden',
    languages: ['Portuguese', 'English'],
  },
  de: {
    parties: ['Republik Ardien', 'Königreich Belmark'],
    place: 'Port Arden',
    languages: ['German', 'English'],
  },
  nl: {
    parties: ['Republiek Ardië', 'Koninkrijk Belmark'],
    place: 'Port Arden',
    languages: ['Dutch', 'English'],
  },
  it: {
    parties: ['Repubblica di Ardia', 'Regno di Belmarca'],
    place: 'Porto Arden',
    languages: ['Italian', 'English'],
  },
  ru: {
    parties: ['Республика Ардия', 'Королевство Бельмарк'],
    place: 'Порт-Арден',
    languages: ['Russian', 'English'],
  },
  ar: { parties: ['جمهورية أرديا', 'مملكة بلمارك'], place: 'بورت آردن', languages: ['Arabic', 'English'] },
  fa: {
    parties: ['جمهوری آردیا', 'پادشاهی بلمارک'],
    place: 'پورت آردن',
    languages: ['Persian', 'English'],
  },
  zh: {
    parties: ['阿尔迪亚共和国', '贝尔马克王国'],
    place: '阿登港',
    languages: ['Chinese', 'English'],
  },
  ko: { parties: ['아르디아공화국', '벨마크왕국'], place: '아르덴', languages: ['Korean', 'English'] },
}

describe.each(Object.keys(AGREEMENTS))('an agreement in %s', (language) => {
  const text = AGREEMENTS[language] ?? ''
  const found = proposalsOf(text, language)
  const expected = EXPECTED[language]

  it('says where, when and in what languages it was signed', () => {
    expect(found.signedOn?.value).toEqual({ iso: '1998-03-04' })
    expect(found.signedAt?.value).toBe(expected?.place)
    expect(found.languages?.value).toEqual(expected?.languages)
  })

  it('says whose it is and what it is', () => {
    expect(found.parties?.value).toEqual(expected?.parties)
    expect(found.title?.value.length).toBeGreaterThan(15)
    expect(found.kind?.value).toBe(language === 'nl' ? 'treaty' : 'agreement')
  })

  it('says from when and how long it runs', () => {
    expect(found.inForceOn?.value).toEqual({ iso: '1998-03-04' })
    expect(found.entryIntoForce).toBeDefined()
    expect(found.duration?.value).toEqual({ kind: 'fixed', period: { count: 10, unit: 'year' } })
    expect(found.renewal?.value).toEqual({ automatic: true, period: { count: 5, unit: 'year' } })
    expect(found.notice?.value).toEqual({ count: 6, unit: 'month' })
  })

  it('gives the words for each', () => {
    for (const { start, end } of Object.values(found) as { start: number; end: number }[]) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
    }
  })

  it('is read without being told its language', () => {
    expect(proposalsOf(text)).toEqual(found)
  })
})

describe('proposeRecord', () => {
  it('proposes nothing where nothing is stated', () => {
    expect(proposeRecord('', [])).toEqual({})
    expect(proposalsOf('Article 1\n\nThe sea is open.\n\nArticle 2\n\nSo is the sky.\n', 'en')).toEqual({})
  })

  it('does not take the term of something else for that of the agreement', () => {
    const text = `TREATY ON FERRIES

Article 1

Permits issued under this Treaty are valid for a period of five years. They end on six months' notice.

Article 2

The parties shall consider whether the Treaty shall continue in force indefinitely.
`
    expect(Object.keys(proposalsOf(text, 'en'))).toEqual(['title', 'kind'])
  })

  it('leaves a date open that two signatures give differently', () => {
    const text = `TREATY ON FERRIES

Article 1

There shall be ferries.

Done at Port Arden on 4 March 1998 and at Belcastle on 7 May 1998.
`
    expect(proposalsOf(text, 'en').signedOn?.value).toEqual({ iso: '1998-03-04', uncertain: true })
  })

  it('takes no note, reference number or preamble into a title', () => {
    const text = `AGREEMENT BETWEEN ARDIA AND BELMARK ON FERRIES *)
Series 44 No. 39
The Republic of Ardia and the Republic of Belmark, hereinafter the Parties,
Have agreed as follows:

Article 1

There shall be ferries.
`
    const { title, parties } = proposalsOf(text, 'en')
    expect(title?.value).toBe('Agreement between Ardia and Belmark on Ferries')
    expect(parties?.value).toEqual(['Republic of Ardia', 'Republic of Belmark'])
  })

  it('never fails, and never leaves the text, whatever the text is', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...Object.values(AGREEMENTS).flatMap((text) => text.split('\n'))),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom(undefined, ...Object.keys(AGREEMENTS)), (lines, language) => {
        const text = lines.join('\n')
        for (const { start, end } of Object.values(proposalsOf(text, language)) as {
          start: number
          end: number
        }[]) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
