import { memo, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { levelLabel, type BindingnessLevel } from '#domain/bindingness/scale.ts'
import type { AnnotationId, ProvisionId } from '#domain/shared/id.ts'
import type { StripesOf } from './margin-stripes.tsx'
import type { Reference } from '#domain/references/reference.ts'
import type { ReadingBlock, ReadingUnit, Segment } from './reading-layout.ts'
import type { ColoursOf } from './mark-painter.ts'
import { partsOf } from './reference-parts.ts'
import { ReferenceView } from './reference-view.tsx'
import type { StripeLanes } from './stripe-lanes.ts'
import { UnitMarks } from './unit-marks.tsx'
import styles from './unit-view.module.css'

/** What a unit is drawn from. Everything in it is stable between draws unless it concerns this unit. */
export interface UnitViewProps {
  /** Which of the text's units it is. */
  readonly index: number
  readonly unit: ReadingUnit
  readonly content: string
  /** What a screen reader says of it. */
  readonly summary: string
  /** Its bindingness as the analyst set it. */
  readonly level: BindingnessLevel | undefined
  readonly annotations: readonly Annotation[]
  /** What the unit refers to, in reading order. */
  readonly references: readonly Reference[]
  readonly isCurrent: boolean
  /** The paragraph or point inside it that was gone to. */
  readonly pointed: Segment | undefined
  readonly selectedId: AnnotationId | undefined
  readonly coloursOf: ColoursOf
  readonly stripesOf: StripesOf
  readonly lanes: StripeLanes
  readonly onSelect: (unitId: ProvisionId, annotationId: AnnotationId) => void
}

/** One unit of the text: its heading, its paragraphs with their numbers hanging beside them, its stripes. */
export const UnitView = memo(function UnitView(props: UnitViewProps): ReactNode {
  const {
    index,
    unit,
    content,
    summary,
    level,
    annotations,
    references,
    isCurrent,
    pointed,
    selectedId,
    coloursOf,
    stripesOf,
    lanes,
  } = props
  const { provision, number, name, blocks } = unit
  const isContainer = blocks.length === 0
  const linked = { content, references, isCurrent }
  return (
    <section
      className={styles['unit']}
      data-unit={provision.id}
      data-index={index}
      data-kind={provision.kind}
      data-current={isCurrent || undefined}
      aria-label={summary}
    >
      <div className={styles['gutter']}>
        {level !== undefined && (
          <span
            className={styles['level']}
            data-level={level}
            title={`Bindingness ${level}: ${levelLabel(level)}`}
          >
            {level}
          </span>
        )}
      </div>
      {(number ?? name) && (
        <h3 className={isContainer ? styles['container'] : styles['heading']}>
          {number && <SegmentView content={content} segment={number} />}
          {name && <SegmentView {...linked} segment={name} className={styles['name']} />}
        </h3>
      )}
      {blocks.map((block) => (
        <BlockView
          key={block.text?.start ?? block.marker?.start}
          block={block}
          isPointed={isInside(block, pointed)}
          {...linked}
        />
      ))}
      {annotations.length > 0 && (
        <UnitMarks
          annotations={annotations}
          content={content}
          coloursOf={coloursOf}
          stripesOf={stripesOf}
          lanes={lanes}
          isCurrent={isCurrent}
          selectedId={selectedId}
          onSelect={(annotationId) => props.onSelect(provision.id, annotationId)}
        />
      )}
    </section>
  )
})

const NO_REFERENCES: readonly Reference[] = []

interface Linked {
  readonly content: string
  readonly references: readonly Reference[]
  readonly isCurrent: boolean
}

function isInside({ marker, text }: ReadingBlock, pointed: Segment | undefined): boolean {
  const start = (marker ?? text)?.start
  return pointed !== undefined && start !== undefined && start >= pointed.start && start < pointed.end
}

function BlockView({
  block,
  isPointed,
  ...linked
}: Linked & { readonly block: ReadingBlock; readonly isPointed: boolean }): ReactNode {
  const { provisionId, kind, level, marker, text } = block
  return (
    <div
      className={styles['block']}
      data-provision={provisionId}
      data-kind={kind}
      data-pointed={isPointed || undefined}
      data-level-in={Math.min(level, 4)}
    >
      {marker && <SegmentView content={linked.content} segment={marker} className={styles['marker']} />}
      {text && <SegmentView {...linked} segment={text} className={styles['text']} />}
    </div>
  )
}

/** Runs of the text: each an element with one text node that is exactly a slice of the content. */
function SegmentView({
  content,
  segment,
  className,
  references = NO_REFERENCES,
  isCurrent = false,
}: Partial<Linked> & {
  readonly content: string
  readonly segment: Segment
  readonly className?: string | undefined
}): ReactNode {
  const parts = partsOf(segment, references)
  if (parts.some(({ reference }) => reference))
    return (
      <span className={className}>
        {parts.map((part) =>
          part.reference ? (
            <ReferenceView key={part.start} part={part} content={content} isCurrent={isCurrent} />
          ) : (
            <SegmentView key={part.start} content={content} segment={part} />
          ),
        )}
      </span>
    )
  return (
    <span data-start={segment.start} className={className}>
      {content.slice(segment.start, segment.end)}
    </span>
  )
}
