import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import { domRanges, textRuns, type OffsetRange } from './text-offsets.ts'

/** What is painted: a theme family, an annotation with a note only, the words being worked on. */
export type HighlightName = `theme-${ThemeColour}` | 'note-only' | 'annotation-selected' | 'span-pending'

const COLOURS: readonly ThemeColour[] = [
  'framing',
  'political',
  'security',
  'economic',
  'energy',
  'environment',
  'society',
  'legal',
  'implementation',
  'other',
]

const NAMES: readonly HighlightName[] = [
  'note-only',
  ...COLOURS.map((colour): HighlightName => `theme-${colour}`),
  'annotation-selected',
  'span-pending',
]

type WorkedOnName = 'annotation-selected' | 'span-pending'

/** Paints spans of the text without touching its elements, through the CSS Custom Highlight API. */
export interface HighlightPainter {
  /** Replaces what is painted in one unit. */
  paintUnit(unit: Element, annotations: readonly Annotation[], coloursOf: ColoursOf): void
  /** Takes away what is painted in one unit: it has left the screen. */
  clearUnit(unit: Element): void
  /** Replaces the words being worked on, or the selected annotation, wherever they are. */
  paintSpan(name: WorkedOnName, root: Element, span: OffsetRange | undefined): void
  clearSpan(name: WorkedOnName): void
  /** Takes away everything that it has painted. */
  dispose(): void
}

/** The colours under which an annotation shows. */
export type ColoursOf = (annotation: Annotation) => readonly ThemeColour[]

/** One highlight per theme family, for every text on the screen; later names paint over earlier ones. */
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
  const painted = new Map<Element, { name: HighlightName; range: StaticRange }[]>()

  const clearUnit = (unit: Element): void => {
    for (const { name, range } of painted.get(unit) ?? []) highlights.get(name)?.delete(range)
    painted.delete(unit)
  }

  return {
    clearUnit,
    paintUnit: (unit, annotations, coloursOf) => {
      clearUnit(unit)
      // Static: the browser need not follow them whenever something leaves the page, and the words never change.
      const runs = paintedRuns(unit)
      const marks = annotations.flatMap((annotation) => {
        const ranges = runs(annotation)
        const colours = coloursOf(annotation)
        const names: HighlightName[] =
          colours.length === 0 ? ['note-only'] : colours.map((c): HighlightName => `theme-${c}`)
        return names.flatMap((name) => ranges.map((range) => ({ name, range: new StaticRange(range) })))
      })
      for (const { name, range } of marks) highlights.get(name)?.add(range)
      painted.set(unit, marks)
    },
    paintSpan: (name, root, span) => {
      const highlight = highlights.get(name)
      highlight?.clear()
      for (const range of span ? domRanges(root, span) : []) highlight?.add(range)
    },
    clearSpan: (name) => highlights.get(name)?.clear(),
    dispose: () => {
      for (const unit of painted.keys()) clearUnit(unit)
    },
  }
}

/**
 * The words that carry an annotation's colour. A whole provision is marked at its number and name, and by its
 * stripe: colouring every word of it would drown what is marked inside.
 */
function paintedRuns(unit: Element): (annotation: Annotation) => StaticRangeInit[] {
  const runs = textRuns(unit)
  const heading = unit.querySelector('h3')
  return ({ target }) => {
    if (target.kind === 'span') return runs(target.anchor)
    const inHeading = heading ? textRuns(heading)(target.anchor) : []
    return inHeading.length > 0 ? inHeading : runs(target.anchor)
  }
}
