import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { themeName, type Theme } from '#domain/codebook/theme.ts'
import type { AnnotationId, ThemeId } from '#domain/shared/id.ts'
import type { Reference } from '#domain/references/reference.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useAfterPause } from '../../ui/use-after-pause.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import { useMarksLookedAt, useThemeFilter, type ThemeFilter } from '../../workspace/theme-filter.ts'
import { useReferences } from '../../workspace/use-references.ts'
import { rememberedLists } from './remembered-lists.ts'
import { makeHighlightPainter, type ColoursOf } from './highlight-painter.ts'
import type { StripesOf } from './margin-stripes.tsx'
import { OverviewStrip } from './overview-strip.tsx'
import { guessedHeight, readingLayout, type ReadingUnit } from './reading-layout.ts'
import styles from './reading-surface.module.css'
import { referencesByUnit } from './reference-parts.ts'
import { useReferenceLinks } from './use-reference-links.tsx'
import { unitSummary } from './unit-summary.ts'
import { UnitView } from './unit-view.tsx'
import { useFoundMarks } from './use-found-marks.ts'
import { useHits } from './use-hits.ts'
import { unitToShow, useJumps } from './use-jumps.ts'
import { useOverlapKeys } from './use-overlap-keys.ts'
import { usePaintedPointedWords } from './use-pointed-words.ts'
import { useReadingKeys } from './use-reading-keys.ts'
import { useSelectedSpan } from './use-selected-span.ts'
import './highlights.css'

/** How far beyond the screen the text is drawn. CSS pixels. */
const MARGIN = 600

/** The text of an agreement, to read and to mark. */
export function ReadingSurface({
  text,
  model,
  content,
  themes,
  selectionTools,
}: {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
  readonly themes: ReadonlyMap<ThemeId, Theme>
  /** Drawn above the selected words. */
  readonly selectionTools: ReactNode
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const { provisionId, annotationId, span } = useNavigation()
  const { tree } = model
  const { annotations, spans } = useMarksLookedAt(model, true)
  const filter = useThemeFilter()
  const units = useMemo(() => readingLayout(tree, content), [tree, content])
  const annotationsOf = useMemo(() => rememberedLists(), [])
  const coloursOf = useMemo<ColoursOf>(
    () => (annotation) => [
      ...new Set(themesLookedAt(annotation, filter).flatMap((id) => themes.get(id)?.colour ?? [])),
    ],
    [themes, filter],
  )
  const stripesOf = useMemo<StripesOf>(
    () => (annotation) => stripes(annotation, themes, filter),
    [themes, filter],
  )

  const painter = useMemo(() => makeHighlightPainter(), [])
  useEffect(() => {
    painter.register()
    return () => painter.dispose()
  }, [painter])
  const selected = useMemo(
    () => annotationId && annotations.find(({ id }) => id === annotationId),
    [annotations, annotationId],
  )
  useEffect(() => {
    if (!page.current) return
    const marked = selected && selected.target.kind === 'span' ? selected.target.anchor : undefined
    painter.paintSpan('annotation-selected', page.current, marked)
    painter.paintSpan('span-pending', page.current, span)
  }, [painter, selected, span, units])

  const { offset: jump } = useJump()
  const indexOf = useMemo(() => new Map(units.map(({ provision }, i) => [provision.id, i])), [units])
  const unitAt = (offset: number): number | undefined => indexOf.get(unitToShow(tree, offset)?.id ?? '')
  const heights = useMemo(() => rowHeights(units.map(guessedHeight)), [units])
  const { drawn, follow } = useDrawnRows({
    scroller,
    list: page,
    heights,
    margin: MARGIN,
    pinned: [
      indexOf.get(provisionId ?? ''),
      // A selection ends when the element where it begins goes.
      span && unitAt(span.start),
      span && unitAt(span.end - 1),
      jump === undefined ? undefined : unitAt(jump),
    ],
  })
  // The picture of the whole comes when the analyst pauses.
  const pictured = useAfterPause(annotations, 250) ?? NOT_YET
  const place = useSelectedSpan(page, content, tree)
  useJumps(page, tree, follow)
  const summaryOf = ({ provision, label, start, end }: ReadingUnit): string =>
    unitSummary(
      label,
      spans.overlapping(start, end),
      model.assessments.get(provision.id)?.bindingness?.level,
      themes,
    )
  useReadingKeys(page, tree, (id) => {
    const unit = units[indexOf.get(id) ?? -1]
    return unit ? summaryOf(unit) : ''
  })
  useHits(page, tree, spans)
  useOverlapKeys(page, tree, spans)
  usePaintedPointedWords(page, drawn)
  useFoundMarks(page, tree, units, drawn)
  const references = useReferences(text, model, content)
  const linksByUnit = useMemo(() => referencesByUnit(units, references), [units, references])
  const referenceCard = useReferenceLinks(page, text, tree, content, references)

  const selectIn = useMemo(
    () => (unitId: string, selectedId: AnnotationId) =>
      useNavigation.setState({ provisionId: unitId, annotationId: selectedId }),
    [],
  )

  return (
    <div className={styles['frame']}>
      <div ref={scroller} className={styles['scroller']} data-scroller>
        <article
          ref={page}
          className={styles['page']}
          lang={text.language}
          dir={text.direction}
          tabIndex={0}
          aria-label="Text of the agreement"
        >
          {drawn.map((entry) => {
            if (entry.kind === 'room')
              return <div key={`room ${entry.from}`} style={{ blockSize: entry.height }} />
            const unit = units[entry.index]
            if (!unit) return undefined
            return (
              <UnitView
                key={unit.provision.id}
                index={entry.index}
                unit={unit}
                content={content}
                summary={summaryOf(unit)}
                level={model.assessments.get(unit.provision.id)?.bindingness?.level}
                annotations={annotationsOf(unit, spans.overlapping(unit.start, unit.end))}
                references={linksByUnit.get(unit.provision.id) ?? NO_REFERENCES}
                isCurrent={unit.provision.id === provisionId}
                selectedId={unit.provision.id === provisionId ? annotationId : undefined}
                painter={painter}
                coloursOf={coloursOf}
                stripesOf={stripesOf}
                onSelect={selectIn}
              />
            )
          })}
          {referenceCard}
          {place && span && (
            <div className={styles['tools']} style={{ top: place.top, left: place.left }}>
              {selectionTools}
            </div>
          )}
        </article>
      </div>
      <OverviewStrip
        length={content.length}
        annotations={pictured}
        coloursOf={coloursOf}
        onJump={(offset) => useJump.setState({ offset })}
      />
    </div>
  )
}

const NOT_YET: readonly Annotation[] = []
const NO_REFERENCES: readonly Reference[] = []

/** The themes of an annotation that are looked at; none for one that is set grey. */
function themesLookedAt({ themeIds }: Annotation, filter: ThemeFilter): readonly ThemeId[] {
  return filter.themeIds.length === 0 ? themeIds : themeIds.filter((id) => filter.themeIds.includes(id))
}

function stripes(
  annotation: Annotation,
  themes: ReadonlyMap<ThemeId, Theme>,
  filter: ThemeFilter,
): ReturnType<StripesOf> {
  const named = annotation.themeIds.flatMap((id) => themes.get(id) ?? [])
  if (named.length === 0) return [{ colour: 'none', title: 'Note' }]
  const lookedAt = new Set(themesLookedAt(annotation, filter))
  return named.map((theme) => ({
    colour: lookedAt.has(theme.id) ? theme.colour : 'none',
    title: themeName(theme),
  }))
}
