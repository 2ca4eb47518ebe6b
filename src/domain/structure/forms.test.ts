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

describe('a paragraph without words before its points', () => {
  it('holds them', () => {
    const text = 'Article 1\n1. (a) The Parties trade.\n(b) They meet.\n2. They agree.\n\nArticle 2\nEnd.\n'
    expect(outline(text)).toEqual(['art 1', 'art 1(1)', 'art 1(1)(a)', 'art 1(1)(b)', 'art 1(2)', 'art 2'])
  })
})
