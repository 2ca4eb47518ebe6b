import { useEffect, useMemo, type ReactNode, type RefObject } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import type { Reference } from '#domain/references/reference.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import type { Drawn } from '../../ui/drawn-rows.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import type { HighlightPainter } from './highlight-painter.ts'
import type { ReadingUnit } from './reading-layout.ts'
import styles from './reading-surface.module.css'
import { useFoundMarks } from './use-found-marks.ts'
import { useHits } from './use-hits.ts'
import { useAnnotationSteps } from './use-annotation-steps.ts'
import { useOverlapKeys } from './use-overlap-keys.ts'
import { usePaintedPointedWords } from './use-pointed-words.ts'
import { useReadingWatch } from './use-reading-watch.ts'
import { useReadingKeys } from './use-reading-keys.ts'
import { useReferenceLinks } from './use-reference-links.tsx'
import { useThemeDrops, type OnThemeDrop } from './use-theme-drops.ts'
import { useSelectedSpan } from './use-selected-span.ts'

/** The text, and what is drawn of it. */
interface WorkedOnProps {
  readonly page: RefObject<HTMLElement | null>
  readonly text: Text
  readonly tree: ProvisionTree
  readonly content: string
  readonly units: readonly ReadingUnit[]
  readonly annotations: readonly Annotation[]
  readonly spans: SpanIndex<Annotation>
  /** Those too that the theme filter hides. */
  readonly allSpans: SpanIndex<Annotation>
  readonly references: readonly Reference[]
  readonly drawn: readonly Drawn[]
  readonly painter: HighlightPainter
  /** What a screen reader says of a unit. */
  readonly summaryOf: (id: ProvisionId) => string
  readonly selectionTools: ReactNode
  /** Nothing for a text that is only read. */
  readonly onThemeDrop: OnThemeDrop | undefined
}

/**
 * What makes a text the one that is worked on: selection, clicks, keys, search, references. Of two texts beside
 * each other one has it.
 */
export function WorkedOn({ page, text, tree, content, ...props }: WorkedOnProps): ReactNode {
  const { units, annotations, spans, references, drawn, painter } = props
  const { annotationId, span } = useNavigation(({ annotationId, span }) => ({ annotationId, span }))
  const selected = useMemo(
    () => annotationId && annotations.find(({ id }) => id === annotationId),
    [annotations, annotationId],
  )
  useEffect(() => {
    if (!page.current) return undefined
    const marked = selected && selected.target.kind === 'span' ? selected.target.anchor : undefined
    painter.paintSpan('annotation-selected', page.current, marked)
    painter.paintSpan('span-pending', page.current, span)
    return () => {
      painter.clearSpan('annotation-selected')
      painter.clearSpan('span-pending')
    }
  }, [page, painter, selected, span, units])

  const place = useSelectedSpan(page, content, tree)
  useReadingKeys(page, tree, props.summaryOf)
  useHits(page, tree, spans)
  useOverlapKeys(page, tree, spans, props.allSpans)
  useAnnotationSteps(page, tree, annotations)
  useReadingWatch(page, text.id, tree)
  useThemeDrops(page, tree, content, text.language, props.onThemeDrop)
  usePaintedPointedWords(page, drawn)
  useFoundMarks(page, tree, units, drawn)
  const referenceCard = useReferenceLinks(page, text, tree, content, references)
  return (
    <>
      {referenceCard}
      {place && span && (
        <div className={styles['tools']} style={{ top: place.top, left: place.left }}>
          {props.selectionTools}
        </div>
      )}
    </>
  )
}
