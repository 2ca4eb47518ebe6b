import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { detectStructure } from './detect.ts'
import { expectTree, wordsOutside } from './invariants.testing.ts'
import { treeOf } from './tree.ts'

function outline(text: string): string[] {
  const provisions = detectStructure(text)
  expectTree(text, provisions)
  expect(wordsOutside(text, provisions)).toBe('')
  const tree = treeOf(provisions)
  return provisions.map((p) => citationLabel(tree, p))
}

/** The heading of a table of contents, the word for chapters and that for articles, by language. */
const WORDS: Readonly<
  Record<string, readonly [contents: string, chapter: string, article: string, agreed: string]>
> = {
  en: ['CONTENTS', 'Chapter', 'Article', 'The Parties have agreed as follows:'],
  'en, long': ['Table of Contents', 'Part', 'Article', 'The Parties have agreed as follows:'],
  fr: ['TABLE DES MATIÈRES', 'Titre', 'Article', 'Les Parties sont convenues de ce qui suit :'],
  es: ['Índice', 'Capítulo', 'Artículo', 'Las Partes han convenido en lo siguiente:'],
  pt: ['Índice', 'Capítulo', 'Artigo', 'As Partes acordam o seguinte:'],
  de: ['Inhaltsverzeichnis', 'Kapitel', 'Artikel', 'Die Parteien sind wie folgt übereingekommen:'],
  nl: ['Inhoud', 'Hoofdstuk', 'Artikel', 'De Partijen zijn het volgende overeengekomen:'],
  it: ['Indice', 'Capitolo', 'Articolo', 'Le Parti hanno convenuto quanto segue:'],
  ru: ['Содержание', 'Глава', 'Статья', 'Стороны согласились о нижеследующем:'],
  ar: ['فهرس', 'الفصل', 'المادة', 'اتفقت الأطراف على ما يلي:'],
  fa: ['فهرست', 'فصل', 'ماده', 'طرف‌ها به شرح زیر توافق نمودند:'],
}

describe('a table of contents', () => {
  it.each(Object.entries(WORDS))('is known by its heading, without dots or page numbers: %s', (_, words) => {
    const [contents, chapter, article, agreed] = words
    const list = `${chapter} 1 A\n${article} 1 B\n${article} 2 C\n${chapter} 2 D\n${article} 3 E\n`
    const body = `${chapter} 1\nA\n\n${article} 1\nB\nX x.\n\n${article} 2\nC\nX x.\n\n${chapter} 2\nD\n\n${article} 3\nE\nX x.\n`
    const labels = outline(`X X X\n\n${contents}\n${list}\n${agreed}\n\n${body}`)
    expect(labels.slice(0, 3)).toEqual(['title', 'furniture', 'preamble'])
    expect(labels.filter((label) => label.startsWith('art '))).toEqual(['art 1', 'art 2', 'art 3'])
    expect(labels).toHaveLength(8)
  })

  it('is known with page numbers one space away, and lines without a number of their own', () => {
    const text = `AGREEMENT

Contents
Preamble 2
Article 1 Objectives 3
Article 2 Definitions 4
Signatures 9

The Parties have agreed as follows:

Article 1
Objectives
The Parties trade.

Article 2
Definitions
A ship is a vessel.
`
    expect(outline(text)).toEqual(['title', 'furniture', 'preamble', 'art 1', 'art 2'])
  })

  it('is known in Chinese and Korean', () => {
    const chinese =
      '协定\n\n目录\n第一条 目的\n第二条 范围\n\n双方达成协议如下：\n\n第一条 目的\n双方合作。\n\n第二条 范围\n双方协商。\n'
    expect(outline(chinese)).toEqual(['title', 'furniture', 'preamble', 'art 一', 'art 二'])
    const korean =
      '협정\n\n목차\n제1조(목적)\n제2조(정의)\n\n양국은 다음과 같이 합의하였다.\n\n제1조(목적)\n협력한다.\n\n제2조(정의)\n협의한다.\n'
    expect(outline(korean)).toEqual(['title', 'furniture', 'preamble', 'art 1', 'art 2'])
  })

  it('is none where the headings under the word hold their text', () => {
    const text =
      'RULES\n\nContents\n\nArticle 1\nThe Parties trade.\n\nArticle 2\nThey meet.\n\nArticle 3\nThey part.\n'
    expect(outline(text).filter((label) => label.startsWith('art'))).toEqual(['art 1', 'art 2', 'art 3'])
  })
})
