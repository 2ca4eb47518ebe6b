import { describe, expect, it } from 'vitest'
import { decodeDocument } from './decode-document.ts'
import type { DecodedDocument } from './decoded-document.ts'

function read(characters: string, name = 'x'): Promise<DecodedDocument> {
  return decodeDocument(Buffer.from(characters), name)
}

/** What each hint says, with the words it stands over. */
function hinted({ texts: [decoded] }: DecodedDocument): unknown[] {
  return (decoded?.hints ?? []).map(({ start, end, ...hint }) => ({
    ...hint,
    words: decoded?.text.slice(start, end),
  }))
}

describe('Markdown', () => {
  const markdown = `---
title: "Treaty of Ardia"
entry_into_force: "2011-04-11"
---
# Treaty of Ardia

##### **Art. 1** Scope

<sup>1.</sup> The Parties[^1] *agree* on 5 \\* 3 and [trade](http://example.org).

- a) first;
- second &amp; last

| Tea | 5% |
|-----|----|
| Rye | 6% |

[^1]: As of 2011.
`

  it('loses its mark-up, and its front matter becomes metadata', async () => {
    const decoded = await read(markdown)
    expect(decoded).toMatchObject({
      format: 'markdown',
      metadata: { title: 'Treaty of Ardia', inForceOn: '2011-04-11' },
      texts: [
        {
          text:
            'Treaty of Ardia\n\nArt. 1 Scope\n\n1. The Parties[1] agree on 5 * 3 and trade.\n\n' +
            'a) first;\n– second & last\n\nTea\t5%\nRye\t6%\n\n[1] As of 2011.\n',
        },
      ],
    })
    expect(hinted(decoded)).toEqual([
      { kind: 'heading', level: 1, heading: 'Treaty of Ardia', words: 'Treaty of Ardia' },
      { kind: 'heading', level: 5, heading: 'Art. 1 Scope', words: 'Art. 1 Scope' },
      { kind: 'note', words: '[1] As of 2011.' },
    ])
  })

  it('keeps a rule at the top that opens no front matter', async () => {
    const { texts, metadata } = await read('---\nnot yaml: [\n---\n\nPeace.\n', 'x.md')
    expect(metadata).toEqual({})
    expect(texts[0]?.text).toContain('Peace.')
  })
})

describe('ToTA XML', () => {
  it('gives numbers and names as headings, and the provisions as hints', async () => {
    const decoded = await read(`<?xml version="1.0"?><treaty><meta><name>Ardia - Belmark</name>
      <type>Free Trade Agreement</type><date_signed>2004-12-23</date_signed><language>en</language>
      <parties_original><partyisocode n="1">ARD</partyisocode><partyisocode n="2">JPN</partyisocode></parties_original></meta><body>
      <chapter name="Preamble"><article>The Parties,</article></chapter>
      <chapter number="CHAPTER I" name="General"><article number="ARTICLE 1" name="Scope">1. 	One.


a) two</article></chapter></body></treaty>`)
    expect(decoded).toMatchObject({
      format: 'tota-xml',
      metadata: {
        title: 'Ardia - Belmark Free Trade Agreement',
        signedOn: '2004-12-23',
        parties: ['ARD', 'Japan'],
      },
      texts: [
        {
          language: 'en',
          text: 'The Parties,\n\nCHAPTER I\nGeneral\n\nARTICLE 1\nScope\n\n1. One.\n\na) two\n',
        },
      ],
    })
    expect(hinted(decoded)).toEqual([
      { kind: 'preamble', words: 'The Parties,' },
      {
        kind: 'chapter',
        number: 'I',
        heading: 'General',
        words: expect.stringMatching(/^CHAPTER I\n[^]*two$/),
      },
      { kind: 'article', number: '1', heading: 'Scope', words: 'ARTICLE 1\nScope\n\n1. One.\n\na) two' },
    ])
  })
})

describe('Akoma Ntoso', () => {
  it('gives preface, preamble, articles with their points, notes and metadata', async () => {
    const decoded = await read(`<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <akn:act><akn:meta><akn:identification><akn:FRBRWork><akn:FRBRdate date="2020-05-04" name="signature"/>
      </akn:FRBRWork><akn:FRBRExpression><akn:FRBRlanguage language="fra"/></akn:FRBRExpression></akn:identification></akn:meta>
      <akn:preface><akn:p><akn:docTitle>Traité d’Ardia</akn:docTitle></akn:p></akn:preface>
      <akn:preamble><akn:recitals><akn:recital><akn:p>Désireux de paix,</akn:p></akn:recital></akn:recitals></akn:preamble>
      <akn:body><akn:article><akn:num>Article 1</akn:num><akn:heading>Paix</akn:heading>
      <akn:paragraph><akn:num>1.</akn:num><akn:list><akn:intro><akn:p>Les Parties:</akn:p></akn:intro>
      <akn:point><akn:num>a)</akn:num><akn:content><akn:p>négocient<akn:authorialNote><akn:p>Sans délai.</akn:p></akn:authorialNote>.</akn:p></akn:content></akn:point>
      </akn:list></akn:paragraph></akn:article></akn:body></akn:act></akn:akomaNtoso>`)
    expect(decoded).toMatchObject({
      format: 'akoma-ntoso',
      metadata: { title: 'Traité d’Ardia', signedOn: '2020-05-04' },
      texts: [
        {
          language: 'fr',
          text:
            'Traité d’Ardia\n\nDésireux de paix,\n\nArticle 1\nPaix\n\n1. Les Parties:\n\na) négocient[1].\n\n' +
            '[1] Sans délai.\n',
        },
      ],
    })
    expect(hinted(decoded)).toEqual([
      { kind: 'preamble', words: 'Désireux de paix,' },
      { kind: 'recital', words: 'Désireux de paix,' },
      {
        kind: 'article',
        number: '1',
        heading: 'Paix',
        words: expect.stringMatching(/^Article 1[^]*\[1\]\.$/),
      },
      { kind: 'paragraph', number: '1', words: expect.stringMatching(/^1\. Les[^]*\[1\]\.$/) },
      { kind: 'point', number: 'a', words: 'a) négocient[1].' },
      { kind: 'note', words: '[1] Sans délai.' },
    ])
  })

  it('is read whatever its version and its prefixes are, and however it names its language', async () => {
    const { texts } = await read(`<an:akomaNtoso xmlns:an="http://www.akomantoso.org/2.0"><an:act><an:meta>
      <an:FRBRExpression><an:FRBRlanguage language="fre"/></an:FRBRExpression></an:meta><an:body><an:article>
      <an:num>Article premier</an:num><an:content><an:p>Paix: <an:quotedStructure><an:num>Art. 9</an:num>
      <an:p>Autre.</an:p></an:quotedStructure></an:p></an:content></an:article></an:body></an:act></an:akomaNtoso>`)
    expect(texts[0]).toMatchObject({ language: 'fr', text: 'Article premier\n\nPaix: Art. 9 Autre.\n' })
  })

  it('does not take the articles of a quotation for its own', async () => {
    const decoded = await read(`<akomaNtoso><act><body><article><num>Article 1</num><content><mod>
      <quotedStructure><article><num>Article 6 bis</num><content><p>New.</p></content></article></quotedStructure>
      </mod></content></article></body></act></akomaNtoso>`)
    expect(decoded.texts[0]?.text).toBe('Article 1\n\nArticle 6 bis\n\nNew.\n')
    expect(decoded.texts[0]?.hints).toHaveLength(1)
  })
})

describe('XML that is none of these', () => {
  it.each([
    ['another root', '<?xml version="1.0"?><recipe>Tea</recipe>', 'file-no-agreement'],
    [
      'an external entity',
      '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY x SYSTEM "file:///x">]><treaty>&x;</treaty>',
      'file-unsafe',
    ],
    ['a cut end', '<?xml version="1.0"?><treaty><body>', 'file-corrupt'],
  ])('is refused: %s', async (_, xml, code) => {
    await expect(read(xml)).rejects.toMatchObject({ code })
  })
})

describe('open-treaties JSON', () => {
  const json = JSON.stringify({
    treaty_zh: '和約',
    treaty_en: 'Peace Treaty',
    preamble_en: 'The Parties,',
    preamble_zh: '締約國，',
    articles: [
      {
        article: '十二',
        title_en: 'Peace',
        content_en: 'Peace is kept.',
        title_zh: '',
        content_zh: '應維持和平。',
      },
      { article: '八之二', title_en: '', content_en: 'More.', title_zh: '', content_zh: '另一條。' },
    ],
  })

  it('gives one text for each language, with the numbers that it prints', async () => {
    const { texts, format } = await read(json)
    expect(format).toBe('open-treaties')
    expect(texts.map(({ language, title, text }) => [language, title, text])).toEqual([
      [
        'en',
        'Peace Treaty',
        'Peace Treaty\n\nThe Parties,\n\nArticle 12\nPeace\n\nPeace is kept.\n\nArticle 8 bis\n\nMore.\n',
      ],
      ['zh-Hant', '和約', '和約\n\n締約國，\n\n第十二條\n\n應維持和平。\n\n第八條之二\n\n另一條。\n'],
    ])
    expect(texts[0]?.hints.map(({ kind, number }) => [kind, number])).toEqual([
      ['title', undefined],
      ['preamble', undefined],
      ['article', '12'],
      ['article', '8 bis'],
    ])
  })

  it.each([
    ['other JSON', '{"a": 1}', 'file-no-agreement'],
    ['a cut end', json.slice(0, -5), 'file-corrupt'],
  ])('refuses %s', async (_, characters, code) => {
    await expect(read(characters, 'x.json')).rejects.toMatchObject({ code })
  })
})
