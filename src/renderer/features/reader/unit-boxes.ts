import type { Annotation } from '#domain/annotation/annotation.ts'
import { textRuns } from './text-offsets.ts'

/** A box of words, from the upper left corner of the unit. CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the words of an annotation stand in their unit. CSS pixels. */
export interface WordBoxes {
  /** What is marked of them, line by line. */
  readonly marked: readonly Box[]
  /** How far all of them reach. */
  readonly top: number
  readonly bottom: number
}

/** Where an annotation stands; nothing for one without a word in the unit. */
export type BoxesOf = (annotation: Annotation) => WordBoxes | undefined

/** Measures where annotations stand, each once for as long as the words stay where they are. */
export interface UnitBoxes {
  /** For one drawing: the elements that hold the words may be others at the next. */
  look(): BoxesOf
  /** The words may stand elsewhere now. */
  forget(): void
}

/**
 * Measures in one unit. A whole provision is marked at its number and name, and by its stripe: colouring every word of it
 * would drown what is marked inside.
 */
export function unitBoxes(unit: Element): UnitBoxes {
  let known = new WeakMap<Annotation, WordBoxes>()
  return {
    look: () => {
      let measure: BoxesOf | undefined
      return (annotation) => {
        const boxes = known.get(annotation)
        if (boxes) return boxes
        measure ??= measureIn(unit)
        const measured = measure(annotation)
        if (measured) known.set(annotation, measured)
        return measured
      }
    },
    forget: () => {
      known = new WeakMap()
    },
  }
}

function measureIn(unit: Element): BoxesOf {
  const runs = textRuns(unit)
  const heading = unit.querySelector('h3')
  const inHeading = heading ? textRuns(heading) : undefined
  const range = document.createRange()
  return ({ target: { kind, anchor } }) => {
    const { left, top } = unit.getBoundingClientRect()
    const boxesOf = (run: StaticRangeInit | undefined): Box[] => {
      if (!run) return []
      range.setStart(run.startContainer, run.startOffset)
      range.setEnd(run.endContainer, run.endOffset)
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({
        x: x - left,
        y: y - top,
        width,
        height,
      }))
    }
    const all = runs(anchor)
    const named = kind === 'provision' ? (inHeading?.(anchor) ?? []) : []
    const marked = (named.length > 0 ? named : all).flatMap(boxesOf)
    const ends = named.length > 0 ? [...boxesOf(all[0]), ...boxesOf(all.at(-1))] : marked
    if (ends.length === 0) return undefined
    return {
      marked,
      top: Math.min(...ends.map((box) => box.y)),
      bottom: Math.max(...ends.map((box) => box.y + box.height)),
    }
  }
}
