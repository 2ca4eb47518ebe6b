import { describe, expect, it } from 'vitest'
import type { ComposedBlock, ComposedBrief, TableCell } from '#domain/brief/composed.ts'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { briefBody } from './brief-html.ts'
import { cssString, pageStyle } from './page-style.ts'

function briefOf(...blocks: ComposedBlock[]): ComposedBrief {
  return {
    title: 'Defence & <order>',
    author: 'Ana',
    language: 'en',
    paper: 'A4',
    blocks,
    endnotes: [{ number: 1, citation: { title: 'Treaty', date: 'signed 4 March 1951', pinpoint: 'art 2' } }],
  }
}

function body(...blocks: ComposedBlock[]): string {
  return briefBody(briefOf(...blocks), '1 May 2026').html
}

describe('briefBody', () => {
  it('writes words as words, never as markup', () => {
    expect(body()).toContain('Defence &#38; &#60;order&#62;')
    expect(body({ kind: 'paragraph', runs: [{ text: '<img src=x onerror=alert(1)>' }] })).not.toContain(
      '<img',
    )
    expect(body({ kind: 'unknown', type: 'x', words: '"><script>' })).not.toContain('<script')
  })

  it('puts the analyst’s headings below the title, one level each', () => {
    const whole = body(
      { kind: 'heading', level: 1, runs: [{ text: 'One' }] },
      { kind: 'heading', level: 2, runs: [{ text: 'Two' }] },
      { kind: 'heading', level: 3, runs: [{ text: 'Three' }] },
    )
    expect(whole.match(/<h\d/g)).toEqual(['<h1', '<h2', '<h3', '<h4', '<h2'])
  })

  it('links a quotation to its note and back, and says its language', () => {
    const quotation: ComposedBlock = {
      kind: 'quotation',
      words: 'طرفین',
      language: 'fa',
      direction: 'rtl',
      note: 1,
      state: 'exact',
    }
    const whole = body(quotation)
    expect(whole).toContain('<blockquote class="quotation" lang="fa" dir="rtl"><p>«طرفین»')
    expect(whole).toContain('id="ref-1" href="#note-1"')
    expect(whole).toContain(
      '<li id="note-1" dir="ltr"><cite><bdi>Treaty</bdi></cite> <bdi>(signed 4 March 1951)</bdi> <bdi>art 2</bdi>.',
    )
    expect(body({ ...quotation, state: 'changed' })).toContain('The text has changed')
  })

  it('lays a table out the way its words are read, and numbers with it', () => {
    const cell = (text: string, header = false): TableCell => ({ header, runs: [{ text }] })
    const persian = [
      [cell('کشور', true), cell('سال', true)],
      [cell('آردیا'), cell('۱۳۳۰')],
    ]
    const whole = body({ kind: 'table', rows: persian })
    expect(whole).toContain('<table class="written" dir="rtl"><tr><th dir="auto">کشور</th>')
    expect(whole).toContain('<td dir="auto">آردیا</td><td>۱۳۳۰</td>')
    expect(body({ kind: 'table', rows: [[cell('State')]] })).toContain('<table class="written" dir="ltr">')
  })

  it('runs the notes as most of the brief does, and a footnote as its own words do', () => {
    const persian: ComposedBlock = { kind: 'paragraph', runs: [{ text: 'دو طرف با یکدیگر مشورت می‌کنند' }] }
    expect(body(persian)).toContain('<section class="notes" dir="rtl"><h2>')
    const english: ComposedBlock = {
      kind: 'list',
      ordered: false,
      items: [{ runs: [{ text: 'x' }], below: [] }],
    }
    expect(body(english)).toContain('<section class="notes" dir="ltr"><h2>')
    const noted = { ...briefOf(english), endnotes: [{ number: 1, words: 'ماده ۳۳ Charter.' }] }
    expect(briefBody(noted, '').html).toContain('<li id="note-1" dir="rtl">ماده ۳۳ Charter. <a class="back"')

    const endnotes = [{ number: 1, citation: { title: 'عهدنامهٔ دوستی' } }]
    expect(briefBody({ ...briefOf(english), endnotes }, '').html).toContain(
      '<li id="note-1" dir="ltr"><cite>',
    )
    expect(briefBody({ ...briefOf(persian), endnotes }, '').html).toContain(
      '<li id="note-1" dir="rtl"><cite>',
    )
    expect(body(persian)).toContain('<li id="note-1" dir="ltr"><cite><bdi>Treaty')
  })

  it('keeps the name and the date whole beside a title from right to left', () => {
    const whole = briefBody({ ...briefOf(), title: 'امنیت مشترک', author: 'آنا' }, '1 May 2026').html
    expect(whole).toContain('<p class="byline" dir="rtl"><bdi>آنا</bdi> · <bdi>1 May 2026</bdi></p>')
  })

  it('breaks a wide matrix into bands and keeps its totals on the last', () => {
    const theme = defaultCodebook().themes[1]
    if (!theme) throw new Error('the codebook has themes')
    const columns = Array.from({ length: 47 }, (_, i) => ({
      provisionId: `art-${i + 1}`,
      label: `art ${i + 1}`,
    }))
    const rows = [{ theme, counts: columns.map((_, i) => (i === 3 ? 2 : 0)), total: 2 }]
    const whole = body({ kind: 'matrix', figure: 1, caption: 'Themes', matrix: { columns, rows } })
    expect(whole.match(/<table/g)).toHaveLength(2)
    expect(whole.match(/<td class="total">/g)).toHaveLength(1)
    expect(whole).toContain('<th scope="col">47</th>')
  })
})

describe('pageStyle', () => {
  it('sets the paper, the running head and the page numbers', () => {
    const css = pageStyle({ ...briefOf(), paper: 'Letter' })
    expect(css).toContain('size: letter')
    expect(css).toContain('counter(pages)')
    expect(css).toContain('"Defence & \\3c order\\3e "')
  })
})

describe('pageStyle of a title from right to left', () => {
  it('changes the sides of the running head and the page numbers', () => {
    const css = pageStyle({ ...briefOf(), title: 'امنیت مشترک' })
    expect(css).toContain('@top-right { content: "امنیت مشترک"; direction: rtl;')
    expect(css).toContain('@bottom-left { content: "Page "')
    expect(css).toContain('@page :first { @top-right { content: none; } }')
  })
})

describe('cssString', () => {
  it('lets nothing out of the string', () => {
    expect(cssString('a"; } * { x: "\\\n')).toBe('"a\\22 ; \\7d  * \\7b  x: \\22 \\5c \\a "')
  })
})
