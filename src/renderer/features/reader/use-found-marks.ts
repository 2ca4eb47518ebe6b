import { useEffect, useMemo, type RefObject } from 'react'
import { hitsWithin, type Hit } from '#domain/text/find-words.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { Drawn } from '../../ui/drawn-rows.ts'
import { standAt, useJump } from '../../workspace/navigation.ts'
import { useFind } from './find-state.ts'
import type { ReadingUnit } from './reading-layout.ts'
import { domRanges } from './text-offsets.ts'

/** Above every theme and every selection: who searches wants to see the hits. */
const PRIORITY = 100

/**
 * Marks what a search has found, in the units near the screen only, and brings the hit that the reader stands at
 * onto the screen.
 */
export function useFoundMarks(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  units: readonly ReadingUnit[],
  drawn: readonly Drawn[],
): void {
  const { hits, current } = useFind()
  const marks = useMemo(() => makeMarks(), [])
  useEffect(() => {
    CSS.highlights.set('find-hit', marks.found)
    CSS.highlights.set('find-current', marks.at)
    return () => {
      CSS.highlights.delete('find-hit')
      CSS.highlights.delete('find-current')
    }
  }, [marks])

  useEffect(() => {
    marks.found.clear()
    const root = page.current
    if (!root || hits.length === 0) return
    for (const entry of drawn) {
      const unit = entry.kind === 'row' ? units[entry.index] : undefined
      const element = unit && unitElement(root, unit.provision.id)
      if (!element) continue
      for (const hit of hitsWithin(hits, unit.start, unit.end))
        for (const range of domRanges(element, hit)) marks.found.add(range)
    }
  }, [marks, page, units, drawn, hits])

  useEffect(() => {
    marks.at.clear()
    const hit = hits[current]
    for (const range of page.current && hit ? rangesOf(page.current, tree, hit) : []) marks.at.add(range)
  }, [marks, page, tree, drawn, hits, current])

  useEffect(() => {
    const root = page.current
    const hit = hits[current]
    const provision = hit && tree.at(hit.start)
    if (!root || !hit) return
    // What is on the screen stays where it is: a text that moves at every hit cannot be read.
    if (provision && isOnScreen(root, rangesOf(root, tree, hit)[0])) standAt(tree.unitOf(provision).id)
    else useJump.setState({ offset: hit.start })
  }, [page, tree, hits, current])
}

function makeMarks(): { readonly found: Highlight; readonly at: Highlight } {
  const found = new Highlight()
  found.priority = PRIORITY
  const at = new Highlight()
  at.priority = PRIORITY + 1
  return { found, at }
}

function unitElement(root: HTMLElement, id: ProvisionId): Element | undefined {
  return root.querySelector(`[data-unit="${CSS.escape(id)}"]`) ?? undefined
}

function rangesOf(root: HTMLElement, tree: ProvisionTree, hit: Hit): Range[] {
  const provision = tree.at(hit.start)
  const element = provision && unitElement(root, tree.unitOf(provision).id)
  return element ? domRanges(element, hit) : []
}

function isOnScreen(root: HTMLElement, range: Range | undefined): boolean {
  const frame = root.closest('[data-scroller]')?.getBoundingClientRect()
  const place = range?.getBoundingClientRect()
  return frame !== undefined && place !== undefined && place.top >= frame.top && place.bottom <= frame.bottom
}
