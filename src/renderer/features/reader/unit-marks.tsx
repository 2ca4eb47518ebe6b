import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { AnnotationId } from '#domain/shared/id.ts'
import { drawingsOf, drawMarks, marksOf, type ColoursOf } from './mark-painter.ts'
import { MarginStripes, stripesIn, type StripesOf, type UnitStripes } from './margin-stripes.tsx'
import { onTextMoved } from './on-text-moved.ts'
import type { StripeLanes } from './stripe-lanes.ts'
import { unitBoxes, type UnitBoxes } from './unit-boxes.ts'
import './marks.css'

const NOTHING: UnitStripes = { stripes: [], left: [] }

/**
 * The marks of one unit: drawn behind its words, and as stripes beside them. The words themselves stay untouched, and a
 * mark more makes the browser measure that mark and paint this unit, and no other.
 */
export function UnitMarks({
  annotations,
  content,
  coloursOf,
  stripesOf,
  lanes,
  isCurrent,
  selectedId,
  onSelect,
}: {
  readonly annotations: readonly Annotation[]
  readonly content: string
  readonly coloursOf: ColoursOf
  readonly stripesOf: StripesOf
  readonly lanes: StripeLanes
  readonly isCurrent: boolean
  readonly selectedId: AnnotationId | undefined
  readonly onSelect: (annotation: AnnotationId) => void
}): ReactNode {
  const layer = useRef<SVGSVGElement>(null)
  const boxes = useBoxes(layer, content)
  const draw = useRef<() => void>(undefined)
  const [drawn, setDrawn] = useState(NOTHING)

  // Before anything is drawn: it asks how wide the unit is, and what has just been drawn would have to be laid out first.
  useLayoutEffect(() => {
    const unit = layer.current?.parentElement
    if (!unit) return undefined
    return onTextMoved(unit, () => {
      boxes()?.forget()
      draw.current?.()
    })
  }, [boxes])

  useLayoutEffect(() => {
    const own = layer.current
    const measured = boxes()
    if (!own || !measured) return undefined
    const themes = new Map(annotations.flatMap(stripesOf).map(({ key, title }) => [key, title]))
    const unitLanes = lanes.take([...themes.keys()])
    const left = unitLanes.left.map((key) => themes.get(key) ?? '')
    draw.current = () => {
      const boxesOf = measured.look()
      drawMarks(own, drawingsOf(marksOf(annotations, boxesOf, coloursOf)))
      setDrawn({ stripes: stripesIn(annotations, boxesOf, stripesOf, unitLanes.laneOf), left })
    }
    draw.current()
    return () => unitLanes.release()
  }, [annotations, boxes, coloursOf, stripesOf, lanes])

  return (
    <>
      <svg ref={layer} className="marks" aria-hidden="true" />
      <MarginStripes {...drawn} isCurrent={isCurrent} selectedId={selectedId} onSelect={onSelect} />
    </>
  )
}

/** The measures of the unit that a layer stands in; new ones for other words. */
function useBoxes(
  layer: { readonly current: SVGSVGElement | null },
  content: string,
): () => UnitBoxes | undefined {
  return useMemo(() => {
    let made: UnitBoxes | undefined
    return () => {
      const unit = layer.current?.parentElement
      if (unit) made ??= unitBoxes(unit)
      return made
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the words are not read here: other words stand elsewhere
  }, [layer, content])
}
