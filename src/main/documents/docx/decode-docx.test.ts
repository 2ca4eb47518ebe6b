import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { decodeDocument } from '../decode-document.ts'
import type { DecodedDocument } from '../decoded-document.ts'
import { docxOf, listed, numberingOf, paragraph, type DocxParts } from '../docx.testing.ts'
import { zipOf } from '../zip.testing.ts'

function read(parts: DocxParts): Promise<DecodedDocument> {
  return decodeDocument(docxOf(parts), 'treaty.docx')
}

async function textOf(parts: DocxParts): Promise<string> {
  return (await read(parts)).texts[0]?.text ?? ''
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  return decodeDocument(bytes, 'x.docx').then(
    () => 'read',
    (error: unknown) => (error instanceof PactaError ? error.code : String(error)),
  )
}

const ARTICLES = numberingOf(['decimal', 'Article %1'], ['decimal', '%1.%2.'], ['lowerLetter', '(%3)'])

describe('a Word document', () => {
  it('prints the numbers that Word computes, each level starting anew', async () => {
    const body = [
      paragraph('Peace', listed(1, 0)),
      paragraph('First.', listed(1, 1)),
      paragraph('One;', listed(1, 2)),
      paragraph('Two.', listed(1, 2)),
      paragraph('Second.', listed(1, 1)),
      paragraph('', listed(1, 1)),
      paragraph('One.', listed(1, 2)),
      paragraph('Trade', listed(1, 0)),
      paragraph('First.', listed(1, 1)),
    ].join('')
    expect(await textOf({ body, numbering: ARTICLES })).toBe(
      [
        'Article 1 Peace',
        '1.1. First.',
        '(a) One;',
        '(b) Two.',
        '1.2. Second.',
        '1.3.',
        '(a) One.',
        'Article 2 Trade',
        '2.1. First.\n',
      ].join('\n\n'),
    )
  })

  it('starts a list anew where the document says so', async () => {
    const numbering = `${numberingOf(['upperRoman', '%1.'])}<w:num w:numId="2"><w:abstractNumId w:val="0"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`
    const body = [1, 1, 2, 2].map((list) => paragraph('x', listed(list, 0))).join('')
    expect(await textOf({ body, numbering })).toBe('I. x\n\nII. x\n\nIV. x\n\nV. x\n')
  })

  it('takes numbering and headings from styles, inherited ones too', async () => {
    const styles = `<w:style w:styleId="H"><w:name w:val="heading 2"/><w:pPr>${listed(1, 0)}</w:pPr></w:style>
      <w:style w:styleId="Own"><w:name w:val="Treaty article"/><w:basedOn w:val="H"/></w:style>`
    const body = paragraph('Peace', '<w:pStyle w:val="Own"/>') + paragraph('The Parties agree.')
    const { texts } = await read({ body, styles, numbering: ARTICLES })
    expect(texts[0]).toMatchObject({
      text: 'Article 1 Peace\n\nThe Parties agree.\n',
      hints: [{ kind: 'heading', start: 0, end: 15, level: 2, number: '1', heading: 'Peace' }],
    })
  })

  it('accepts tracked changes, drops hidden words and comments, and says so', async () => {
    const body = `<w:p><w:r><w:t xml:space="preserve">The Parties </w:t></w:r>
      <w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:del><w:r><w:delText>may</w:delText></w:r></w:del>
      <w:r><w:t xml:space="preserve"> meet</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>
      <w:r><w:commentReference w:id="1"/></w:r></w:p>`
    const { texts, dropped } = await read({ body })
    expect(texts[0]?.text).toBe('The Parties shall meet\n')
    expect(dropped).toEqual(
      ['insertions', 'deletions', 'hidden', 'comments'].map((code) => ({ code, count: 1 })),
    )
  })

  it('prints a number that is all of a paragraph, as Word does, but none of a hidden or deleted one', async () => {
    const gone = (mark: string): string => paragraph('', `${listed(1, 0)}<w:rPr><w:${mark}/></w:rPr>`)
    const body = [
      paragraph('', listed(1, 0)),
      paragraph('The Parties shall consult.'),
      gone('vanish'),
      paragraph('', listed(1, 0)),
      paragraph('They shall meet.'),
      gone('del'),
    ].join('')
    expect(await textOf({ body, numbering: ARTICLES })).toBe(
      'Article 1\n\nThe Parties shall consult.\n\nArticle 2\n\nThey shall meet.\n',
    )
  })

  it('runs a paragraph on into the next when the end between them was deleted', async () => {
    const body = [
      paragraph('The Parties shall ', `${listed(1, 1)}<w:rPr><w:del/></w:rPr>`),
      paragraph('consult', listed(1, 0)),
      paragraph('Second', listed(1, 0)),
    ].join('')
    expect(await textOf({ body, numbering: ARTICLES })).toBe(
      'Article 1 The Parties shall consult\n\nArticle 2 Second\n',
    )
  })

  it('takes the level of a list from the style that it is bound to, or one that is based on it', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="CHAPTER %1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:pStyle w:val="Article"/><w:lvlText w:val="Article %2"/></w:lvl>
      <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:pStyle w:val="Clause"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const style = (id: string, inner: string): string =>
      `<w:style w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`
    const inList = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    const styles =
      ['Chapter', 'Article', 'Clause'].map((id) => style(id, inList)).join('') +
      style('Own article', '<w:basedOn w:val="Article"/>')
    const styled = (words: string, id: string): string => paragraph(words, `<w:pStyle w:val="${id}"/>`)
    const body = [
      styled('Trade', 'Chapter'),
      styled('Duties', 'Article'),
      styled('First.', 'Clause'),
      styled('Quotas', 'Own article'),
      styled('Disputes', 'Chapter'),
      styled('Panels', 'Article'),
      styled('First.', 'Clause'),
    ].join('')
    expect((await textOf({ body, styles, numbering })).split('\n\n')).toEqual([
      'CHAPTER I Trade',
      'Article 1 Duties',
      '1.1.1 First.',
      'Article 2 Quotas',
      'CHAPTER II Disputes',
      'Article 3 Panels',
      '2.3.1 First.\n',
    ])
  })

  it('prints the numbers of table cells without words', async () => {
    const cell = (words: string, form = ''): string => `<w:tc>${paragraph(words, form)}</w:tc>`
    const row = (words: string): string => `<w:tr>${cell('', listed(1, 2))}${cell(words)}</w:tr>`
    const body = `<w:tbl>${row('the first party')}${row('the second party')}</w:tbl>`
    expect(await textOf({ body, numbering: ARTICLES })).toBe('(a) the first party\n\n(b) the second party\n')
  })

  it('drops words that a style hides and what a form shows where nothing was entered', async () => {
    const styles = `<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:caps/></w:rPr></w:style>`
    const body = `<w:p><w:r><w:t xml:space="preserve">Open </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>hidden</w:t></w:r>
      <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>
      ${paragraph('loud', '<w:pStyle w:val="Loud"/>')}${paragraph('gone', '<w:pStyle w:val="Secret"/>')}`
    const { texts, dropped } = await read({ body, styles })
    expect(texts[0]?.text).toBe('Open\n\nLOUD\n')
    expect(dropped).toContainEqual({ code: 'hidden', count: 2 })
  })

  it('says that running heads and feet were left out', async () => {
    const others = [{ name: 'word/header1.xml', content: '<w:hdr/>' }]
    const { dropped } = await read({ body: paragraph('Peace.'), others })
    expect(dropped).toEqual([{ code: 'headers', count: 1 }])
  })

  it('moves footnotes to the end, and keeps a mark', async () => {
    const body = `<w:p><w:r><w:t>The GATT</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>${paragraph('End.')}`
    const footnotes = `<w:footnote w:id="7">${paragraph('Of 1947.')}</w:footnote>`
    expect(await textOf({ body, footnotes })).toBe('The GATT[1]\n\nEnd.\n\n[1] Of 1947.\n')
  })

  it('shows the result of a field, not its instruction', async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Article 3</w:t></w:r>
      <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    expect(await textOf({ body })).toBe('Article 3\n')
  })

  it('writes tables as lines, and joins a marker to its words', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
    const body = `<w:tbl>${row('Tariff', 'Rate')}${row('Tea', '5%')}</w:tbl><w:tbl>${row('(a)', 'the first')}</w:tbl>`
    expect(await textOf({ body })).toBe('Tariff\tRate\nTea\t5%\n\n(a) the first\n')
  })

  it('ignores macros, and says so', async () => {
    const others = [{ name: 'word/vbaProject.bin', content: 'x' }]
    const { dropped } = await read({ body: paragraph('Peace.'), others })
    expect(dropped).toEqual([{ code: 'macros', count: 1 }])
  })

  it('counts Word’s way beyond z and in words', async () => {
    const numbering = numberingOf(['lowerLetter', '%1)'], ['ordinalText', '%2 protocol'])
    const body = Array.from({ length: 27 }, () => paragraph('x', listed(1, 0))).join('')
    const text = await textOf({ body: body + paragraph('y', listed(1, 1)), numbering })
    expect(text).toContain('z) x\n\naa) x\n\nFirst protocol y')
  })
})

describe('a Word document that is not well', () => {
  const main = (content: string): Uint8Array => zipOf([{ name: 'word/document.xml', content }])

  it.each([
    [
      'a bomb',
      zipOf([{ name: 'word/document.xml', content: ' '.repeat(1000), claims: 2 ** 31 }]),
      'file-unpacks-too-large',
    ],
    [
      'a size that is a lie',
      zipOf([{ name: 'word/document.xml', content: ' '.repeat(100_000), claims: 10 }]),
      'file-corrupt',
    ],
    [
      'an external entity',
      main('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
      'file-unsafe',
    ],
    ['parts without end', main('<d>'.repeat(5000)), 'file-unsafe'],
    ['broken XML', main('<w:document><w:body>'), 'file-corrupt'],
    ['no body', main('<document/>'), 'file-corrupt'],
    [
      'an encrypted part',
      zipOf([{ name: 'word/document.xml', content: 'x', isEncrypted: true }]),
      'file-password',
    ],
    ['a workbook', zipOf([{ name: 'xl/workbook.xml', content: 'x' }]), 'file-unsupported'],
    ['a cut archive', docxOf({ body: paragraph('x') }).subarray(0, 300), 'file-corrupt'],
    ['an empty document', docxOf({ body: '' }), 'file-empty'],
    [
      'a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-password',
    ],
    ['the old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-unsupported'],
  ])('with %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })
})
