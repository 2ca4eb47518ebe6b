import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import type { Box, BoxesOf } from './unit-boxes.ts'

/** The colours under which an annotation shows. */
export type ColoursOf = (annotation: Annotation) => readonly ThemeColour[]

/** How a mark is drawn: in the colour of a theme family, or as a note without a theme. */
export type MarkName = `theme-${ThemeColour}` | 'note-only'

/** One mark to be drawn: where its words stand, and how many other marks its line has to keep clear of. */
export interface Mark {
  readonly name: MarkName
  readonly start: number
  readonly end: number
  readonly boxes: readonly Box[]
  readonly lane: number
}

/** Lines below one another beneath words that are marked several times; more would reach the next line of the text. */
const LANES = 3
const LANE_HEIGHT = 3

/**
 * The strokes of a line, as places below its upper edge and heights. Families with like colours have unlike lines, so that
 * colour never stands alone. Dashes would do as well, and make a page of marks ten times slower to scroll.
 */
const LINES = {
  single: [[0, 1.5]],
  thick: [[0, 2.5]],
  double: [
    [0, 1],
    [2, 1],
  ],
} as const satisfies Record<string, readonly (readonly [number, number])[]>

const LINE_OF: Readonly<Record<MarkName, keyof typeof LINES>> = {
  'note-only': 'single',
  'theme-framing': 'single',
  'theme-political': 'single',
  'theme-security': 'double',
  'theme-economic': 'thick',
  'theme-energy': 'thick',
  'theme-environment': 'double',
  'theme-society': 'single',
  'theme-legal': 'double',
  'theme-implementation': 'single',
  'theme-other': 'thick',
}

/** The marks of a unit. */
export function marksOf(annotations: readonly Annotation[], boxesOf: BoxesOf, coloursOf: ColoursOf): Mark[] {
  const laneOf = lanes()
  return annotations.flatMap((annotation) => {
    const words = boxesOf(annotation)
    if (!words) return []
    const colours = coloursOf(annotation)
    const names: MarkName[] =
      colours.length === 0 ? ['note-only'] : colours.map((colour): MarkName => `theme-${colour}`)
    const { start, end } = annotation.target.anchor
    return names.map((name) => ({ name, start, end, boxes: words.marked, lane: laneOf(start, end) }))
  })
}

/** Gives each mark, in reading order, the first lane that no mark under the same words has. UTF-16 offsets. */
export function lanes(): (start: number, end: number) => number {
  const ends = Array.from({ length: LANES }, () => -1)
  return (start, end) => {
    const free = ends.findIndex((taken) => taken <= start)
    const lane = free < 0 ? LANES - 1 : free
    ends[lane] = Math.max(end, ends[lane] ?? 0)
    return lane
  }
}

/** What is drawn under one name: the ground of its words, the line under them, and which words they are. */
export interface Drawing {
  readonly ground: string
  readonly line: string
  readonly at: string
}

/** The marks as paths, one drawing for each name: few elements, however many marks there are. */
export function drawingsOf(marks: readonly Mark[]): ReadonlyMap<MarkName, Drawing> {
  const drawings = new Map<MarkName, { ground: string; line: string; at: string }>()
  for (const { name, start, end, boxes, lane } of marks) {
    const drawing = drawings.get(name) ?? { ground: '', line: '', at: '' }
    for (const { x, y, width, height } of boxes) {
      const [left, wide] = [round(x), round(width)]
      // On whole pixels, or two thin lines would be one that is blurred.
      const bottom = Math.round(y + height + lane * LANE_HEIGHT) - 2
      drawing.ground += rectangle(left, round(y), wide, round(height))
      for (const [below, thickness] of LINES[LINE_OF[name]])
        drawing.line += rectangle(left, bottom + below, wide, thickness)
    }
    drawing.at += `${drawing.at && ' '}${start}-${end}`
    drawings.set(name, drawing)
  }
  return drawings
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`
}

/** To half a pixel: lines stay sharp, and the same words give the same path. */
function round(pixels: number): number {
  return Math.round(pixels * 2) / 2
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Draws into the layer of a unit. What is drawn is compared with what is there: the browser paints again only what has
 * changed. `data-at` says which words are marked.
 */
export function drawMarks(layer: SVGSVGElement, drawings: ReadonlyMap<MarkName, Drawing>): void {
  for (const group of layer.querySelectorAll('g'))
    if (!drawings.has(group.getAttribute('data-mark') as MarkName)) group.remove()
  for (const [name, { ground, line, at }] of drawings) {
    const group = groupOf(layer, name)
    set(group, 'data-at', at)
    set(group.firstElementChild, 'd', ground)
    set(group.lastElementChild, 'd', line)
  }
}

function groupOf(layer: SVGSVGElement, name: MarkName): Element {
  const known = layer.querySelector(`[data-mark="${name}"]`)
  if (known) return known
  const group = document.createElementNS(SVG, 'g')
  group.setAttribute('data-mark', name)
  for (const part of ['ground', 'line']) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('data-part', part)
    group.append(path)
  }
  layer.append(group)
  return group
}

function set(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value)
}
