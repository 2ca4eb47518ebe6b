import { useEffect, type RefObject } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { standAt, useNavigation } from '../../workspace/navigation.ts'
import { useHere } from '../../workspace/here.ts'
import { annotationsAt, nextAt } from './hit-test.ts'
import { offsetOfPoint } from './text-offsets.ts'

/** A click into the text stands at its provision and selects the annotation under it; more clicks go round them. */
export function useHits(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  index: SpanIndex<Annotation>,
): void {
  useEffect(() => {
    const root = page.current
    const hit = (event: MouseEvent): void => {
      // The end of a drag that selects words is no click.
      if (!root || getSelection()?.isCollapsed === false) return
      const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
      const offset = caret ? offsetOfPoint(root, caret.offsetNode, caret.offset) : undefined
      const provision = offset === undefined ? undefined : tree.at(offset)
      if (offset === undefined || !provision) return
      standAt(tree.unitOf(provision).id)
      useHere.setState({ here: { start: offset, end: offset + 1 }, pointed: undefined })
      const { annotationId } = useNavigation.getState()
      useNavigation.setState({ annotationId: nextAt(annotationsAt(index, offset), annotationId) })
    }
    root?.addEventListener('click', hit)
    return () => root?.removeEventListener('click', hit)
  }, [page, tree, index])
}
