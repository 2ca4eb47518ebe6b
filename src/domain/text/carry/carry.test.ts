import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorHolds, anchorOf } from '../anchor.ts'
import { carrierBetween, type CarryOutcome } from './carry.ts'
import { plainProvisions } from './subject.testing.ts'

const ARTICLES = [
  'The Parties shall consult each other once a year on every threat to the peace of the Inner Sea.',
  'Each Party shall open the port of Arden to merchant ships of the other Party. The dues shall not exceed those of its own ships.',
  'A Joint Council shall settle disputes about fishing grounds. It shall meet at Belmark in the month of May.',
  'This Treaty shall remain in force for twenty years. The dues shall not exceed those of its own ships.',
]

/** A text of numbered articles. */
function write(articles: readonly string[]): string {
  return `TREATY BETWEEN ARDIA AND BELMARK\n\n${articles.map((words, i) => `Article ${i + 1}\n\n${words}\n`).join('\n')}`
}

const OLD = write(ARTICLES)

/** Carries the first stretch of the old text that reads so, after what stands before it. */
function carry(
  words: string,
  articles: readonly string[],
  after = '',
): CarryOutcome & { readonly before?: string } {
  const next = write(articles)
  const start = OLD.indexOf(words, OLD.indexOf(after))
  const outcome = carrierBetween(
    structured(OLD),
    structured(next),
  )({
    anchor: anchorOf(OLD, start, start + words.length),
  })
  return outcome.kind === 'lost' ? outcome : { ...outcome, before: next.slice(0, outcome.anchor.start) }
}

function structured(text: string): { text: string; provisions: ReturnType<typeof plainProvisions> } {
  return { text, provisions: plainProvisions(text) }
}

const FISHING = 'A Joint Council shall settle disputes about fishing grounds.'
const DUES = 'The dues shall not exceed those of its own ships.'

describe('carrierBetween', () => {
  it('carries words into a text with a new article before them', () => {
    const outcome = carry(FISHING, ['The word “sea” means the Inner Sea and its bays.', ...ARTICLES])
    expect(outcome).toMatchObject({ kind: 'carried', anchor: { quote: FISHING } })
  })

  it('carries words that a scan misread or broke elsewhere', () => {
    const misread = 'A Joint Council sha11 settle disputes\nabout  fishing grounds.'
    const outcome = carry(
      FISHING,
      ARTICLES.with(2, `${misread} It shall meet at Belmark in the month of May.`),
    )
    expect(outcome).toMatchObject({ kind: 'carried', anchor: { quote: misread } })
  })

  it('lists words of a deleted article as lost, with their old text', () => {
    expect(carry(FISHING, ARTICLES.toSpliced(2, 1))).toEqual({ kind: 'lost', was: FISHING })
  })

  it('tells the same sentence in two articles apart', () => {
    const first = carry(DUES, ARTICLES)
    expect(first).toMatchObject({ kind: 'carried' })
    expect(first.before).toMatch(/other Party\. $/)
    const second = carry(DUES, ['A new one.', ...ARTICLES], 'Article 4')
    expect(second).toMatchObject({ kind: 'carried' })
    expect(second.before).toMatch(/twenty years\. $/)
  })

  it('asks, rather than move, when the sentence is left in the other article only', () => {
    expect(carry(DUES, ARTICLES.toSpliced(1, 1)).kind).not.toBe('carried')
    const shortened = ARTICLES.with(1, ARTICLES[1]?.replace(` ${DUES}`, '') ?? '')
    expect(carry(DUES, shortened)).toMatchObject({ kind: 'review', was: DUES })
  })

  it('asks when a copy of the article stands beside it', () => {
    expect(carry(FISHING, ARTICLES.toSpliced(2, 0, ARTICLES[2] ?? ''))).toMatchObject({ kind: 'review' })
  })

  it('keeps two words with their sentence, and asks when it is gone', () => {
    expect(carry('shall meet', ['A new one.', ...ARTICLES])).toMatchObject({ kind: 'carried' })
    expect(carry('shall settle', ARTICLES.with(2, 'It shall settle all accounts.')).kind).not.toBe('carried')
  })

  it('keeps words that a sentence has twice apart, and asks when one of them is gone', () => {
    const twice = 'Each Party shall open its ports and each Party shall light its ports by night.'
    const of = (words: string): string => write([...ARTICLES, words])
    const old = of(twice)
    const start = old.lastIndexOf('its ports')
    const anchor = anchorOf(old, start, start + 'its ports'.length)
    const into = (next: string): CarryOutcome => carrierBetween(structured(old), structured(next))({ anchor })
    const kept = `A new word. ${old}`
    expect(into(kept)).toMatchObject({ kind: 'carried', anchor: { start: kept.lastIndexOf('its ports') } })
    expect(into(of(twice.replace('its ports by night', 'harbours by night'))).kind).not.toBe('carried')
  })

  it('never carries an anchor that does not hold in the old text', () => {
    const stale = { ...anchorOf(OLD, 40, 60), quote: 'words that are not there' }
    expect(carrierBetween(structured(OLD), structured(OLD))({ anchor: stale })).toEqual({
      kind: 'lost',
      was: stale.quote,
    })
  })
})

describe('a whole provision', () => {
  const provisions = plainProvisions(OLD)
  const carryArticle = (index: number, articles: readonly string[]): CarryOutcome => {
    const provision = provisions[index]
    if (!provision) throw new RangeError(`no article ${index}`)
    return carrierBetween(
      { text: OLD, provisions },
      structured(write(articles)),
    )({
      anchor: anchorOf(OLD, provision.start, provision.end),
      provisionId: provision.id,
    })
  }

  it('follows its text to its new number', () => {
    const outcome = carryArticle(2, ['A new one.', ...ARTICLES])
    expect(outcome).toMatchObject({ kind: 'carried', provisionId: 'art-4' })
  })

  it('is lost with its text', () => {
    expect(carryArticle(0, ARTICLES.slice(1))).toMatchObject({ kind: 'lost' })
  })

  it('asks when it is no provision of its own any more', () => {
    const merged = [...ARTICLES.slice(0, 2), `${ARTICLES[2] ?? ''}\n\n${ARTICLES[3] ?? ''}`]
    expect(carryArticle(2, merged)).toMatchObject({ kind: 'review' })
  })
})

describe('for any treaty', () => {
  const words = fc.constantFrom(
    'port',
    'sea',
    'peace',
    'council',
    'ship',
    'due',
    'ore',
    'rail',
    'bank',
    'visa',
  )
  const sentence = fc
    .array(words, { minLength: 9, maxLength: 16 })
    .map((chosen) => `Each Party shall ${chosen.join(' and ')}.`)
  const treaty = fc.uniqueArray(sentence, { minLength: 3, maxLength: 9 })

  it('carries every sentence of an unchanged text to where it was', () => {
    fc.assert(
      fc.property(treaty, (sentences) => {
        const text = write(sentences)
        const carryOne = carrierBetween(structured(text), structured(text))
        for (const words of sentences) {
          const anchor = anchorOf(text, text.indexOf(words), text.indexOf(words) + words.length)
          expect(carryOne({ anchor })).toMatchObject({ kind: 'carried', anchor })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never carries a deleted sentence, nor puts another in the wrong place, and quotes what stands there', () => {
    fc.assert(
      fc.property(treaty, fc.nat(), fc.nat(), sentence, (sentences, drop, at, added) => {
        fc.pre(!sentences.includes(added))
        const dropped = sentences[drop % sentences.length] ?? ''
        const kept = sentences.filter((words) => words !== dropped)
        const next = write(kept.toSpliced(at % (kept.length + 1), 0, added))
        const text = write(sentences)
        const carryOne = carrierBetween(structured(text), structured(next))
        for (const words of sentences) {
          const outcome = carryOne({
            anchor: anchorOf(text, text.indexOf(words), text.indexOf(words) + words.length),
          })
          if (outcome.kind !== 'lost') expect(anchorHolds(next, outcome.anchor)).toBe(true)
          if (outcome.kind === 'carried') expect(outcome.anchor.quote).toBe(words)
        }
      }),
      { numRuns: 60 },
    )
  })
})
