import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import type { Drawn } from '../../ui/drawn-rows.ts'
import { moveTo, placeIn } from './reading-place.ts'
import type { ScrollTogether } from './scroll-together.ts'

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
