import type { Citation } from '#domain/brief/citation.ts'
import type { ComposedBlock, ComposedBrief } from '#domain/brief/composed.ts'
import { directionOfMost, directionOfWords, ownDirection } from '#domain/rich-text/direction.ts'
import type { Run } from '#domain/rich-text/runs.ts'
import { quoted } from '#domain/text/quoted.ts'
import { html, join, type Html } from './html.ts'
import { matrixFigure } from './matrix-html.ts'

/**
 * A brief as the body of a page for printing: headings make the outline, quotations link to their notes and back,
 * and every element says what it is, so that the tagged PDF can be read aloud.
 */
export function briefBody(brief: ComposedBrief, date: string): Html {
  const title = html`<h1 class="brief-title" dir="auto">${brief.title}</h1>`
  // The name and the date each keep their own order, on the side of the title.
  const side = directionOfWords(brief.title)
  const byline = html`<p class="byline" dir="${side}"><bdi>${brief.author}</bdi> · <bdi>${date}</bdi></p>`
  const blocks = join(brief.blocks.map(block))
  return html`<header class="brief-head">${title}${byline}</header><main>${blocks}</main>${notes(brief)}`
}

function block(b: ComposedBlock): Html {
  switch (b.kind) {
    case 'heading':
      return heading(b.level, runs(b.runs))
    case 'paragraph':
      return b.runs.length === 0 ? html`` : html`<p dir="auto">${runs(b.runs)}</p>`
    case 'blockquote':
      return html`<blockquote class="written" dir="auto"><p>${runs(b.runs)}</p></blockquote>`
    case 'list':
      return list(b)
    case 'table':
      return table(b)
    case 'quotation':
      return quotation(b)
    case 'matrix':
      return matrixFigure(b)
    case 'unknown':
      return html`<p class="unknown" dir="auto">${b.words}</p>`
  }
}

/** The brief's title is the page's only first-level heading; the analyst's headings start below it. */
function heading(level: 1 | 2 | 3, content: Html): Html {
  if (level === 1) return html`<h2 dir="auto">${content}</h2>`
  return level === 2 ? html`<h3 dir="auto">${content}</h3>` : html`<h4 dir="auto">${content}</h4>`
}

function runs(all: readonly Run[]): Html {
  return join(all.map(run))
}

function run(r: Run): Html {
  if (r.lineBreak) return html`<br>`
  if (r.note !== undefined) return html`<sup>${noteLink(r.note)}</sup>`
  let piece = html`${r.text}`
  if (r.position === 'super') piece = html`<sup>${piece}</sup>`
  if (r.position === 'sub') piece = html`<sub>${piece}</sub>`
  if (r.bold) piece = html`<strong>${piece}</strong>`
  if (r.italic) piece = html`<em>${piece}</em>`
  if (r.underline) piece = html`<u>${piece}</u>`
  if (r.strike) piece = html`<s>${piece}</s>`
  return r.href === undefined ? piece : html`<a href="${r.href}">${piece}</a>`
}

function list(b: Extract<ComposedBlock, { kind: 'list' }>): Html {
  const items = join(
    b.items.map((item) => html`<li dir="auto">${runs(item.runs)}${join(item.below.map(block))}</li>`),
  )
  return b.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
}

function table(b: Extract<ComposedBlock, { kind: 'table' }>): Html {
  const rows = b.rows.map((row) => {
    const cells = row.map((c) => {
      // A number stands under its heading, on whichever side that is.
      const own = ownDirection(wordsIn(c.runs))
      const dir = own ? html` dir="${own}"` : html``
      return c.header ? html`<th${dir}>${runs(c.runs)}</th>` : html`<td${dir}>${runs(c.runs)}</td>`
    })
    return html`<tr>${join(cells)}</tr>`
  })
  return html`<table class="written" dir="${directionOfWords(wordsOf(b))}">${join(rows)}</table>`
}

const STALE = {
  exact: html``,
  changed: html`<p class="stale"><bdi>The text has changed since this was quoted.</bdi></p>`,
  'text missing': html`<p class="stale"><bdi>The quoted text is no longer in the library.</bdi></p>`,
}

function quotation(b: Extract<ComposedBlock, { kind: 'quotation' }>): Html {
  const words = html`<p>${quoted(b.words, b.language)}<sup>${noteLink(b.note)}</sup></p>`
  return html`<blockquote class="quotation" lang="${b.language}" dir="${b.direction}">${words}${STALE[b.state]}</blockquote>`
}

function noteLink(note: number): Html {
  return html`<a class="note-ref" id="ref-${note}" href="#note-${note}" aria-label="Note ${note}">${note}</a>`
}

/**
 * The notes run as most of what the analyst wrote. A footnote runs by its own words, its number with it, and so does a
 * citation in notes from right to left; in those from left to right what is cited is one name among English words.
 */
function notes({ title, blocks, endnotes }: ComposedBrief): Html {
  if (endnotes.length === 0) return html``
  const dir = directionOfMost([title, ...blocks.map(wordsOf)].join(' '))
  const items = endnotes.map((note) => {
    const { number } = note
    const own = 'words' in note ? note.words : dir === 'rtl' ? note.citation.title : ''
    const content = 'words' in note ? html`${note.words}` : citation(note.citation)
    const back = html`<a class="back" href="#ref-${number}" aria-label="Back to the text">↑</a>`
    return html`<li id="note-${number}" dir="${directionOfWords(own)}">${content} ${back}</li>`
  })
  return html`<section class="notes" dir="${dir}"><h2>Notes</h2><ol>${join(items)}</ol></section>`
}

/** The words of the analyst in a block; quotations and figures have none. */
function wordsOf(b: ComposedBlock): string {
  switch (b.kind) {
    case 'heading':
    case 'paragraph':
    case 'blockquote':
      return wordsIn(b.runs)
    case 'list':
      return b.items.map((item) => [wordsIn(item.runs), ...item.below.map(wordsOf)].join(' ')).join(' ')
    case 'table':
      return b.rows.flatMap((row) => row.map((cell) => wordsIn(cell.runs))).join(' ')
    case 'unknown':
      return b.words
    case 'quotation':
    case 'matrix':
      return ''
  }
}

function wordsIn(all: readonly Run[]): string {
  return all.map(({ text }) => text).join('')
}

function citation({ title, date, pinpoint }: Citation): Html {
  const when = date === undefined ? html`` : html` <bdi>(${date})</bdi>`
  const where = pinpoint === undefined ? html`` : html` <bdi>${pinpoint}</bdi>`
  return html`<cite><bdi>${title}</bdi></cite>${when}${where}.`
}
