import { useEffect, type RefObject } from 'react'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import { useJump } from '../../workspace/navigation.ts'
import { moveTo, placeIn } from './reading-place.ts'

/**
 * Keeps what is read where it is when the text becomes narrower or wider: the window has another size, or a side has
 * come or gone. The browser's anchoring does so for what grows above the screen, but not when all lines break anew.
 * `seek` goes to a place that is not drawn.
 */
export function usePlaceHeld(
  scroller: RefObject<HTMLElement | null>,
  isWorkedOn: boolean,
  seek: (place: ReadingPlace) => void,
): void {
  useEffect(() => {
    const root = scroller.current
    if (!root || !isWorkedOn) return undefined
    let width = root.clientWidth
    let place: ReadingPlace | undefined
    const look = (): void => {
      // Lines that break anew move what is read too, and that is no place the reader has gone to.
      if (root.clientWidth === width) place = placeIn(root)
    }
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === width) return
      width = root.clientWidth
      if (place && !moveTo(root, place)) seek(place)
    })
    observer.observe(root)
    root.addEventListener('scroll', look, { passive: true })
    // Where a jump leads is seen when it is there, even if nothing has to be scrolled for it.
    const stopListening = useJump.subscribe(({ offset }) => {
      place = undefined
      if (offset === undefined) requestAnimationFrame(look)
    })
    return () => {
      observer.disconnect()
      root.removeEventListener('scroll', look)
      stopListening()
    }
  }, [scroller, isWorkedOn, seek])
}
