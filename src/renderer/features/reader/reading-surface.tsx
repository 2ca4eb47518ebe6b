import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { themeName, type Theme } from '#domain/codebook/theme.ts'
import type { AnnotationId, ProvisionId, ThemeId } from '#domain/shared/id.ts'
import type { Reference } from '#domain/references/reference.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useAfterPause } from '../../ui/use-after-pause.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { leftPlaces } from '../../workspace/left-places.ts'
import { usePointedProvision } from '../../workspace/here.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import { useMarksLookedAt, useThemesShown, type ThemesShown } from '../../workspace/theme-filter.ts'
import { useReferences } from '../../workspace/use-references.ts'
import { rememberedLists } from './remembered-lists.ts'
import { makeHighlightPainter } from './highlight-painter.ts'
import type { ColoursOf } from './mark-painter.ts'
import type { StripesOf } from './margin-stripes.tsx'
import { OverviewStrip } from './overview-strip.tsx'
import { guessedHeight, readingLayout, type ReadingUnit } from './reading-layout.ts'
import styles from './reading-surface.module.css'
import { referencesByUnit } from './reference-parts.ts'
import type { ScrollTogether } from './scroll-together.ts'
import { stripeLanes } from './stripe-lanes.ts'
import { unitSummary } from './unit-summary.ts'
import { UnitView } from './unit-view.tsx'
import { unitToShow, useJumps } from './use-jumps.ts'
import type { OnThemeDrop } from './use-theme-drops.ts'
import { usePlaceFollows } from './use-place-follows.ts'
import { usePlaceHeld } from './use-place-held.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { WorkedOn } from './worked-on.tsx'
import './highlights.css'

/** How far beyond the screen the text is drawn. CSS pixels. */
const MARGIN = 600

/** How many lanes of stripes there is room for. */
const LANES = { alone: 6, beside: 4 } as const

/** Where a text stands that is read beside another. */
export interface Beside {
  /** The agreement's title, to tell the two apart. */
  readonly title: string
  /** Whether keys and marks go to this text, and not to the other. */
  readonly isWorkedOn: boolean
  /** In the text that is not worked on: the provision that stands for the one stood at in the other. */
  readonly counterpart: ProvisionId | undefined
  readonly together: ScrollTogether
}

/** The text of an agreement, to read and to mark. */
export function ReadingSurface({
  text,
  model,
  content,
  themes,
  beside,
  selectionTools,
  onThemeDrop,
}: {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
  readonly themes: ReadonlyMap<ThemeId, Theme>
  /** Nothing while one text is read alone. */
  readonly beside?: Beside | undefined
  /** Drawn above the selected words. */
  readonly selectionTools: ReactNode
  /** Nothing for a text that is only read. */
  readonly onThemeDrop: OnThemeDrop | undefined
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const navigation = useNavigation(({ provisionId, annotationId, span }) => ({
    provisionId,
    annotationId,
    span,
  }))
  const isWorkedOn = beside?.isWorkedOn ?? true
  const { provisionId, annotationId, span } = isWorkedOn
    ? navigation
    : { provisionId: beside?.counterpart, annotationId: undefined, span: undefined }
  const { tree } = model
  const pointedId = usePointedProvision(tree)
  const pointed = isWorkedOn ? tree.find(pointedId ?? '') : undefined
  const { annotations, spans } = useMarksLookedAt(model, true)
  const shown = useThemesShown()
  const units = useMemo(() => readingLayout(tree, content), [tree, content])
  const annotationsOf = useMemo(() => rememberedLists(), [])
  const coloursOf = useMemo<ColoursOf>(
    () => (annotation) => [
      ...new Set(themesLookedAt(annotation, shown).flatMap((id) => themes.get(id)?.colour ?? [])),
    ],
    [themes, shown],
  )
  const stripesOf = useMemo<StripesOf>(
    () => (annotation) => stripes(annotation, themes, shown),
    [themes, shown],
  )

  const isBeside = beside !== undefined
  const lanes = useMemo(() => stripeLanes(isBeside ? LANES.beside : LANES.alone), [isBeside])
  const painter = useMemo(() => makeHighlightPainter(), [])

  const wanted = useJump(({ offset }) => offset)
  const jump = isWorkedOn ? wanted : undefined
  const indexOf = useMemo(() => new Map(units.map(({ provision }, i) => [provision.id, i])), [units])
  const unitAt = (offset: number): number | undefined => indexOf.get(unitToShow(tree, offset)?.id ?? '')
  const heights = useMemo(() => rowHeights(units.map(guessedHeight)), [units])
  // Reading goes on where the text was left, unless it was asked for at a place.
  const [sought, seek] = useState(() =>
    beside || navigation.provisionId || jump !== undefined ? undefined : leftPlaces.of(text.id),
  )
  const { drawn, follow } = useDrawnRows({
    scroller,
    list: page,
    heights,
    margin: MARGIN,
    pinned: [
      indexOf.get(provisionId ?? ''),
      indexOf.get(sought?.unitId ?? ''),
      // A selection ends when the element where it begins goes.
      span && unitAt(span.start),
      span && unitAt(span.end - 1),
      jump === undefined ? undefined : unitAt(jump),
    ],
  })
  useJumps(page, tree, jump, follow)
  useReadingPlace({ scroller, textId: text.id, together: beside?.together, drawn, sought, seek, follow })
  usePlaceFollows(scroller, text.id, isWorkedOn)
  usePlaceHeld(scroller, isWorkedOn, seek)
  // The picture of the whole comes when the analyst pauses.
  const pictured = useAfterPause(annotations, 250) ?? NOT_YET
  const references = useReferences(text, model, content)
  const linksByUnit = useMemo(() => referencesByUnit(units, references), [units, references])
  const summaryOf = ({ provision, label, start, end }: ReadingUnit): string =>
    unitSummary(
      label,
      model.spans.overlapping(start, end),
      model.assessments.get(provision.id)?.bindingness?.level,
      themes,
    )
  const selectIn = useMemo(
    () => (unitId: string, selectedId: AnnotationId) =>
      useNavigation.setState({ provisionId: unitId, annotationId: selectedId }),
    [],
  )

  return (
    <div className={styles['frame']} data-beside={beside ? true : undefined}>
      <div ref={scroller} className={styles['scroller']} data-scroller>
        <article
          ref={page}
          className={styles['page']}
          lang={text.language}
          dir={text.direction}
          tabIndex={0}
          aria-label={beside ? `Text of the agreement: ${beside.title}` : 'Text of the agreement'}
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
                pointed={unit.provision.id === provisionId ? pointed : undefined}
                selectedId={unit.provision.id === provisionId ? annotationId : undefined}
                coloursOf={coloursOf}
                stripesOf={stripesOf}
                lanes={lanes}
                onSelect={selectIn}
              />
            )
          })}
          {isWorkedOn && (
            <WorkedOn
              page={page}
              text={text}
              tree={tree}
              content={content}
              units={units}
              annotations={annotations}
              spans={spans}
              allSpans={model.spans}
              references={references}
              drawn={drawn}
              painter={painter}
              summaryOf={(id) => {
                const unit = units[indexOf.get(id) ?? -1]
                return unit ? summaryOf(unit) : ''
              }}
              selectionTools={selectionTools}
              onThemeDrop={onThemeDrop}
            />
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
function themesLookedAt({ themeIds }: Annotation, shown: ThemesShown): readonly ThemeId[] {
  return shown === undefined ? themeIds : themeIds.filter((id) => shown.has(id))
}

function stripes(
  annotation: Annotation,
  themes: ReadonlyMap<ThemeId, Theme>,
  shown: ThemesShown,
): ReturnType<StripesOf> {
  const named = annotation.themeIds.flatMap((id) => themes.get(id) ?? [])
  if (named.length === 0) return [{ key: 'note', colour: 'none', title: 'Note', sign: 'Note' }]
  const lookedAt = new Set(themesLookedAt(annotation, shown))
  return named.map((theme) => ({
    key: theme.id,
    sign: theme.code,
    colour: lookedAt.has(theme.id) ? theme.colour : 'none',
    title: themeName(theme),
  }))
}
