import { useCallback, useEffect, useMemo, type ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import { isKept } from '#domain/shared/trash.ts'
import {
  namedCounterparts,
  placeInOther,
  sameAgreementCounterparts,
  turnedRound,
} from '#domain/structure/corresponding.ts'
import type { AnnotationId, ProvisionId, TextId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'
import { latestVersion } from '#domain/text/versions.ts'
import { AnnotateCommands } from '../features/annotate/annotate-commands.tsx'
import { useAnnotationActions } from '../features/annotate/annotation-actions.ts'
import { ThemeFilterBar } from '../features/annotate/theme-filter-bar.tsx'
import { Breadcrumbs } from '../features/reader/breadcrumbs.tsx'
import { GoToAddress } from '../features/reader/go-to-address.tsx'
import { makeScrollTogether, type PlaceInOther } from '../features/reader/scroll-together.ts'
import { ReviewCommand } from '../features/review/review-command.tsx'
import { BesideCommands } from '../features/versions/beside-commands.tsx'
import { VersionCommands } from '../features/versions/version-commands.tsx'
import { themesInOrder } from '../projection/library-model.ts'
import { runCommand } from '../workspace/commands.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { panesShowing, readAlone, useSideBySide, workOn } from '../workspace/side-by-side.ts'
import { useCatalog, useContent, useProvisionTree, useWorkspace } from '../workspace/workspace.ts'
import { GoToInspector } from './go-to-inspector.ts'
import styles from './reading-room.module.css'
import { TextPane } from './text-pane.tsx'
import { TextTools } from './text-tools.tsx'

/** Where a text is read and marked, alone or with another beside it. `text` is the one that is worked on. */
export function ReadingRoom({ text }: { readonly text: Text }): ReactNode {
  const catalog = useCatalog()
  const themes = useMemo(() => themesInOrder(catalog), [catalog])
  const sideBySide = useSideBySide()
  const panes = panesShowing(sideBySide, text.id).flatMap((id) => {
    const shown = catalog.texts.get(id)
    return shown && isKept(shown) ? [shown] : []
  })
  const isBeside = panes.length > 1
  const other = panes.find(({ id }) => id !== text.id)
  const shown = panes.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (useSideBySide.getState().panes.length > 1)
      useSideBySide.setState({ panes: shown.split(' '), workedOn: text.id })
  }, [shown, text.id])

  const linked = useLinked(panes[0], panes[1])
  const together = useMemo(() => makeScrollTogether(), [])
  const { scrollsTogether } = sideBySide
  useEffect(() => together.lead(text.id), [together, text.id])
  useEffect(
    () => together.link(scrollsTogether ? linked?.placeInOther : undefined),
    [together, scrollsTogether, linked],
  )

  const provisionId = useNavigation((state) => state.provisionId)
  const counterpart = linked?.counterpartOf(text.id, provisionId)
  const goToOther = useGoToOther(catalog.texts, other?.id, counterpart)

  return (
    <>
      <TextWork key={text.id} text={text} themes={themes} />
      <BesideCommands text={text} onOtherSide={other && goToOther} />
      <div className={styles['room']}>
        <RoomBar text={text} themes={themes} scrollsTogether={isBeside ? scrollsTogether : undefined} />
        <div className={styles['panes']} data-count={panes.length}>
          {panes.map((pane) => (
            <TextPane
              key={pane.id}
              text={pane}
              beside={isBeside ? { isWorkedOn: pane.id === text.id, counterpart, together } : undefined}
              onWorkOn={() => workOn(pane, counterpart)}
              onClose={() => {
                if (pane.id === text.id && other) workOn(other, counterpart)
                readAlone()
              }}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** Works on the other text, and puts the keys there. */
function useGoToOther(
  texts: ReadonlyMap<TextId, Text>,
  otherId: TextId | undefined,
  counterpart: ProvisionId | undefined,
): () => void {
  return useCallback(() => {
    const there = otherId === undefined ? undefined : texts.get(otherId)
    if (!there) return
    workOn(there, counterpart)
    document
      .querySelector<HTMLElement>(`[data-text="${CSS.escape(there.id)}"] article`)
      ?.focus({ preventScroll: true })
  }, [texts, otherId, counterpart])
}

/** What can be done to the text that is worked on. */
function TextWork({ text, themes }: { readonly text: Text; readonly themes: readonly Theme[] }): ReactNode {
  const { texts } = useCatalog()
  const tree = useProvisionTree(text.id)
  const { content } = useContent(text.content.hash)
  const actions = useAnnotationActions(text.id, content)
  const { projection } = useWorkspace()
  const annotationOf = useCallback(
    (id: AnnotationId) => projection.text(text.id)?.annotations.find((annotation) => annotation.id === id),
    [projection, text.id],
  )
  if (!tree || content === undefined || !actions) return undefined
  const isEarlier = latestVersion(texts, text) !== text
  return (
    <>
      {!isEarlier && (
        <AnnotateCommands actions={actions} annotationOf={annotationOf} tree={tree} themes={themes} />
      )}
      <GoToAddress tree={tree} />
      <GoToInspector />
      <TextTools content={content} tree={tree} themes={themes} actions={actions} />
      <VersionCommands text={text} />
      {!isEarlier && <ReviewCommand textId={text.id} />}
    </>
  )
}

function RoomBar({
  text,
  themes,
  scrollsTogether,
}: {
  readonly text: Text
  readonly themes: readonly Theme[]
  /** Nothing while one text is read alone. */
  readonly scrollsTogether: boolean | undefined
}): ReactNode {
  const tree = useProvisionTree(text.id)
  if (!tree) return undefined
  return (
    <div className={styles['bar']}>
      <Breadcrumbs tree={tree} />
      {scrollsTogether !== undefined && (
        <label className={styles['together']}>
          <input
            type="checkbox"
            checked={scrollsTogether}
            onChange={() => runCommand('view.scrollTogether')}
          />
          Scroll together
        </label>
      )}
      <ThemeFilterBar themes={themes} />
    </div>
  )
}

/** How the units of either text stand for those of the other. */
interface Linked {
  readonly placeInOther: PlaceInOther
  readonly counterpartOf: (textId: TextId, unitId: ProvisionId | undefined) => ProvisionId | undefined
}

/** Nothing until both texts are known. */
function useLinked(first: Text | undefined, second: Text | undefined): Linked | undefined {
  const from = useProvisionTree(first?.id)
  const to = useProvisionTree(second?.id)
  const firstId = first?.id
  const isSameAgreement = first?.agreementId === second?.agreementId
  return useMemo(() => {
    if (!from || !to) return undefined
    const there = isSameAgreement ? sameAgreementCounterparts(from, to) : namedCounterparts(from, to)
    const back = turnedRound(there)
    return {
      placeInOther: (textId, place) =>
        textId === firstId ? placeInOther(there, from, place) : placeInOther(back, to, place),
      counterpartOf: (textId, unitId) => (textId === firstId ? there : back).get(unitId ?? ''),
    }
  }, [from, to, firstId, isSameAgreement])
}
