import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hitFrom, hitsWithin, makeFinder, type FindOptions } from './find-words.ts'

const LOOSE: FindOptions = { matchCase: false, wholeWords: false }

function found(text: string, words: string, options: Partial<FindOptions> = {}): string[] {
  return makeFinder(text)(words, { ...LOOSE, ...options }).map(({ start, end }) => text.slice(start, end))
}

describe('finding words in a text', () => {
  test('finds every hit, in order, whatever the capitals', () => {
    expect(found('Party and party. The PARTY.', 'party')).toEqual(['Party', 'party', 'PARTY'])
  })

  test('keeps to capitals when asked', () => {
    expect(found('Party and party', 'Party', { matchCase: true })).toEqual(['Party'])
  })

  test('keeps to whole words when asked', () => {
    expect(found('armed, disarmed, armed forces', 'armed', { wholeWords: true })).toEqual(['armed', 'armed'])
  })

  test('a script without spaces has no whole words to keep to', () => {
    expect(found('两国海港开放', '海港', { wholeWords: true })).toEqual(['海港'])
  })

  test('overlooks accents and typographic signs', () => {
    expect(found('L’État dénonce', "l'etat")).toEqual(['L’État'])
    expect(found('die Straße', 'strasse')).toEqual(['Straße'])
  })

  test('never finds half a character', () => {
    expect(found('Straße', 'stras')).toEqual([])
  })

  test('overlooks line ends and runs of spaces', () => {
    expect(found('armed\n  attack', 'armed attack')).toEqual(['armed\n  attack'])
  })

  test('Arabic and Persian keyboards find each other, with vowel signs, tatweel and joiners', () => {
    expect(found('كشتي‌ها', 'کشتی')).toEqual(['كشتي‌'])
    expect(found('المُعَاهَدَة', 'المعاهده')).toEqual(['المُعَاهَدَة'])
    expect(found('الأطـراف', 'الاطراف')).toEqual(['الأطـراف'])
    expect(found('ماده ۱۲', 'ماده 12')).toEqual(['ماده ۱۲'])
  })

  test('nothing to look for finds nothing', () => {
    expect(found('words', '')).toEqual([])
    expect(found('words', ' \u0301')).toEqual([])
  })

  test('a slice of the text is always found where it stands, or within a hit that overlaps it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', 'ß', 'ي', '\u064E', '😀', '海') })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const characters = Array.from(words)
        const from = a % (characters.length + 1)
        const to = from + (b % (characters.length - from + 1))
        const raw = characters.slice(from, to).join('')
        const slice = raw.trim()
        const at = characters.slice(0, from).join('').length + raw.length - raw.trimStart().length
        const hits = makeFinder(words)(slice, LOOSE)
        const isSeen = slice.replace(/[\s\u064E]/g, '') !== ''
        expect(isSeen && !hits.some((hit) => hit.start <= at + slice.length && hit.end >= at)).toBe(false)
        hits.forEach((hit, i) => expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0))
      }),
    )
  })
})

const HITS = [2, 5, 9].map((start) => ({ start, end: start + 2 }))

test('the next hit from a place goes round to the first', () => {
  expect(hitFrom(HITS, 3)).toBe(1)
  expect(hitFrom(HITS, 10)).toBe(0)
  expect(hitFrom([], 0)).toBe(-1)
})

test('the hits within a range are those that share a character with it', () => {
  expect(hitsWithin(HITS, 3, 6)).toEqual(HITS.slice(0, 2))
  expect(hitsWithin(HITS, 4, 5)).toEqual([])
})
