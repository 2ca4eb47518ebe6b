import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { detectStructure, readStructure } from './detect.ts'
import { expectTree, wordsOutside } from './invariants.testing.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

function outline(text: string): string[] {
  const provisions = detectStructure(text)
  const tree = treeOf(provisions)
  return provisions.map((p) => `${'  '.repeat(p.depth)}${citationLabel(tree, p)}`)
}

function articles(text: string): string[] {
  return detectStructure(text).flatMap((p) => (p.kind === 'article' ? [p.arabic ?? p.number ?? ''] : []))
}

function article(text: string, number: string): Provision | undefined {
  return detectStructure(text).find((p) => p.kind === 'article' && (p.arabic ?? p.number) === number)
}

const BODY = 'The Parties shall consult each other on every matter of common concern.'

describe('what looks like a heading', () => {
  it('is not one in a table of contents', () => {
    const text = `TREATY ON THE INNER SEA

CHAPTER I GENERAL ........ 1
Article 1 Purpose ........ 1
Article 2 Terms ........ 2
CHAPTER II FINAL ........ 3
Article 3 Term ........ 3

CHAPTER I
GENERAL

Article 1
Purpose

${BODY}

Article 2
Terms

${BODY}

CHAPTER II
FINAL

Article 3
Term

${BODY}
`
    expect(outline(text)).toEqual(['title', 'furniture', 'ch I', '  art 1', '  art 2', 'ch II', '  art 3'])
  })

  it('is not one in a list of headings without page numbers', () => {
    const list = Array.from({ length: 6 }, (_, i) => `Article ${i + 1} Name ${'abcdef'.charAt(i)}`).join('\n')
    const body = Array.from({ length: 6 }, (_, i) => `Article ${i + 1}\n\n${BODY}`).join('\n\n')
    expect(articles(`TREATY\n\n${list}\n\n${body}\n`)).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  it('is not one where a reference is broken over a line', () => {
    const text = `Article 1

The duties in
Article 6bis of the Charter of the Seas shall apply, and the Parties are bound by
Article 2 of the same, as well as by the rule in
Article 3.

Article 2

${BODY}
`
    expect(articles(text)).toEqual(['1', '2'])
  })

  it('is not one in an article that an agreement inserts elsewhere', () => {
    const text = `Article I

The following is inserted in the Treaty of 1951:

“Article 6 bis

${BODY}”

Article II

In Article 7 of the Treaty the word “sea” is replaced.

Article III

${BODY}
`
    expect(articles(text)).toEqual(['1', '2', '3'])
  })

  it('is not one in running text', () => {
    const text = `Article 1\n\nEach Party acts under Article 2. Article 3 shall apply as well.\n\nArticle 2\n\n${BODY}\n`
    expect(articles(text)).toEqual(['1', '2'])
  })
})

describe('numbers', () => {
  it('start again in every annex, and run on behind an annex in their midst', () => {
    const text = ['1.1', '1.2', '2.1', 'ANNEX 2-A', '1', '2', '3.1', '3.2', 'ANNEX I', '1', '2']
      .map((n) => (n.startsWith('ANNEX') ? `${n}\n\nNAMES\n` : `ARTICLE ${n}\n\n${BODY}\n`))
      .join('\n')
    expect(outline(text).map((label) => label.trim())).toEqual([
      'art 1.1',
      'art 1.2',
      'art 2.1',
      'annex 2-A',
      'annex 2-A art 1',
      'annex 2-A art 2',
      'art 3.1',
      'art 3.2',
      'annex I',
      'annex I art 1',
      'annex I art 2',
    ])
  })

  it('start again in a second language, which is a text of its own', () => {
    const english = `TREATY\n\nArticle 1\n\n${BODY}\n\nArticle 2\n\n${BODY}\n\nDone at Port Arden.\n`
    const dutch = `VERDRAG\n\nArtikel 1\n\nDe partijen plegen overleg.\n\nArtikel 2\n\nDe partijen werken samen.\n`
    const provisions = detectStructure(`${english}\n${dutch}`)
    expect(provisions.filter((p) => p.kind === 'article').map((p) => p.id)).toEqual([
      'art-1',
      'art-2',
      'art-1~2',
      'art-2~2',
    ])
    expect(provisions.find((p) => p.id === 'art-1~2')?.doubts).toContain('restart')
  })

  it('of lettered chapters are read as such', () => {
    const text = ['A-01', 'A-02', 'H-01', 'I-01', 'I-02']
      .map((n) => `Article ${n}: Name\n${BODY}\n`)
      .join('\n')
    expect(articles(text)).toEqual(['1.1', '1.2', '8.1', '9.1', '9.2'])
  })

  it('that are left out, repeated or misspelt are doubted', () => {
    const text = ['Article 1', 'Article 2', 'Article 5', 'Artcile 6', 'Article 7']
      .map((heading) => `${heading}\n\n${BODY}\n`)
      .join('\n')
    expect(article(text, '2')?.doubts).toBeUndefined()
    expect(article(text, '5')?.doubts).toEqual(['gap'])
    expect(article(text, '6')?.doubts).toEqual(['misspelt'])
    expect(article(text, '5')?.confidence).toBeLessThan(article(text, '2')?.confidence ?? 0)
  })
})

describe('inside an article', () => {
  it('flush words belong to what the points interrupted', () => {
    const text = `Article 1

1. Each Party shall, when
(a) the other is attacked, or
(b) the sea is closed,
assist the other at once.
2. The Parties consult.
`
    expect(outline(text)).toEqual([
      'art 1',
      '  art 1(1)',
      '    art 1(1)(a)',
      '    art 1(1)(b)',
      '    art 1(1) flush words',
      '  art 1(2)',
    ])
  })

  it('a chapeau without number is the text of its article, with the points below', () => {
    const text = 'Article 1\n\nEach Party shall:\n(a) consult; and\n(b) assist,\nas it deems fit.\n'
    expect(outline(text)).toEqual(['art 1', '  art 1(a)', '  art 1(b)', '  art 1 flush words'])
    expect(text.slice(article(text, '1')?.textStart).startsWith('Each Party')).toBe(true)
  })

  it('points belong to the unnumbered paragraph before them', () => {
    const text = 'Article 1\n\nThe Parties consult.\n\nEach Party shall:\n(a) report; and\n(b) assist.\n'
    expect(outline(text)).toEqual([
      'art 1',
      '  art 1 para 1',
      '  art 1 para 2',
      '    art 1 para 2(a)',
      '    art 1 para 2(b)',
    ])
  })

  it('paragraphs and points are found in a line that lost its breaks', () => {
    const text = `ARTICLE 1 1. ${BODY} 2. Each Party shall: (a) inform the other of its measures; (b) assist the other in its defence at sea; and (c) report. 3. ${BODY} ARTICLE 2 ${BODY}`
    expect(outline(text)).toEqual([
      'art 1',
      '  art 1(1)',
      '  art 1(2)',
      '    art 1(2)(a)',
      '    art 1(2)(b)',
      '    art 1(2)(c)',
      '  art 1(3)',
      'art 2',
    ])
    expect(readStructure(text).isFlat).toBe(true)
  })
})

describe('the closing', () => {
  it('is the text of a last article that says nothing else', () => {
    const text = `Article 1\n\n${BODY}\n\nArticle 2\n\nIn witness whereof the undersigned have signed this Treaty.\n`
    expect(outline(text)).toEqual(['art 1', 'art 2'])
  })
})

describe('the title', () => {
  it.each([
    ['Arabic', 'اتفاق بين أرديا وبلمارك', 'إن حكومتي أرديا وبلمارك،', 'المادة 1'],
    ['Chinese', '阿尔迪亚与贝尔马克条约', '阿尔迪亚政府和贝尔马克政府，', '第一条'],
  ])('ends before a line with a comma, in %s', (_, title, opening, first) => {
    const text = `${title}\n${opening}\n\n${first}\n${BODY}\n`
    const [found] = detectStructure(text)
    expect(found && text.slice(found.start, found.end)).toBe(title)
  })

  it('goes on over a blank line that interrupts it', () => {
    const text = `AGREEMENT BETWEEN\n\nARDIA AND BELMARK\n\nThe Parties,\n\nHave agreed:\n\nArticle 1\n\n${BODY}\n`
    const [title] = detectStructure(text)
    expect(title && text.slice(title.start, title.end)).toBe('AGREEMENT BETWEEN\n\nARDIA AND BELMARK')
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    'Article 1',
    'ARTICLE II',
    '\n',
    '\n\n',
    ' ',
    'Статья 3. ',
    'المادة ٣ -',
    '第四条 ',
    '제5조 ',
    'ANNEX I\n',
    'CHAPTER 2: Terms\n',
    'Section A',
    'Article 6 bis',
    '1. ',
    '(a) ',
    '(i) ',
    '“',
    '”',
    'The Parties shall consult. ',
    'of ',
    'IN WITNESS WHEREOF ',
    'For the Republic\n',
    'PREAMBLE\n',
    'С т а т ь я 7 ',
    'EERSTE DEEL\n',
    '\uD800',
    '\u0000',
    '\u202E',
    'ـ',
  )

  it('gives a sound tree that holds every word, and never throws', () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    )
    fc.assert(
      fc.property(text, (any) => {
        const provisions = detectStructure(any)
        expectTree(any, provisions)
        expect(wordsOutside(any, provisions)).toBe('')
        expect(
          provisions.every((p) => p.confidence !== undefined && p.confidence >= 0 && p.confidence <= 1),
        ).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('gives the same ids for the same text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        expect(detectStructure(text)).toEqual(detectStructure(text))
      }),
    )
  })
})
