import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { drawingsOf, drawMarks, measureMarks, type ColoursOf } from './mark-painter.ts'
import { onTextMoved } from './on-text-moved.ts'
import './marks.css'

/**
 * The marks of one unit, drawn behind its words: the words themselves stay untouched, and a mark more makes the browser
 * paint this unit and no other. For the eye only: the same is said in the list of annotations and in the unit's summary.
 */
export function UnitMarks({
  annotations,
  coloursOf,
}: {
  readonly annotations: readonly Annotation[]
  readonly coloursOf: ColoursOf
}): ReactNode {
  const layer = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    const own = layer.current
    const unit = own?.parentElement
    if (!own || !unit) return undefined
    const draw = (): void => drawMarks(own, drawingsOf(measureMarks(unit, annotations, coloursOf)))
    draw()
    return onTextMoved(unit, draw)
  }, [annotations, coloursOf])
  return <svg ref={layer} className="marks" aria-hidden="true" />
}
