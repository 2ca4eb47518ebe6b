import { describe, expect, it } from 'vitest'
import { detectStructure } from './detect.ts'
import { suspectsOf } from './doubts.ts'
import { treeOf } from './tree.ts'

function articles(text: string): string[] {
  return detectStructure(text).flatMap((p) => (p.kind === 'article' ? [p.number ?? ''] : []))
}

/** The sentence that announces an article, the word for articles, and what comes after the article. */
const CUES: Readonly<Record<string, readonly [cue: string, article: (n: number) => string, rest: string]>> = {
  en: [
    'The Article on taxes shall be replaced by the following:',
    (n) => `Article ${n}`,
    'Taxes are listed.',
  ],
  'en, inserted': [
    'After Article 4 insert a new Article reading',
    (n) => `Article ${n}`,
    'Taxes are listed.',
  ],
  fr: ['L’article est remplacé par le texte suivant :', (n) => `Article ${n}`, 'Les impôts sont énumérés.'],
  es: ['El artículo se sustituye por el siguiente:', (n) => `Artículo ${n}`, 'Los impuestos son estos.'],
  pt: ['O artigo passa a ter a seguinte redação:', (n) => `Artigo ${n}`, 'Os impostos são estes.'],
  de: ['Der Artikel über Steuern wird wie folgt gefasst:', (n) => `Artikel ${n}`, 'Steuern sind diese.'],
  nl: ['Het artikel wordt vervangen door:', (n) => `Artikel ${n}`, 'Belastingen zijn deze.'],
  it: ['L’articolo è sostituito dal seguente:', (n) => `Articolo ${n}`, 'Le imposte sono queste.'],
  ru: ['Статью о налогах изложить в следующей редакции:', (n) => `Статья ${n}`, 'Налоги перечислены.'],
  ar: ['يستعاض عن المادة المتعلقة بالضرائب بما يلي:', (n) => `المادة ${n}`, 'الضرائب مذكورة.'],
  fa: ['ماده مربوط به مالیات به شرح زیر اصلاح می‌شود:', (n) => `ماده ${n}`, 'مالیات‌ها ذکر شده‌اند.'],
  zh: ['协定关于税收的规定替换为：', (n) => `第${n}条`, '税收如下。'],
  ko: ['조세에 관한 조항을 다음과 같이 개정한다:', (n) => `제${n}조`, '조세를 정한다.'],
}

describe('an article that an agreement puts into another', () => {
  it.each(Object.entries(CUES))('is not its own, though no mark of quotation shows it: %s', (_, form) => {
    const [cue, article, rest] = form
    const amended = (n: number, inserted: number): string =>
      `${article(n)}\n${cue}\n${article(inserted)}\n${rest}\n\n`
    const text = `${amended(1, 2)}${amended(2, 5)}${article(3)}\n${rest}\n`
    expect(articles(text)).toEqual(['1', '2', '3'])
  })

  it('may be followed by more of them, until the numbers of the agreement go on', () => {
    const text = `PROTOCOL

Article I
The following Articles shall be inserted:

Article 24A
Mediation
The Parties mediate.

Article 24B
Arbitration
The Parties arbitrate.

Article II
This Protocol enters into force on signature.
`
    expect(articles(text)).toEqual(['I', 'II'])
  })

  it.each([
    ['"', '"'],
    ['“', '”'],
    ['«', '»'],
    ["'", "'"],
  ])('stands between marks of quotation: %s', (open, close) => {
    const text = `Article 1
The Article on taxes shall be replaced by the following:

${open}Article 2
Taxes are listed.${close}

Article 2
The Article on income shall be replaced by the following:

${open}Article 5
Income is taxed.${close}

Article 3
This Protocol enters into force.
`
    expect(articles(text)).toEqual(['1', '2', '3'])
  })

  it('is not doubted: its words say what it is', () => {
    const text =
      'Article 1\nThe Article on taxes is replaced by the following:\nArticle 9\nThey are listed.\n\nArticle 2\nEnd.\n'
    expect(suspectsOf(treeOf(detectStructure(text)), text)).toEqual([])
  })

  it('is not announced by the name of an article', () => {
    const text = 'Article 1\nHow ships may be added\n\nArticle 2\nBoats.\n\nArticle 3\nEnd.\n'
    expect(articles(text)).toEqual(['1', '2', '3'])
  })

  it('is known by the words right before it only: an agreement may speak of insertion elsewhere', () => {
    const text =
      'Article 1\nThe words “or ships” are inserted in the Annex.\n\nArticle 2\nThe list may be added to as follows.\n\nArticle 3\nEnd.\n'
    expect(articles(text)).toEqual(['1', '2', '3'])
  })
})
