import type { ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeColour } from '#domain/codebook/theme.ts'
import type { AnnotationId } from '#domain/shared/id.ts'
import styles from './margin-stripes.module.css'
import type { BoxesOf } from './unit-boxes.ts'

interface Stripe {
  readonly annotationId: AnnotationId
  readonly colour: ThemeColour | 'none'
  readonly title: string
  /** The theme in few letters: colour is never its only sign. */
  readonly sign: string
  readonly top: number
  readonly height: number
  readonly lane: number
}

/** One theme of an annotation, as a stripe shows it. */
interface StripeTheme {
  /** Themes with the same key share a lane. */
  readonly key: string
  readonly colour: ThemeColour | 'none'
  /** What the stripe says when pointed at. */
  readonly title: string
  readonly sign: string
}

/** The stripes of an annotation, one for each of its themes. */
export type StripesOf = (annotation: Annotation) => readonly StripeTheme[]

/** What stands beside a unit: its stripes, and the themes for which there is no lane. */
export interface UnitStripes {
  readonly stripes: readonly Stripe[]
  readonly left: readonly string[]
}

/** From one lane to the next. CSS pixels; `--lanes` of the surface has room for them. */
const LANE = 11

/**
 * The stripes beside one unit, in whose element they stand: a line for each theme of each annotation, as high as its
 * words, each theme in a lane of its own. Where the reader stands they carry the codes of their themes. For the mouse; the
 * same is reached by key through the list of annotations.
 */
export function MarginStripes({
  stripes,
  left,
  isCurrent,
  selectedId,
  onSelect,
}: UnitStripes & {
  /** Whether the reader stands at the unit. */
  readonly isCurrent: boolean
  readonly selectedId: AnnotationId | undefined
  readonly onSelect: (annotation: AnnotationId) => void
}): ReactNode {
  return (
    <div className={styles['stripes']} aria-hidden="true">
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
          data-signed={isCurrent || undefined}
          style={{
            insetBlockStart: stripe.top,
            blockSize: stripe.height,
            insetInlineStart: stripe.lane * LANE,
          }}
          onClick={() => onSelect(stripe.annotationId)}
        >
          {isCurrent && <span>{stripe.sign}</span>}
        </button>
      ))}
      {left.length > 0 && (
        <span className={styles['more']} title={left.join('\n')}>
          +{left.length}
        </span>
      )}
    </div>
  )
}

const SHORTEST = 10

/** The stripes of a unit whose themes have the given lanes. */
export function stripesIn(
  annotations: readonly Annotation[],
  boxesOf: BoxesOf,
  stripesOf: StripesOf,
  laneOf: ReadonlyMap<string, number>,
): Stripe[] {
  const stripes = annotations.flatMap((annotation) => {
    const words = boxesOf(annotation)
    if (!words) return []
    const { top, bottom } = words
    return stripesOf(annotation).flatMap(({ key, colour, title, sign }): Stripe[] => {
      const lane = laneOf.get(key)
      const height = Math.max(bottom - top, SHORTEST)
      return lane === undefined
        ? []
        : [{ annotationId: annotation.id, colour, title, sign, top, height, lane }]
    })
  })
  // A short one lies over a long one of the same theme.
  return stripes.sort((a, b) => b.height - a.height)
}
