import { useEffect, type RefObject } from 'react'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { standAt, useJump } from '../../workspace/navigation.ts'
import { domRanges } from './text-offsets.ts'

/** Goes where a jump asks, as soon as the text is drawn. */
export function useJumps(page: RefObject<HTMLElement | null>, tree: ProvisionTree): void {
  const { offset } = useJump()
  useEffect(() => {
    const root = page.current
    if (offset === undefined || !root) return
    useJump.setState({ offset: undefined })
    const provision = tree.at(offset) ?? tree.provisions.find((p) => p.start >= offset)
    const unit = provision && tree.unitOf(provision)
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
  }, [page, tree, offset])
}
