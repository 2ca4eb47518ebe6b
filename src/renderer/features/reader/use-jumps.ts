import { useLayoutEffect, type RefObject } from 'react'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { standAt, useJump } from '../../workspace/navigation.ts'
import { domRanges } from './text-offsets.ts'

/** The unit that shows a place of the text: the one it is in, or else the next. UTF-16 offset. */
export function unitToShow(tree: ProvisionTree, offset: number): Provision | undefined {
  const provision = tree.at(offset) ?? tree.provisions.find((p) => p.start >= offset)
  return provision && tree.unitOf(provision)
}

/**
 * Goes where a jump asks, if one does, before anything else is painted. The unit it goes to is drawn already; `follow` draws what
 * stands around it.
 */
export function useJumps(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  offset: number | undefined,
  follow: () => void,
): void {
  useLayoutEffect(() => {
    const root = page.current
    if (offset === undefined || !root) return
    useJump.setState({ offset: undefined })
    const unit = unitToShow(tree, offset)
    if (!unit) return
    const element = root.querySelector<HTMLElement>(`[data-unit="${CSS.escape(unit.id)}"]`)
    element?.scrollIntoView({ block: 'start' })
    standAt(unit.id)
    // A long unit: the place itself, not only its heading, must be on screen.
    const place =
      element && domRanges(element, { start: offset, end: offset + 1 })[0]?.getBoundingClientRect()
    if (place && place.top > innerHeight * 0.7) {
      element.closest('[data-scroller]')?.scrollBy({ top: place.top - innerHeight * 0.4 })
    }
    follow()
  }, [page, tree, offset, follow])
}
