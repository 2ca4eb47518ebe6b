import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import type { ColoursOf } from './mark-painter.ts'

/** The text is pictured in so many lines. */
const LINES = 1000

/** Marks thinner than this cannot be seen. Lines. */
const THINNEST = 3

/** What one colour paints of the picture: an SVG path in a box of 12 by 1000. */
export interface OverviewPath {
  readonly colour: ThemeColour
  readonly path: string
}

/**
 * Where the colours fall over a text of `length` UTF-16 units: each line of the picture has the colour that most
 * annotations there have. One path a colour, so that the picture costs the same for ten annotations and 10,000.
 */
export function overviewPaths(
  length: number,
  annotations: readonly Annotation[],
  coloursOf: ColoursOf,
): OverviewPath[] {
  const counts = new Map<ThemeColour, Uint32Array>()
  for (const annotation of annotations) {
    const [colour = 'other'] = coloursOf(annotation)
    const lines = counts.get(colour) ?? new Uint32Array(LINES)
    counts.set(colour, lines)
    const { start, end } = annotation.target.anchor
    const first = Math.min(Math.floor((start / length) * LINES), LINES - THINNEST)
    const last = Math.min(Math.max(Math.ceil((end / length) * LINES), first + THINNEST), LINES)
    for (let line = first; line < last; line++) lines[line] = (lines[line] ?? 0) + 1
  }
  const winners = Array.from({ length: LINES }, (_, line) => {
    let winner: ThemeColour | undefined
    let most = 0
    for (const [colour, lines] of counts) {
      if ((lines[line] ?? 0) <= most) continue
      most = lines[line] ?? 0
      winner = colour
    }
    return winner
  })
  return [...counts.keys()].map((colour) => ({ colour, path: pathOf(winners, colour) }))
}

function pathOf(winners: readonly (ThemeColour | undefined)[], colour: ThemeColour): string {
  let path = ''
  for (let line = 0; line < LINES; line++) {
    if (winners[line] !== colour) continue
    const from = line
    while (winners[line + 1] === colour) line++
    path += `M1 ${from}h10V${line + 1}H1z`
  }
  return path
}
