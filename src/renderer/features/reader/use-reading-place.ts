import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import type { Drawn } from '../../ui/drawn-rows.ts'
import type { ScrollTogether } from './scroll-together.ts'

/** How far below the upper edge the line is that is read: where a jump puts the beginning of a unit. CSS pixels. */
const READING_LINE = 81

/** What a reader does to move a text. */
const LEADING = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/**
 * Lets a text be scrolled together with another one; does nothing for a text that is read alone. `sought` is where it
 * is about to go: a unit that must be drawn first. `follow` draws what stands around it.
 */
export function useReadingPlace({
  scroller,
  textId,
  together,
  drawn,
  sought,
  seek,
  follow,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly textId: TextId
  readonly together: ScrollTogether | undefined
  readonly drawn: readonly Drawn[]
  readonly sought: ReadingPlace | undefined
  readonly seek: (place: ReadingPlace | undefined) => void
  readonly follow: () => void
}): void {
  useEffect(() => {
    const root = scroller.current
    if (!root || !together) return undefined
    const leave = together.join(textId, {
      place: () => placeIn(root),
      goTo: (place) => {
        if (!moveTo(root, place)) seek(place)
      },
    })
    const lead = (): void => together.lead(textId)
    const scrolled = (): void => together.scrolled(textId)
    root.addEventListener('scroll', scrolled, { passive: true })
    for (const event of LEADING) root.addEventListener(event, lead, { passive: true, capture: true })
    return () => {
      leave()
      root.removeEventListener('scroll', scrolled)
      for (const event of LEADING) root.removeEventListener(event, lead, { capture: true })
    }
  }, [scroller, together, textId, seek])

  // A jump goes further than what was drawn: where it has led is known when that is.
  useLayoutEffect(() => together?.scrolled(textId), [together, textId, drawn])

  useLayoutEffect(() => {
    if (!sought || !scroller.current) return
    moveTo(scroller.current, sought)
    seek(undefined)
    follow()
  }, [scroller, sought, seek, follow])
}

/** The unit at the line that is read, and how much of it is above the line. */
function placeIn(root: HTMLElement): ReadingPlace | undefined {
  const line = root.getBoundingClientRect().top + READING_LINE
  for (const unit of root.querySelectorAll<HTMLElement>('[data-unit]')) {
    const { top, bottom, height } = unit.getBoundingClientRect()
    if (bottom <= line) continue
    // A jump may have left the line where nothing is drawn yet.
    if (top > line && unit.dataset['index'] !== '0') return undefined
    const share = height > 0 ? Math.max(0, line - top) / height : 0
    return { unitId: unit.dataset['unit'] ?? '', share }
  }
  return undefined
}

/** Scrolls to a place; false when its unit is not drawn. */
function moveTo(root: HTMLElement, { unitId, share }: ReadingPlace): boolean {
  const unit = root.querySelector(`[data-unit="${CSS.escape(unitId)}"]`)
  if (!unit) return false
  const { top, height } = unit.getBoundingClientRect()
  root.scrollTop += top + share * height - root.getBoundingClientRect().top - READING_LINE
  return true
}
