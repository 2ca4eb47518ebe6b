import { useCallback, type RefObject } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import { isCoded, nextUncoded } from '#domain/annotation/uncoded.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { announce } from '../../workspace/announce.ts'
import { useCommand } from '../../workspace/commands.ts'
import { useHere } from '../../workspace/here.ts'
import { standAt, useJump, useNavigation, type Span } from '../../workspace/navigation.ts'
import { notifyStep } from '../../workspace/notify.ts'
import { annotationsIn, nextAt } from './hit-test.ts'

/**
 * Keys that go through the annotations of one place, and through the provisions that have none. `index` has those that
 * are seen; what is coded is coded also where `all` of them are not seen.
 */
export function useOverlapKeys(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  index: SpanIndex<Annotation>,
  all: SpanIndex<Annotation>,
): void {
  useCommand(
    'annotation.nextHere',
    useCallback(() => {
      const here = placeStoodAt(tree)
      const there = here ? annotationsIn(index, here.start, here.end) : []
      const annotationId = nextAt(there, useNavigation.getState().annotationId)
      const place = there.findIndex((annotation) => annotation.id === annotationId)
      const next = there[place]
      if (!next) return notifyStep('Nothing is annotated here.')
      useHere.setState({ here })
      getSelection()?.removeAllRanges()
      const provision = tree.at(next.target.anchor.start)
      standAt(provision && tree.unitOf(provision).id)
      useNavigation.setState({ annotationId, span: undefined })
      announce(`Annotation ${place + 1} of ${there.length} here: ${next.target.anchor.quote.slice(0, 120)}`)
    }, [tree, index]),
  )

  const goUncoded = useCallback(
    (by: 1 | -1) => {
      const units = tree.units.filter(({ kind }) => kind !== 'title')
      const here = units.findIndex(({ id }) => id === useNavigation.getState().provisionId)
      const next = nextUncoded(units, here, by, (unit) => isCoded(all, unit))
      if (!next) return notifyStep(by > 0 ? 'All that follows is coded.' : 'All that comes before is coded.')
      getSelection()?.removeAllRanges()
      useNavigation.setState({ provisionId: next.id, annotationId: undefined, span: undefined })
      useJump.setState({ offset: next.start })
      page.current?.focus({ preventScroll: true })
      announce(`${citationLabel(tree, next)}, not coded`)
    },
    [page, tree, all],
  )
  useCommand(
    'go.nextUncoded',
    useCallback(() => goUncoded(1), [goUncoded]),
  )
  useCommand(
    'go.previousUncoded',
    useCallback(() => goUncoded(-1), [goUncoded]),
  )
}

/** The selected words, the place of the last click, or else the whole provision. */
function placeStoodAt(tree: ProvisionTree): Span | undefined {
  const { span, provisionId } = useNavigation.getState()
  const provision = tree.find(provisionId ?? '')
  const { here } = useHere.getState()
  const isStillThere = provision && here && here.start < provision.end && provision.start < here.end
  return span ?? (isStillThere ? here : provision)
}
