import { useEffect, useState, type RefObject } from 'react'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { trimSpan } from '#domain/text/anchor.ts'
import { standAt, useNavigation } from '../../workspace/navigation.ts'
import { rangeOfSelection } from './text-offsets.ts'

/** Where tools for the selection stand: CSS pixels inside the page. */
export interface SelectionPlace {
  readonly top: number
  readonly left: number
}

/**
 * Follows the selection: what is selected in the page becomes the span being worked on, without white space at its
 * ends. A selection elsewhere (a search field, a note) leaves the span as it is.
 */
export function useSelectedSpan(
  page: RefObject<HTMLElement | null>,
  content: string,
  tree: ProvisionTree,
): SelectionPlace | undefined {
  const [place, setPlace] = useState<SelectionPlace>()
  useEffect(() => {
    const follow = (): void => {
      const root = page.current
      const selection = getSelection()
      // Asked for where a selection begins, the browser lays out the page first, even if there is none.
      if (!root || !selection?.rangeCount) return
      if (!selection.anchorNode || !root.contains(selection.anchorNode)) return
      const range = rangeOfSelection(root, selection)
      const span = range && trimSpan(content, range.start, range.end)
      if (!span) {
        setPlace(undefined)
        if (useNavigation.getState().span) useNavigation.setState({ span: undefined })
        return
      }
      const provision = tree.at(span.start)
      standAt(provision && tree.unitOf(provision).id)
      useNavigation.setState({ span, annotationId: undefined })
      setPlace(placeAbove(root, selection.getRangeAt(0)))
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [page, content, tree])
  return place
}

/** Half the width of the tools, so that they stay inside the page. */
const HALF_WIDTH = 255

function placeAbove(page: HTMLElement, range: Range): SelectionPlace {
  const frame = page.getBoundingClientRect()
  const first = range.getClientRects()[0] ?? range.getBoundingClientRect()
  const middle = first.left + Math.min(first.width, 240) / 2 - frame.left
  const most = Math.max(HALF_WIDTH, frame.width - HALF_WIDTH)
  return { top: first.top - frame.top, left: Math.min(Math.max(middle, HALF_WIDTH), most) }
}
