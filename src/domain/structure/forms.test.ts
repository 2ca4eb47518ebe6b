import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import { treeOf } from './tree.ts'

/** Each provision with its label and, behind a dash, its heading. */
function outline(text: string): string[] {
  const provisions = detectStructure(text)
  const tree = treeOf(provisions)
  return provisions.map((p) => `${citationLabel(tree, p)}${p.heading === undefined ? '' : ` — ${p.heading}`}`)
}

describe('names in brackets', () => {
  it('are glued to the number in Korean, above the text or before it', () => {
    const text = `협정

제1조(목적)
이 협정은 협력을 목적으로 한다.

제2조(정의) ① 이 협정에서 선박은 다음과 같다.
② 항구는 다음과 같다.
1. 가. 상선
나. 어선

제2조의2 (추가)
추가한다.

제3조(발효) 제1조(목적)에 따라 발효한다.
`
    expect(outline(text)).toEqual([
      'title',
      'art 1 — 목적',
      'art 2 — 정의',
      'art 2(1)',
      'art 2(2)',
      'art 2(2)(1)',
      'art 2(2)(1)(가)',
      'art 2(2)(1)(나)',
      'art 2의2 — 추가',
      'art 3 — 발효',
    ])
  })

  it('are glued to the number in Chinese too, but a number in brackets is that of a point', () => {
    const text = `协定

第一条（目的）双方合作。

第二条【范围】双方协商。
第一条（二）项所列事项除外。

第三条（生效）
本协定自签字之日起生效。
`
    expect(outline(text)).toEqual([
      'title',
      'art 一 — 目的',
      'art 二 — 范围',
      'art 二 para 1',
      'art 二 para 2',
      'art 三 — 生效',
    ])
  })

  it('fill a line elsewhere', () => {
    const text =
      'Article 1 (Purpose)\nThe Parties trade.\n\nArticle 2\n(Term)\nIt lasts.\n\nArticle 3\n(a) one;\n(b) two.\n'
    expect(outline(text)).toEqual(['art 1 — Purpose', 'art 2 — Term', 'art 3', 'art 3(a)', 'art 3(b)'])
  })
})

describe('running text of a script without spaces', () => {
  it('is divided where a counted number stands behind the end of a sentence', () => {
    const text =
      '双方达成协议如下：第一条双方合作。第二条双方根据第一条协商。第三条所列事项除外。第三条（生效）本协定生效。第四条本协定有效期五年。'
    expect(outline(text)).toEqual(['preamble', 'art 一', 'art 二', 'art 三 — 生效', 'art 四'])
  })
})

describe('a paragraph without words before its points', () => {
  it('holds them', () => {
    const text = 'Article 1\n1. (a) The Parties trade.\n(b) They meet.\n2. They agree.\n\nArticle 2\nEnd.\n'
    expect(outline(text)).toEqual(['art 1', 'art 1(1)', 'art 1(1)(a)', 'art 1(1)(b)', 'art 1(2)', 'art 2'])
  })
})

/** Forms of heading words and numbers, each of three articles, with the numbers they are read as. */
const FORMS: Readonly<Record<string, readonly [headings: readonly string[], numbers: string]>> = {
  'ordinals behind an article of grammar': [
    ['ARTICLE THE FIRST.', 'ARTICLE THE SECOND.', 'ARTICLE THE THIRD.'],
    '1 2 3',
  ],
  'ordinals first': [['First Article', 'Second Article', 'Third Article'], '1 2 3'],
  'ordinals first, compound': [
    ['Nineteenth Article', 'Twentieth Article', 'Twenty-first Article'],
    '19 20 21',
  ],
  'old English ordinals': [['ART. 1st.', 'ART. 2d.', 'ART. 3d.'], '1 2 3'],
  'figures glued to the word': [['Статья1', 'Статья2', 'Статья3'], '1 2 3'],
  'letters set apart': [
    ['С т а т ь я   п е р в а я', 'С т а т ь я   в т о р а я', 'С т а т ь я  3'],
    '1 2 3',
  ],
  'vowel signs': [['المَادَّة الأُولَى', 'المَادَّة الثَّانِيَة', 'المَادَّة الثَّالِثَة'], '1 2 3'],
  'Arabic words as they are typed': [['الماده الاولى', 'المــادة الثانيه', 'الماده الثالثة'], '1 2 3'],
  letters: [['Article A', 'Article B', 'Article C'], 'A B C'],
  'small letters': [['article 1', 'article 2', 'article 3'], '1 2 3'],
  'numbers within numbers': [['Article 1.1', 'Article 1.1.1', 'Article 1.2'], '1.1 1.1.1 1.2'],
  'a letter before a stop': [['ARTIKEL 1.', 'ARTIKEL 1A.', 'ARTIKEL 2.'], '1 1 a 2'],
  'Russian suffixes': [['Статья 5', 'Статья 5-бис', 'Статья 6'], '5 5 бис 6'],
  'Persian with an ezafe': [['ماده‌ی ۱', 'ماده‌ی ۲', 'ماده‌ی ۳'], '1 2 3'],
  'Arabic ordinals without an article of grammar': [['مادة أولى', 'مادة ثانية', 'مادة ثالثة'], '1 2 3'],
  'Arabic numbers called so': [['المادة رقم 1', 'المادة رقم (2)', 'المادة رقم 3'], '1 2 3'],
  'a Korean insertion with a space': [['제1조', '제1조의 2', '제2조'], '1 1 의 2 2'],
  'a slash behind the number': [['ARTICLE 1/', 'ARTICLE 2/', 'ARTICLE 3/'], '1 2 3'],
  'a colon before the number': [['Article: 1', 'Article: 2', 'Article: 3'], '1 2 3'],
  drafts: [['Draft article 1', 'Draft article 2', 'Draft article 3'], '1 2 3'],
  'a suffix behind an ordinal sign': [['Artículo 1º', 'Artículo 2º', 'Artículo 2º bis'], '1 2 2 bis'],
}

describe('an article', () => {
  it.each(Object.entries(FORMS))('is known by its heading: %s', (_, [headings, numbers]) => {
    const text = `TREATY\n\n${headings.map((heading) => `${heading}\nPeace is kept.\n\n`).join('')}`
    const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
    expect(articles.map((p) => p.arabic ?? p.number).join(' ')).toBe(numbers)
  })

  it('is not opened by a letter that stands alone', () => {
    const text =
      'Article 1\nPeace.\n\nArticle 2\nSee the following:\nArticle A\nis kept.\n\nArticle 3\nEnd.\n'
    const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
    expect(articles.map((p) => p.number)).toEqual(['1', '2', '3'])
  })

  it('is not opened by a reference in small letters', () => {
    const text =
      'Article 1\nPeace.\n\nArticle 2\nShips are received in accordance with\narticle 3\nof this Treaty.\n\nArticle 3\nEnd.\n'
    const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
    expect(articles.map((p) => p.number)).toEqual(['1', '2', '3'])
    expect(articles[2] && text.slice(articles[2].start)).toMatch(/^Article 3\nEnd/)
  })
})

describe('a division', () => {
  it('may count with the ending of an ordinal: Titre Ier', () => {
    const text = `CONVENTION

Titre Ier
Dispositions générales

Chapitre Ier
De l'objet

Article 1
La Convention s'applique.

Chapitre IIe
Des moyens

Article 2
Les Parties agissent.
`
    expect(outline(text)).toEqual([
      'title',
      'title I — Dispositions générales',
      "title I ch I — De l'objet",
      'art 1',
      'title I ch II — Des moyens',
      'art 2',
    ])
  })
})
