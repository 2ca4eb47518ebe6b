import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { decodeDocument } from '../decode-document.ts'
import { ENCRYPTED, pdfOf, scannedPdf, type PlacedWords } from '../pdf.testing.ts'

/** Lines one below the other, 12 points apart. */
function column(lines: readonly string[], x = 60, from = 700): PlacedWords[] {
  return lines.map((words, i) => ({ x, y: from - 12 * i, words }))
}

async function textOf(pages: readonly (readonly PlacedWords[])[]): Promise<string> {
  return (await decodeDocument(pdfOf(pages), 'x.pdf')).texts[0]?.text ?? ''
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  return decodeDocument(bytes, 'x.pdf').then(
    () => 'read',
    (error: unknown) => (error instanceof PactaError ? error.code : String(error)),
  )
}

describe('a PDF with a text layer', () => {
  it('gives paragraphs with their lines joined, and headings on lines of their own', async () => {
    const text = await textOf([
      column([
        'Article 1',
        'The Parties shall consult each other on all matters of common',
        'interest, and shall meet once a year in the capital of each.',
        'Article 2',
        'This Treaty shall enter into force on the day of signature.',
      ]),
    ])
    expect(text).toBe(
      'Article 1\n\nThe Parties shall consult each other on all matters of common interest, and shall meet once a ' +
        'year in the capital of each.\n\nArticle 2\n\nThis Treaty shall enter into force on the day of signature.\n',
    )
  })

  it('joins divided words, and keeps a hyphen that the document has elsewhere', async () => {
    const lines = [
      'The Parties shall pro-',
      'mote cross-border trade, and the cross-',
      'border movement of goods.',
    ]
    const { texts, dropped } = await decodeDocument(pdfOf([column(lines)]), 'x.pdf')
    expect(texts[0]?.text).toBe(
      'The Parties shall promote cross-border trade, and the cross-border movement of goods.\n',
    )
    expect(dropped).toContainEqual({ code: 'hyphens', count: 1 })
  })

  it('reads two columns one after the other', async () => {
    const left = Array.from({ length: 12 }, (_, i) => `left words number ${i} of column`)
    const right = left.map((line) => line.replace('left', 'right'))
    const text = await textOf([[...column(left, 50), ...column(right, 320)]])
    expect(text.indexOf('left words number 11')).toBeLessThan(text.indexOf('right words number 0'))
  })

  it('drops running heads and page numbers, and joins a sentence over the page', async () => {
    const page = (number: number, words: string): PlacedWords[] => [
      { x: 60, y: 770, words: 'Official Journal of Ardia' },
      ...column(['The Parties agree on this and', words], 60, 690),
      { x: 290, y: 30, words: `- ${number} -` },
    ]
    const pages = [page(7, 'also on'), page(8, 'further on'), page(9, 'nothing else.')]
    const { texts, dropped } = await decodeDocument(pdfOf(pages), 'x.pdf')
    expect(texts[0]?.text).toBe(
      'The Parties agree on this and also on The Parties agree on this and further on The Parties agree on this ' +
        'and nothing else.\n',
    )
    expect(dropped).toContainEqual({ code: 'pageNumbers', count: 3 })
    expect(dropped).toContainEqual({ code: 'headers', count: 3 })
  })

  it('drops the head of a collection of treaties from a single page, but not a title with a number', async () => {
    const page = (head: string): Uint8Array =>
      pdfOf([[{ x: 60, y: 770, words: head }, ...column(['Article 1', 'The Parties agree.'], 60, 690)]])
    const { texts, dropped } = await decodeDocument(
      page('154  United Nations - Treaty Series  1974'),
      'x.pdf',
    )
    expect(texts[0]?.text).toMatch(/^Article 1/)
    expect(dropped).toContainEqual({ code: 'headers', count: 1 })
    expect(
      await textOf([[{ x: 60, y: 770, words: 'TREATY OF 4 MARCH 1951' }, ...column(['Article 1'])]]),
    ).toMatch(/^TREATY OF 4 MARCH 1951/)
  })

  it('moves footnotes to the end, with a mark where they were pointed to', async () => {
    const words: PlacedWords[] = [
      { x: 60, y: 700, words: 'Signed on 6 March 1975,' },
      { x: 200, y: 704, words: '3', size: 6 },
      { x: 210, y: 700, words: 'in Ardia by the Parties.' },
      { x: 60, y: 80, words: '3 In force since 1976.', size: 7 },
    ]
    const { texts } = await decodeDocument(pdfOf([words]), 'x.pdf')
    const [decoded] = texts
    expect(decoded?.text).toBe(
      'Signed on 6 March 1975,[3] in Ardia by the Parties.\n\n[3] In force since 1976.\n',
    )
    const note = decoded?.hints.find(({ kind }) => kind === 'note')
    expect(decoded?.text.slice(note?.start, note?.end)).toBe('[3] In force since 1976.')
  })

  it.each([
    ['a scan', scannedPdf(2), 'file-scanned'],
    ['a file with a password', pdfOf([column(['Article 1'])], ENCRYPTED), 'file-password'],
    ['a file cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'file-corrupt'],
    ['blank pages', pdfOf([[], []]), 'file-empty'],
  ])('says what %s is', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('stops when told to', async () => {
    const bytes = pdfOf([column(['a'])])
    const read = decodeDocument(bytes, 'x.pdf', { signal: AbortSignal.abort() })
    await expect(read).rejects.toMatchObject({ code: 'cancelled' })
  })
})
