import type { ComposedBlock } from '#domain/brief/composed.ts'
import type { ThemeMatrix } from '#domain/brief/theme-matrix.ts'
import { themeName } from '#domain/codebook/theme.ts'
import { html, join, type Html } from './html.ts'

/** As many articles as fit side by side on A4 in letters that can still be read. */
const COLUMNS_PER_BAND = 24

const EXPLANATION = 'Each number counts the annotations under a theme that touch an article.'

/** Column heads are narrow: articles by number, the preamble as `Pr.` */
function shortLabel(label: string): string {
  return label === 'preamble' ? 'Pr.' : label.replace(/^art /, '')
}

/** The table of themes × articles as a figure; a wide one is broken into bands of articles, one below the other. */
export function matrixFigure(b: Extract<ComposedBlock, { kind: 'matrix' }>): Html {
  const caption = html`<figcaption dir="auto">Figure ${b.figure}. ${b.caption}. ${EXPLANATION}</figcaption>`
  if (b.matrix.rows.length === 0)
    return html`<figure>${caption}<p class="none">Nothing is tagged yet.</p></figure>`
  const bands: Html[] = []
  for (let from = 0; from < b.matrix.columns.length; from += COLUMNS_PER_BAND) {
    bands.push(band(b.matrix, from, Math.min(from + COLUMNS_PER_BAND, b.matrix.columns.length)))
  }
  return html`<figure>${caption}${join(bands)}</figure>`
}

function band(matrix: ThemeMatrix, from: number, to: number): Html {
  const isLast = to === matrix.columns.length
  const head = matrix.columns
    .slice(from, to)
    .map((column) => html`<th scope="col">${shortLabel(column.label)}</th>`)
  const rows = matrix.rows.map((row) => {
    const cells = row.counts
      .slice(from, to)
      .map((n) =>
        n === 0 ? html`<td class="zero">·</td>` : html`<td class="count ${row.theme.colour}">${n}</td>`,
      )
    const total = isLast ? html`<td class="total">${row.total}</td>` : html``
    return html`<tr><th scope="row">${themeName(row.theme)}</th>${join(cells)}${total}</tr>`
  })
  const totalHead = isLast ? html`<th scope="col" class="total">Total</th>` : html``
  const header = html`<thead><tr><th scope="col">Theme</th>${join(head)}${totalHead}</tr></thead>`
  return html`<table class="matrix">${header}<tbody>${join(rows)}</tbody></table>`
}
