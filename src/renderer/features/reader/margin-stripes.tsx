import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import type { AnnotationId } from '#domain/shared/id.ts'
import styles from './margin-stripes.module.css'
import { assignLanes } from './stripe-lanes.ts'
import { domRanges } from './text-offsets.ts'

interface Stripe {
  readonly annotationId: AnnotationId
  readonly colour: ThemeColour | 'none'
  readonly title: string
  readonly top: number
  readonly height: number
  readonly lane: number
}

/** What a stripe says when pointed at, and its colour, one entry per theme of the annotation. */
export type StripesOf = (annotation: Annotation) => readonly { colour: ThemeColour | 'none'; title: string }[]

/**
 * The stripes beside one unit, in whose element they stand: a line for each theme of each annotation, as high as its words, in lanes so that
 * none covers another. For the mouse; the same is reached by key through the list of annotations.
 */
export function MarginStripes({
  annotations,
  stripesOf,
  selectedId,
  onSelect,
}: {
  readonly annotations: readonly Annotation[]
  readonly stripesOf: StripesOf
  readonly selectedId: AnnotationId | undefined
  readonly onSelect: (annotation: AnnotationId) => void
}): ReactNode {
  const own = useRef<HTMLDivElement>(null)
  const [stripes, setStripes] = useState<readonly Stripe[]>([])

  useLayoutEffect(() => {
    const element = own.current?.parentElement
    if (!element) return undefined
    const measure = (): void => setStripes(measureStripes(element, annotations, stripesOf))
    measure()
    // Letters move when the window, the measure or a font changes. The first call only says what is known.
    let isFirst = true
    const observer = new ResizeObserver(() => {
      if (!isFirst) measure()
      isFirst = false
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [annotations, stripesOf])

  return (
    <div ref={own} className={styles['stripes']} aria-hidden="true">
      {stripes.map((stripe) => (
        <button
          type="button"
          tabIndex={-1}
          key={`${stripe.annotationId}/${stripe.title}`}
          className={styles['stripe']}
          data-colour={stripe.colour}
          data-selected={stripe.annotationId === selectedId || undefined}
          data-annotation={stripe.annotationId}
          title={stripe.title}
          aria-label={stripe.title}
          style={{ insetBlockStart: stripe.top, blockSize: stripe.height, insetInlineStart: stripe.lane * 9 }}
          onClick={() => onSelect(stripe.annotationId)}
        />
      ))}
    </div>
  )
}

const SHORTEST = 10

function measureStripes(
  unit: HTMLElement,
  annotations: readonly Annotation[],
  stripesOf: StripesOf,
): Stripe[] {
  const origin = unit.getBoundingClientRect().top
  const measured = annotations.flatMap((annotation) => {
    const boxes = domRanges(unit, annotation.target.anchor).map((range) => range.getBoundingClientRect())
    if (boxes.length === 0) return []
    const top = Math.min(...boxes.map((box) => box.top)) - origin
    const bottom = Math.max(...boxes.map((box) => box.bottom)) - origin
    return stripesOf(annotation).map(({ colour, title }) => ({
      annotationId: annotation.id,
      colour,
      title,
      top,
      bottom: Math.max(bottom, top + SHORTEST),
    }))
  })
  const lanes = assignLanes(measured)
  return measured.map(({ bottom, ...stripe }, i) => ({
    ...stripe,
    height: bottom - stripe.top,
    lane: lanes[i] ?? 0,
  }))
}
