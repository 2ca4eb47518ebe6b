import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import { textRuns } from './text-offsets.ts'

/** The colours under which an annotation shows. */
export type ColoursOf = (annotation: Annotation) => readonly ThemeColour[]

/** How a mark is drawn: in the colour of a theme family, or as a note without a theme. */
export type MarkName = `theme-${ThemeColour}` | 'note-only'

/** A box of words, from the upper left corner of the unit. CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

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
const LANE_HEIGHT = 2.5

/**
 * Measures where the marks of a unit stand. A whole provision is marked at its number and name, and by its stripe:
 * colouring every word of it would drown what is marked inside.
 */
export function measureMarks(
  unit: Element,
  annotations: readonly Annotation[],
  coloursOf: ColoursOf,
): Mark[] {
  const { left, top } = unit.getBoundingClientRect()
  const runs = textRuns(unit)
  const heading = unit.querySelector('h3')
  const inHeading = heading ? textRuns(heading) : undefined
  const range = document.createRange()
  const boxesOf = (run: StaticRangeInit): Box[] => {
    range.setStart(run.startContainer, run.startOffset)
    range.setEnd(run.endContainer, run.endOffset)
    return [...range.getClientRects()].map(({ x, y, width, height }) => ({
      x: x - left,
      y: y - top,
      width,
      height,
    }))
  }
  const laneOf = lanes()
  return annotations.flatMap((annotation) => {
    const { kind, anchor } = annotation.target
    const named = kind === 'provision' ? (inHeading?.(anchor) ?? []) : []
    const boxes = (named.length > 0 ? named : runs(anchor)).flatMap(boxesOf)
    if (boxes.length === 0) return []
    const colours = coloursOf(annotation)
    const names: MarkName[] =
      colours.length === 0 ? ['note-only'] : colours.map((colour): MarkName => `theme-${colour}`)
    const { start, end } = anchor
    return names.map((name) => ({ name, start, end, boxes, lane: laneOf(start, end) }))
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
      drawing.ground += `M${left} ${round(y)}h${wide}v${round(height)}h${-wide}z`
      drawing.line += `M${left} ${round(y + height + lane * LANE_HEIGHT) - 0.75}h${wide}`
    }
    drawing.at += `${drawing.at && ' '}${start}-${end}`
    drawings.set(name, drawing)
  }
  return drawings
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
