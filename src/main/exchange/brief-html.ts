import type { Citation } from '#domain/brief/citation.ts'
import type { ComposedBlock, ComposedBrief, Endnote } from '#domain/brief/composed.ts'
import { directionOfWords, ownDirection } from '#domain/rich-text/direction.ts'
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
  const byline = html`<p class="byline" dir="auto">${brief.author} · ${date}</p>`
  const blocks = join(brief.blocks.map(block))
  return html`<header class="brief-head">${title}${byline}</header><main>${blocks}</main>${notes(brief.endnotes)}`
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
      const own = ownDirection(c.runs.map(({ text }) => text).join(''))
      const dir = own ? html` dir="${own}"` : html``
      return c.header ? html`<th${dir}>${runs(c.runs)}</th>` : html`<td${dir}>${runs(c.runs)}</td>`
    })
    return html`<tr>${join(cells)}</tr>`
  })
  const words = b.rows.flatMap((row) => row.flatMap((cell) => cell.runs.map(({ text }) => text))).join(' ')
  return html`<table class="written" dir="${directionOfWords(words)}">${join(rows)}</table>`
}

const STALE = {
  exact: html``,
  changed: html`<p class="stale">The text has changed since this was quoted.</p>`,
  'text missing': html`<p class="stale">The quoted text is no longer in the library.</p>`,
}

function quotation(b: Extract<ComposedBlock, { kind: 'quotation' }>): Html {
  const words = html`<p>${quoted(b.words, b.language)}<sup>${noteLink(b.note)}</sup></p>`
  return html`<blockquote class="quotation" lang="${b.language}" dir="${b.direction}">${words}${STALE[b.state]}</blockquote>`
}

function noteLink(note: number): Html {
  return html`<a class="note-ref" id="ref-${note}" href="#note-${note}" aria-label="Note ${note}">${note}</a>`
}

function notes(endnotes: readonly Endnote[]): Html {
  if (endnotes.length === 0) return html``
  const items = endnotes.map((note) => {
    const { number } = note
    const back = html` <a class="back" href="#ref-${number}" aria-label="Back to the text">↑</a>`
    return html`<li id="note-${number}">${'words' in note ? html`<span dir="auto">${note.words}</span>` : citation(note.citation)}${back}</li>`
  })
  return html`<section class="notes"><h2>Notes</h2><ol>${join(items)}</ol></section>`
}

function citation({ title, date, pinpoint }: Citation): Html {
  const when = date === undefined ? html`` : html` (${date})`
  const where = pinpoint === undefined ? html`` : html` <bdi>${pinpoint}</bdi>`
  return html`<cite><bdi>${title}</bdi></cite>${when}${where}.`
}
