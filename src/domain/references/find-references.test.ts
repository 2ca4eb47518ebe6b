import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectStructure } from '../structure/detect.ts'
import { treeOf } from '../structure/tree.ts'
import { findReferences, REFERENCE_LANGUAGES } from './find-references.ts'
import { CASES } from './languages.testing.ts'

/** Each reference as `words → targets`, `words → ! reason` or `words → [instrument]`. */
function found(text: string, language: string): string[] {
  return findReferences(text, treeOf(detectStructure(text)), [language]).map((reference) => {
    const words = text.slice(reference.start, reference.end)
    if (reference.kind === 'external') return `${words} → [${reference.instrument.name}]`
    return `${words} → ${reference.broken === undefined ? reference.targets.join(' ') : `! ${reference.broken}`}`
  })
}

/** A treaty whose second article has the words; it has five articles, two chapters and an annex with articles. */
function inArticle2(words: string): string {
  return `TREATY BETWEEN ARDIA AND BELMARK

The Parties have agreed as follows:

CHAPTER I
GENERAL PROVISIONS

Article 1

1. The Parties keep the peace.
2. They consult:
(a) every year; and
(b) when one of them asks.

Article 2

1. ${words}
2. Nothing else changes.

CHAPTER II
FINAL PROVISIONS

Article 3

The Parties share the harbour.

Article 4

1. This Treaty enters into force.
2. It is registered.

Article 5

It is made in two copies.

ANNEX I
HARBOURS

Article 1

Ships may call at any harbour.

ANNEX II
FEES

Article 1

Fees are paid.
`
}

const english = (words: string): string[] => found(inArticle2(words), 'en')

describe('references inside the agreement', () => {
  it.each([
    ['Under Article 1(2)(a) they meet.', ['Article 1(2)(a) → art-1.2.a']],
    ['Articles 3 to 5 and 1 apply.', ['Articles 3 to 5 → art-3 art-4 art-5', '1 → art-1']],
    ['Paragraph 2 of this Article stands.', ['Paragraph 2 of this Article → art-2.2']],
    ['This is said in paragraph 2 below.', ['paragraph 2 → art-2.2']],
    ['This Chapter and Chapter II differ.', ['This Chapter → ch-1', 'Chapter II → ch-2']],
    ['The preceding Article is the first.', ['preceding Article → art-1']],
    ['See Annex II.', ['Annex II → annex-2']],
    ['See Article 1 of Annex II.', ['Article 1 of Annex II → annex-2.art-1']],
    ['See Annex I, Article 1.', ['Annex I, Article 1 → annex-1.art-1']],
    ['See article 4, paragraph 2.', ['article 4, paragraph 2 → art-4.2']],
    ['See paragraph 1 of Article 4 of this Treaty.', ['paragraph 1 of Article 4 → art-4.1']],
    ['See paragraphs 1 and 2 of Article 4.', ['paragraphs 1 → art-4.1', '2 of Article 4 → art-4.2']],
    ['See Article 4 of the Treaty.', ['Article 4 → art-4']],
  ])('%s', (words, expected) => expect(english(words)).toEqual(expected))

  it('are broken where the agreement has no such provision', () => {
    expect(english('See Article 9 and Annex VII.')).toEqual([
      'Article 9 → ! no such article',
      'Annex VII → ! no such division',
    ])
    expect(english('See paragraph 7 of Article 4.')).toEqual([
      'paragraph 7 of Article 4 → ! no such paragraph',
    ])
  })

  it('are looked up in the annex they stand in first, and then in the body', () => {
    const text = inArticle2('They trade.').replace(
      'Fees are paid.',
      'See Article 1, Article 5 and Article 1 of this Treaty.',
    )
    expect(found(text, 'en')).toEqual(['Article 1 → annex-2.art-1', 'Article 5 → art-5', 'Article 1 → art-1'])
  })

  it('are no headings', () => expect(english('They trade.')).toEqual([]))
})

describe('references to other instruments', () => {
  it.each([
    [
      'Article 4 of the Charter of the League of Ports applies.',
      ['Article 4 of the Charter of the League of Ports → [Charter of the League of Ports]'],
    ],
    [
      'Article 3 and Article 4 of the Harbour Convention apply.',
      ['Article 3 → [Harbour Convention]', 'Article 4 of the Harbour Convention → [Harbour Convention]'],
    ],
    [
      'The Inner Sea Convention on the Law of Ports of 23 May 1969 applies.',
      [
        'Inner Sea Convention on the Law of Ports of 23 May 1969 → [Inner Sea Convention on the Law of Ports of 23 May 1969]',
      ],
    ],
    [
      'Article 4 of that Convention and Article 3 of GATT 1994 apply.',
      ['Article 4 of that Convention → [Convention]', 'Article 3 of GATT 1994 → [GATT 1994]'],
    ],
    ['Chapter II of the Harmonized System applies.', []],
    [
      'They recall the Harbour Convention, in particular Article 3 thereof.',
      ['Harbour Convention → [Harbour Convention]', 'Article 3 → [Harbour Convention]'],
    ],
    ['The Inner Sea Law Commission meets.', []],
    [
      'Article 3 or 4 of the Harbour Convention applies.',
      ['Article 3 or 4 of the Harbour Convention → [Harbour Convention]'],
    ],
    ['Article 3 of the Articles of Association applies.', []],
    ['The Rules of Origin and the Declaration of Origin stand.', []],
    ['Any other agreement and an agreement on fees of the Parties stand.', []],
  ])('%s', (words, expected) => expect(english(words)).toEqual(expected))

  it('are known by a term that is defined to mean them', () => {
    const words = '“Charter” means the Charter of the League of Ports. Article 3 of the Charter applies.'
    expect(english(words)).toEqual([
      'Charter of the League of Ports → [Charter of the League of Ports]',
      'Article 3 of the Charter → [Charter of the League of Ports]',
    ])
  })

  it('are known by the short name that the text defines', () => {
    const words =
      'The Convention on the Law of Ports (hereinafter “the Convention”) applies. So does Article 3 of the Convention.'
    expect(english(words)).toEqual([
      'Convention on the Law of Ports → [Convention on the Law of Ports]',
      'Article 3 of the Convention → [Convention on the Law of Ports]',
    ])
  })
})

describe('every language', () => {
  it.each(CASES)('$language', ({ language, text, expected }) =>
    expect(found(text, language)).toEqual(expected),
  )

  it('has a case', () =>
    expect(CASES.map(({ language }) => language).sort()).toEqual([...REFERENCE_LANGUAGES].sort()))
})

it('stand in reading order, inside the text and apart, whatever the text', () => {
  const piece = fc.constantFrom(
    'Article ',
    'Articles ',
    'paragraph ',
    'of ',
    'this ',
    'the ',
    '1',
    '(2)',
    ' and ',
    ', ',
    ' to ',
    'Convention',
    'Annex ',
    'II',
    '\n',
    '\n\n',
    '. ',
    'статьи ',
    'пункта ',
    'ماده ',
    '第三条',
    '제2조',
    ' ',
    '\uD800',
    '\u0000',
    '«',
    '”',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const tree = treeOf(detectStructure(text))
      let end = 0
      for (const reference of findReferences(text, tree, REFERENCE_LANGUAGES)) {
        expect(reference.start).toBeGreaterThanOrEqual(end)
        expect(reference.end).toBeGreaterThan(reference.start)
        expect(reference.end).toBeLessThanOrEqual(text.length)
        if (reference.kind === 'internal')
          for (const id of reference.targets) expect(tree.find(id)).toBeDefined()
        end = reference.end
      }
    }),
  )
})
