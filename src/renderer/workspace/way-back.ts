import { create } from 'zustand'
import type { AgreementId, TextId } from '#domain/shared/id.ts'
import { showPlace } from './navigation.ts'

/** A place that was left by following a reference. */
interface Place {
  readonly agreementId: AgreementId
  /** Which of its texts was read. */
  readonly textId: TextId
  /** UTF-16 offset of the reference. */
  readonly offset: number
}

/** The places to go back to, the last one left at the end. */
export const useWayBack = create<{ readonly places: readonly Place[] }>(() => ({ places: [] }))

/** Longer ways back are not walked. */
const MOST = 100

/** Remembers a place that is about to be left. */
export function leave(place: Place): void {
  useWayBack.setState(({ places }) => ({ places: [...places.slice(1 - MOST), place] }))
}

/** Goes back to the place left last; returns it, or nothing when there is none. */
export function goBack(): Place | undefined {
  const { places } = useWayBack.getState()
  const last = places.at(-1)
  if (!last) return undefined
  useWayBack.setState({ places: places.slice(0, -1) })
  showPlace(last.agreementId, last.offset, undefined, last.textId)
  return last
}
