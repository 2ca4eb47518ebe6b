import { useCallback, useMemo, type RefObject } from 'react'
import { nextAnnotation, type Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { announce } from '../../workspace/announce.ts'
import { useCommand } from '../../workspace/commands.ts'
import { useHere } from '../../workspace/here.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import { notifyStep } from '../../workspace/notify.ts'
import { isLookedAt, useThemesShown } from '../../workspace/theme-filter.ts'
import { useCatalog } from '../../workspace/workspace.ts'

/** Goes from annotation to annotation through the whole text, past those that the theme filter leaves out. */
export function useAnnotationSteps(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  annotations: readonly Annotation[],
): void {
  const { themes } = useCatalog()
  const shown = useThemesShown()
  const go = useCallback(
    (by: 1 | -1): void => {
      const { annotationId, provisionId } = useNavigation.getState()
      const stood = tree.find(provisionId ?? '')
      const from = stood ? (by > 0 ? stood.start : stood.end) : by > 0 ? 0 : Infinity
      const lookedAt = annotations.filter((annotation) => isLookedAt(annotation, shown))
      const next = nextAnnotation(lookedAt, annotationId, from, by)
      if (!next) return notifyStep(by > 0 ? 'There is no annotation further on.' : 'There is none before.')
      const { start, end, quote } = next.target.anchor
      const provision = tree.at(start)
      getSelection()?.removeAllRanges()
      useHere.setState({ here: { start, end }, pointed: undefined })
      useNavigation.setState({
        provisionId: provision && tree.unitOf(provision).id,
        annotationId: next.id,
        span: undefined,
      })
      useJump.setState({ offset: start })
      page.current?.focus({ preventScroll: true })
      const codes = next.themeIds.flatMap((id: ThemeId) => themes.get(id)?.code ?? [])
      const label = provision ? `${citationLabel(tree, provision)}: ` : ''
      announce(`${label}${codes.join(', ') || 'note'}, “${quote.slice(0, 80)}”`)
    },
    [page, tree, annotations, themes, shown],
  )
  const steps = useMemo(() => ({ next: () => go(1), previous: () => go(-1) }), [go])
  useCommand('annotation.next', steps.next)
  useCommand('annotation.previous', steps.previous)
}
