import { useEffect, type RefObject } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import { takesLetters } from '../../workspace/keys.ts'
import { leftPlaces } from '../../workspace/left-places.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { isOnScreen, placeIn } from './reading-place.ts'

/** How long a text must stand still before it counts as read there. */
const STILL_MS = 150

/**
 * Where the reader stands follows the screen: when what is stood at has been scrolled away, the unit at the line that
 * is read takes its place, so that no key acts on what is out of sight. The place is kept for the next time. Who writes, or has
 * selected words, stays where they are.
 */
export function usePlaceFollows(
  scroller: RefObject<HTMLElement | null>,
  textId: TextId,
  isWorkedOn: boolean,
): void {
  useEffect(() => {
    const root = scroller.current
    if (!root || !isWorkedOn) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const stoodStill = (): void => {
      timer = undefined
      const place = placeIn(root)
      if (!place) return
      leftPlaces.keep(textId, place)
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
    return () => {
      root.removeEventListener('scroll', scrolled)
      clearTimeout(timer)
    }
  }, [scroller, textId, isWorkedOn])
}
