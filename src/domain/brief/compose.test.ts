import { describe, expect, it } from 'vitest'
import { createBrief } from '../library/changes/brief-changes.ts'
import {
  annotationOf,
  AGREEMENT,
  AUTHOR,
  libraryState,
  STRUCTURE,
  TEXT,
  TREATY,
} from '../library/fixture.testing.ts'
import { heading, paragraph, run, type RichNode } from '../rich-text/rich-text.ts'
import { treeOf } from '../structure/tree.ts'
import { quotationBlock, themeMatrixBlock, type Brief } from './brief.ts'
import { citationText } from './citation.ts'
import { composeBrief, type BriefSources } from './compose.ts'
import type { Endnote } from './composed.ts'
import { themeMatrix } from './theme-matrix.ts'

const annotation = annotationOf('An attack on one Party shall be considered an attack on both.')
const consultation = annotationOf('consult each other', ['POL.4', 'SEC.5'])

function sources(content: string | undefined = TREATY): BriefSources {
  const state = libraryState()
  return {
    agreement: (id) => state.find('agreement', id),
    text: (id) => state.find('text', id),
    content: (id) => (id === TEXT.id ? content : undefined),
    tree: (id) => (id === TEXT.id ? treeOf(STRUCTURE.provisions) : undefined),
    annotations: () => [annotation, consultation],
    themes: () => state.all('theme'),
  }
}

function briefOf(...blocks: RichNode[]): Brief {
  const [created] = createBrief({ id: 'b', title: 'Defence', language: 'en', paper: 'A4' }, AUTHOR)
  if (created?.op !== 'create') throw new Error('createBrief creates')
  return { ...(created.value as Brief), blocks }
}

const quotation = quotationBlock({
  textId: TEXT.id,
  agreementId: AGREEMENT.id,
  annotationId: annotation.id,
  anchor: annotation.target.anchor,
})

const printed = (note: Endnote): string =>
  `${note.number} ${'words' in note ? note.words : citationText(note.citation)}`

describe('composeBrief', () => {
  it('quotes word for word and cites the provision in a numbered note', () => {
    const composed = composeBrief(briefOf(heading(1, 'Defence'), quotation, quotation), 'Ana', sources())
    expect(composed.blocks[1]).toMatchObject({
      kind: 'quotation',
      words: annotation.target.anchor.quote,
      note: 1,
    })
    expect(composed.endnotes.map(printed)).toEqual([
      '1 Treaty of Mutual Assistance between Ardia and Belmark (signed 4 March 1951) art 2',
      '2 Treaty of Mutual Assistance between Ardia and Belmark (signed 4 March 1951) art 2',
    ])
  })

  it('numbers footnotes and citations together, as they are read', () => {
    const footnote = { type: 'footnote', version: 1, body: 'Compare the Charter.' }
    const written = { ...paragraph(''), children: [run('Thus'), footnote] }
    const composed = composeBrief(briefOf(quotation, written, quotation), 'Ana', sources())
    expect(composed.blocks[1]).toEqual({ kind: 'paragraph', runs: [{ text: 'Thus' }, { text: '', note: 2 }] })
    expect(composed.endnotes.map(printed)).toEqual([
      expect.stringMatching(/^1 Treaty/),
      '2 Compare the Charter.',
      expect.stringMatching(/^3 Treaty/),
    ])
  })

  it('says when the text no longer holds the words, and when the text is gone', () => {
    const state = (content: string | undefined): unknown => {
      const [block] = composeBrief(briefOf(quotation), 'Ana', { ...sources(), content: () => content }).blocks
      return block?.kind === 'quotation' && block.state
    }
    expect(state(TREATY)).toBe('exact')
    expect(state(TREATY.replace('on both', 'on all.'))).toBe('changed')
    expect(state(undefined)).toBe('text missing')
  })

  it('keeps the looks of words, links that are links, and nested lists', () => {
    const link = { type: 'link', url: 'https://example.org/', children: [run('here', 1)] }
    const bad = { type: 'link', url: 'javascript:alert(1)', children: [run('there')] }
    const item = (...children: RichNode[]): RichNode => ({ type: 'listitem', children })
    const list = (...children: RichNode[]): RichNode => ({ type: 'list', listType: 'number', children })
    const composed = composeBrief(
      briefOf(
        { ...paragraph(''), children: [run('see ', 2), link, bad] },
        list(item(run('one')), item(list(item(run('below'))))),
      ),
      'Ana',
      sources(),
    )
    expect(composed.blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'see ', italic: true },
          { text: 'here', bold: true, href: 'https://example.org/' },
          { text: 'there' },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          {
            runs: [{ text: 'one' }],
            below: [{ kind: 'list', ordered: true, items: [{ runs: [{ text: 'below' }], below: [] }] }],
          },
        ],
      },
    ])
  })

  it('keeps the words of a block that it does not know', () => {
    const foreign = { type: 'timeline-2031', children: [run('1951: signed')] }
    expect(composeBrief(briefOf(foreign), 'Ana', sources()).blocks).toEqual([
      { kind: 'unknown', type: 'timeline-2031', words: '1951: signed' },
    ])
  })

  it('computes the theme matrix from the annotations', () => {
    const block = themeMatrixBlock({
      textId: TEXT.id,
      agreementId: AGREEMENT.id,
      rows: 'themes',
      themeIds: [],
    })
    const [figure] = composeBrief(briefOf(block), 'Ana', sources()).blocks
    expect(figure).toMatchObject({ kind: 'matrix', figure: 1 })
  })
})

describe('themeMatrix', () => {
  const tree = treeOf(STRUCTURE.provisions)
  const themes = libraryState().all('theme')

  it('counts annotations by theme and article, in codebook order', () => {
    const matrix = themeMatrix(tree, [annotation, consultation, { ...consultation, id: 'x' }], themes)
    expect(matrix.columns.map((c) => c.label)).toEqual(['preamble', 'art 1', 'art 2', 'art 3'])
    expect(matrix.rows.map((r) => [r.theme.code, ...r.counts, r.total])).toEqual([
      ['POL.4', 0, 2, 0, 0, 2],
      ['SEC.1', 0, 0, 1, 0, 1],
      ['SEC.5', 0, 2, 0, 0, 2],
    ])
  })

  it('counts an annotation over several articles once in each, and none that is in the trash', () => {
    const long = annotationOf(TREATY.slice(TREATY.indexOf('(b) any'), TREATY.indexOf('Article 3')), ['SEC.1'])
    const trashed = { ...annotation, trashed: { at: AUTHOR.at, by: AUTHOR.name } }
    const { rows } = themeMatrix(tree, [long, trashed], themes)
    expect(rows.map((r) => [...r.counts, r.total])).toEqual([[0, 1, 1, 0, 1]])
  })

  it('counts by family: an annotation under two themes of a family counts once', () => {
    const both = annotationOf('consult each other', ['SEC.1', 'SEC.5', 'POL.4'])
    const { rows } = themeMatrix(tree, [both], themes, { rows: 'families', themeIds: [] })
    expect(rows.map((r) => [r.theme.code, r.total])).toEqual([
      ['POL', 1],
      ['SEC', 1],
    ])
  })

  it('shows a chosen theme that nothing carries: its silence is the finding', () => {
    const chosen = themes.filter((theme) => theme.code === 'SEC.3').map((theme) => theme.id)
    expect(
      themeMatrix(tree, [annotation], themes, { rows: 'themes', themeIds: chosen }).rows.map((r) => r.total),
    ).toEqual([0])
  })
})
