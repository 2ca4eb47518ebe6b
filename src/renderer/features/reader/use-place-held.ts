import { useEffect, type RefObject } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import { leftPlaces } from '../../workspace/left-places.ts'
import { moveTo } from './reading-place.ts'

/**
 * Keeps what is read where it is when the text becomes narrower or wider: the window has another size, or a side has
 * come or gone. The browser's anchoring does so for what grows above the screen, but not when all lines break anew.
 * `seek` goes to a place that is not drawn.
 */
export function usePlaceHeld(
  scroller: RefObject<HTMLElement | null>,
  textId: TextId,
  isWorkedOn: boolean,
  seek: (place: ReadingPlace) => void,
): void {
  useEffect(() => {
    const root = scroller.current
    if (!root || !isWorkedOn) return undefined
    let width = root.clientWidth
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === width) return
      width = root.clientWidth
      // Where reading stood still last: what has moved since was moved by the lines.
      const place = leftPlaces.of(textId)
      if (place && !moveTo(root, place)) seek(place)
    })
    observer.observe(root)
    return () => observer.disconnect()
  }, [scroller, textId, isWorkedOn, seek])
}
