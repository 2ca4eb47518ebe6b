import { useLayoutEffect, type RefObject } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import { takesLetters } from '../../workspace/keys.ts'
import { leftPlaces } from '../../workspace/left-places.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { isOnScreen, placeIn } from './reading-place.ts'

/** How long a text must stand still before it counts as read there. */
const STILL_MS = 150

/**
 * Where the reader stands follows the screen: when what is stood at has been scrolled away, the unit at the line that
 * is read takes its place, so that no key acts on what is out of sight. Who writes, or has selected words, stays where they
 * are. The place is kept for the next time, whenever the text stands still and when it is left, however soon that is.
 */
export function usePlaceFollows(
  scroller: RefObject<HTMLElement | null>,
  textId: TextId,
  isWorkedOn: boolean,
): void {
  // The place is read off the screen when the text is left: an effect of layout ends while it is still there.
  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !isWorkedOn) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let keptAt = 0
    const keepPlace = (): ReadingPlace | undefined => {
      keptAt = root.scrollTop
      const place = placeIn(root)
      if (place) leftPlaces.keep(textId, place)
      return place
    }
    // A text that was not moved has no place to go on at: it opens sooner without one.
    const leave = (): void => {
      if (timer !== undefined || root.scrollTop !== keptAt) keepPlace()
    }
    const stoodStill = (): void => {
      timer = undefined
      const place = keepPlace()
      if (!place) return
      const { provisionId, span } = useNavigation.getState()
      const isSeen = provisionId !== undefined && isOnScreen(root, provisionId)
      if (isSeen || span || takesLetters(document.activeElement)) return
      useNavigation.setState({ provisionId: place.unitId, annotationId: undefined })
    }
    const scrolled = (): void => {
      clearTimeout(timer)
      timer = setTimeout(stoodStill, STILL_MS)
    }
    root.addEventListener('scroll', scrolled, { passive: true })
    addEventListener('pagehide', leave)
    return () => {
      root.removeEventListener('scroll', scrolled)
      removeEventListener('pagehide', leave)
      clearTimeout(timer)
      leave()
    }
  }, [scroller, textId, isWorkedOn])
}
