import type { ComposedBrief } from '#domain/brief/composed.ts'
import { directionOfWords } from '#domain/rich-text/direction.ts'

const FACES = "Inter, 'Amiri for Print', 'Noto Serif SC', sans-serif"

/**
 * The rules of one print job: paper, running head, page numbers. Chromium prints margin boxes since version 131,
 * so no header template is needed, which would not see the page's fonts. Under a title from right to left they change
 * sides.
 */
export function pageStyle(brief: Pick<ComposedBrief, 'title' | 'paper'>): string {
  const direction = directionOfWords(brief.title)
  const [head, foot] = direction === 'rtl' ? ['top-right', 'bottom-left'] : ['top-left', 'bottom-right']
  return `@page {
  size: ${brief.paper === 'A4' ? 'A4' : 'letter'} portrait;
  margin: 26mm 24mm 24mm;
  @${head} { content: ${cssString(brief.title)}; direction: ${direction}; font: 400 8.5pt ${FACES}; color: #5b5f66; }
  @${foot} { content: "Page " counter(page) " of " counter(pages); font: 400 8.5pt ${FACES}; color: #5b5f66; }
}
@page :first { @${head} { content: none; } }
`
}

/** A string as CSS writes it: whatever could end it or start something else is escaped by its code point. */
export function cssString(words: string): string {
  return `"${words.replace(/["\\\n\r\f<>{}]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`
}
