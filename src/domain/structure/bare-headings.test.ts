import { describe, expect, it } from 'vitest'
import { bareNumberings } from './bare-headings.ts'
import { citationLabel } from './citation-label.ts'
import { readStructure } from './detect.ts'
import { treeOf } from './tree.ts'

function outline(text: string): string[] {
  const { provisions } = readStructure(text)
  const tree = treeOf(provisions)
  return provisions.map((p) => `${citationLabel(tree, p)}${p.heading === undefined ? '' : ` — ${p.heading}`}`)
}

/** Agreements without a word for articles, with what their provisions are. */
const NUMBERED: Readonly<Record<string, readonly [text: string, outline: readonly string[]]>> = {
  'figures with names, and paragraphs counted below them': [
    `MEMORANDUM OF UNDERSTANDING

The Participants have reached the following understanding:

1. PURPOSE
1.1 The purpose is to promote trade.
1.2 The Participants will cooperate on:
(a) training;
(b) research.

2. FINANCE
Each Participant will bear its own costs.

3. FINAL PROVISIONS
3.1 This Memorandum is not legally binding.

Signed at Port Arden on 4 March 2019.

For the Ministry of Trade of Ardia
`,
    [
      'title',
      'preamble',
      'art 1 — PURPOSE',
      'art 1(1.1)',
      'art 1(1.2)',
      'art 1(1.2)(a)',
      'art 1(1.2)(b)',
      'art 2 — FINANCE',
      'art 3 — FINAL PROVISIONS',
      'art 3(3.1)',
      'closing',
      'signatures',
    ],
  ],
  'roman numbers, which hold figures': [
    `AGREEMENT\n\nThe Parties agree:\n\nI. PURPOSE\n1. They trade.\n2. They meet.\n\nII. TERM\n1. It lasts.\n`,
    ['title', 'preamble', 'art I — PURPOSE', 'art I(1)', 'art I(2)', 'art II — TERM', 'art II(1)'],
  ],
  'the sign for a paragraph': [
    'VERTRAG\n\nDie Parteien vereinbaren:\n\n§ 1 Zweck\nSie arbeiten zusammen.\n\n§ 2 Dauer\nEr gilt ein Jahr.\n',
    ['title', 'preamble', 'art 1 — Zweck', 'art 2 — Dauer'],
  ],
  clauses: [
    'AGREEMENT\n\nClause 1\nThe Parties trade.\n\nClause 2\nThey meet under\nClause 1 of this Agreement.\n\nClause 3\nEnd.\n',
    ['title', 'art 1', 'art 2', 'art 2 para 1', 'art 2 para 2', 'art 3'],
  ],
  'clauses in words': [
    'CONVENIO\n\nPRIMERA. OBJETO\nLas Partes cooperan.\n\nSEGUNDA. ALCANCE\nIncluye formación.\n\nCLÁUSULA TERCERA.- Vigencia.\n',
    ['title', 'art PRIMERA — OBJETO', 'art SEGUNDA — ALCANCE', 'art TERCERA'],
  ],
  'Russian points': [
    'МЕМОРАНДУМ\n\nСтороны согласились о нижеследующем:\n\nПункт 1\nСтороны сотрудничают.\n\nПункт 2\nМеморандум вступает в силу.\n',
    ['title', 'preamble', 'art 1', 'art 2'],
  ],
  'Arabic clauses': [
    'مذكرة تفاهم\n\nالبند الأول\nالتعاون بين الطرفين.\n\nالبند الثاني\nالتدريب.\n',
    ['title', 'art الأول', 'art الثاني'],
  ],
  'Arabic figures with a dash': [
    'مذكرة تفاهم\n\nاتفق الطرفان على ما يلي:\n\n١- التعاون.\n٢- تبادل المعلومات.\n٣- تدخل هذه المذكرة حيز النفاذ.\n',
    ['title', 'preamble', 'art ١', 'art ٢', 'art ٣'],
  ],
  'Chinese numbers': [
    '谅解备忘录\n\n双方达成谅解如下：\n\n一、目的\n双方合作。\n\n二、范围\n合作包括培训。\n\n三、生效\n自签字之日起生效。\n',
    ['title', 'preamble', 'art 一 — 目的', 'art 二 — 范围', 'art 三 — 生效'],
  ],
}

describe('a text without a word for articles', () => {
  it.each(Object.entries(NUMBERED))('is divided by its numbers: %s', (_, [text, expected]) => {
    expect(outline(text)).toEqual(expected)
  })

  it('is of the language of its small words, since its numbers are of none', () => {
    const [text = ''] = NUMBERED['figures with names, and paragraphs counted below them'] ?? []
    expect(readStructure(text).languages).toEqual(['en'])
  })

  it('stays undivided where too few numbers stand in order', () => {
    const text = 'NOTE\n\nExcellency,\n\n1. I have the honour to write.\n\n2. I remain yours.\n'
    expect(readStructure(text).provisions.some(({ kind }) => kind === 'article')).toBe(false)
  })

  it('leaves numbered recitals in the preamble', () => {
    const text = `MEMORANDUM

1. Recalling the Charter of the Inner Sea;
2. Recognising the need for trade;

the Participants have reached the following understanding:

1. PURPOSE
They trade.

2. MEANS
They meet.

3. TERM
It lasts.
`
    const articles = outline(text).filter((label) => label.startsWith('art'))
    expect(articles).toEqual(['art 1 — PURPOSE', 'art 2 — MEANS', 'art 3 — TERM'])
  })

  it('stays undivided where it is a table of many thousand rows', () => {
    const rows = Array.from({ length: 5001 }, (_, i) => `${(i % 300) + 1}. Row\n`).join('')
    expect(bareNumberings(rows)).toEqual([])
  })

  it('keeps its annexes, whose numbers start again', () => {
    const text = `MEMORANDUM

1. PURPOSE
The Participants trade.

2. MEANS
They meet.

3. TERM
It lasts.

ANNEX A

1. FORMS
They are listed.

2. FEES
They are low.
`
    expect(outline(text).filter((label) => !label.includes('title'))).toEqual([
      'art 1 — PURPOSE',
      'art 2 — MEANS',
      'art 3 — TERM',
      'annex A',
      'annex A art 1 — FORMS',
      'annex A art 2 — FEES',
    ])
  })
})

describe('an agreement of sections only', () => {
  it('ends with a testimonium all the same', () => {
    const text = `AGREEMENT

Section 1. Scope
This applies.

Section 2. Term
This lasts.

IN WITNESS WHEREOF the undersigned have signed.

For the Government of Ardia
`
    expect(outline(text)).toEqual(['title', 'sec 1 — Scope', 'sec 2 — Term', 'closing', 'signatures'])
  })
})
