import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import type { AnnotationId } from '#domain/shared/id.ts'

/** The annotations at a place, the shortest first: the one that a reader most likely means. */
export function annotationsAt(index: SpanIndex<Annotation>, offset: number): Annotation[] {
  return annotationsIn(index, offset, offset + 1)
}

/** The annotations that share a character with a range, the shortest first. */
export function annotationsIn(index: SpanIndex<Annotation>, start: number, end: number): Annotation[] {
  const length = ({ target }: Annotation): number => target.anchor.end - target.anchor.start
  return index.overlapping(start, end).sort((a, b) => length(a) - length(b))
}

/** The annotation to select on a click: the first, or the next one when one of them is selected already. */
export function nextAt(
  there: readonly Annotation[],
  selected: AnnotationId | undefined,
): AnnotationId | undefined {
  const current = there.findIndex((annotation) => annotation.id === selected)
  return there[(current + 1) % Math.max(1, there.length)]?.id
}
