import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import { suspectsOf } from './doubts.ts'
import { expectTree } from './invariants.testing.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

function outline(text: string): string[] {
  const provisions = detectStructure(text)
  expectTree(text, provisions)
  const tree = treeOf(provisions)
  return provisions.filter(({ kind }) => kind !== 'recital').map((p) => citationLabel(tree, p))
}

function words(text: string, pick: (provision: Provision) => boolean): string[] {
  return detectStructure(text)
    .filter(pick)
    .map((p) => text.slice(p.start, p.end))
}

describe('an act of one article that approves an agreement', () => {
  const text = `قانون موافقتنامه بازرگانی بین دولت ایران و دولت اردیا

ماده واحده ـ موافقتنامه بازرگانی مشتمل بر یک مقدمه و سه ماده به شرح پیوست تصویب می‌شود.

تبصره ـ رعایت قانون الزامی است.

بسم‌الله الرحمن الرحیم

موافقتنامه بازرگانی بین دولت ایران و دولت اردیا

دولت ایران و دولت اردیا به شرح زیر توافق نمودند:

ماده ۱ ـ همکاری می‌کنند.
ماده ۲ ـ مشورت می‌کنند.
تبصره ـ هزینه‌ها مشترک است.
ماده ۳ ـ لازم‌الاجرا می‌شود.
`

  it('stands before it as an article of its own, and the agreement has its title, preamble and articles', () => {
    expect(outline(text)).toEqual([
      'title',
      'art واحده',
      'art واحده note',
      'title',
      'preamble',
      'art ۱',
      'art ۲',
      'art ۲ note',
      'art ۳',
    ])
    const [, title] = words(text, ({ kind }) => kind === 'title')
    expect(title).toMatch(/^بسم‌الله.*\n\nموافقتنامه بازرگانی بین دولت ایران و دولت اردیا$/)
  })

  it('gives no cause for doubt: that numbers start behind it is how such acts are', () => {
    expect(suspectsOf(treeOf(detectStructure(text)), text)).toEqual([])
  })

  it.each([
    ['fr', 'Article unique', 'La convention est approuvée.', 'CONVENTION DE PAIX', 'Article 1', 'Article 2'],
    ['es', 'Artículo único', 'Se aprueba el convenio.', 'CONVENIO DE PAZ', 'Artículo 1', 'Artículo 2'],
    ['ru', 'Статья единственная', 'Одобрить договор.', 'ДОГОВОР О МИРЕ', 'Статья 1', 'Статья 2'],
  ])('is read in %s too', (_, sole, act, title, first, second) => {
    const law = `${sole}\n${act}\n\n${title}\n\n${first}\n${act}\n\n${second}\n${act}\n`
    expect(words(law, ({ kind }) => kind === 'title')).toEqual([title])
    expect(detectStructure(law).filter(({ kind }) => kind === 'article')).toHaveLength(3)
  })
})

describe('a second text in the file', () => {
  it('begins with its title, which is not part of the signatures before it', () => {
    const text = `AGREEMENT ON TRADE

Article 1
Peace.

Article 2
Trade.

Done at Arden.
For the Government of Ardia

SUPPLEMENTARY AGREEMENT ON FISH

The Parties have agreed as follows:

Article 1
Fish.

Article 2
Boats.
`
    expect(outline(text)).toEqual([
      'title',
      'art 1',
      'art 2',
      'closing',
      'signatures',
      'title',
      'preamble',
      'art 1',
      'art 2',
    ])
    expect(words(text, ({ kind }) => kind === 'signatures')).toEqual(['For the Government of Ardia'])
  })

  it('may be the same agreement in another language', () => {
    const text = `AGREEMENT

Article 1
Peace.

Article 2
Trade.

Done at Arden.

For Ardia

اتفاقية

المادة 1
السلام.

المادة 2
التجارة.

حررت في أرديا.
`
    expect(outline(text)).toEqual([
      'title',
      'art 1',
      'art 2',
      'closing',
      'signatures',
      'title',
      'art 1',
      'art 2',
      'closing',
    ])
  })

  it('keeps the part that its first article stands in', () => {
    const text = `AGREEMENT ON TRADE

PART I

Article 1
Peace.

Article 2
Trade.

Done at Arden.

AGREEMENT ON FISH

PART I

Article 1
Fish.
`
    expect(outline(text).slice(-3)).toEqual(['title', 'part I', 'art 1'])
  })
})

describe('two languages that take turns', () => {
  const english = ['The Parties cooperate.', 'They consult.', 'This enters into force.']
  const french = ['Les Parties coopèrent.', 'Elles se consultent.', 'Le présent Accord entre en vigueur.']
  const dutch = ['De Partijen werken samen.', 'Zij overleggen.', 'Dit Verdrag treedt in werking.']

  it.each([
    ['with one word for articles', 'Article', french],
    ['with a word each', 'Artikel', dutch],
  ])('are both read %s, and it is told once', (_, word, other) => {
    const pairs = english.map((words, i) => `Article ${i + 1}\n${words}\n\n${word} ${i + 1}\n${other[i]}\n\n`)
    const text = `AGREEMENT\n\n${pairs.join('')}`
    const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
    expect(articles.map(({ number }) => number)).toEqual(['1', '1', '2', '2', '3', '3'])
    const told = suspectsOf(treeOf(articles), text).flatMap(({ reasons }) => reasons)
    expect(told).toEqual(['The number stands twice: it is also that of art 1 before it.'])
  })
})

describe('a heading whose number stands far from the others', () => {
  it.each([
    ['Artículo 1\nPaz.\n\nArtículo 2\nComercio.\n\nArtículo 3º bis\nFin.\n', '3 bis'],
    ['Artikel Een\nVrede.\n\nArtikel Twee\nHandel.\n\nArtikel 3 bis\nSlot.\n', '3 bis'],
    ['Art. 1. — Paix.\nArt. 2. — Commerce.\nArt. 3. — Navires.\nArticle 4 bis. Fin.\n', '4 bis'],
    ['المادة الأولى\nالسلام.\n\nالمادة (٢)\nالتجارة.\n\nالمادة الرابعة عشرة\nنهاية.\n', 'الرابعة عشرة'],
  ])('is one all the same, and told: %j', (text, number) => {
    const provisions = detectStructure(text)
    const last = provisions.findLast(({ kind }) => kind === 'article')
    expect(last).toMatchObject({ number, doubts: ['gap'] })
    expect(suspectsOf(treeOf(provisions), text).at(-1)?.provision).toBe(last)
  })

  it('is none where it goes on with a sentence', () => {
    const text =
      'Article 1\nPeace.\n\nArticle 2\nShips are received as laid down in\nArticle 14.\nThey pay.\n'
    expect(detectStructure(text).flatMap((p) => (p.kind === 'article' ? [p.number] : []))).toEqual(['1', '2'])
  })
})
