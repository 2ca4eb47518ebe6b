import { domRanges, type OffsetRange } from './text-offsets.ts'

/** What is painted over the words, above every mark: the selected annotation, and the words being worked on. */
export type HighlightName = 'annotation-selected' | 'span-pending'

const NAMES: readonly HighlightName[] = ['annotation-selected', 'span-pending']

/** Paints spans of the text without touching its elements, through the CSS Custom Highlight API. */
export interface HighlightPainter {
  /** Replaces what is painted under a name, wherever it is. */
  paintSpan(name: HighlightName, root: Element, span: OffsetRange | undefined): void
  clearSpan(name: HighlightName): void
}

/** One highlight for a name, for every text on the screen; later names paint over earlier ones. */
function highlightOf(name: HighlightName): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  made.priority = NAMES.indexOf(name)
  CSS.highlights.set(name, made)
  return made
}

/** Makes a painter for one text. */
export function makeHighlightPainter(): HighlightPainter {
  const highlights = new Map(NAMES.map((name) => [name, highlightOf(name)]))
  return {
    paintSpan: (name, root, span) => {
      const highlight = highlights.get(name)
      highlight?.clear()
      for (const range of span ? domRanges(root, span) : []) highlight?.add(range)
    },
    clearSpan: (name) => highlights.get(name)?.clear(),
  }
}
