import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'

const KEY = 'left-places'

/** Places of so many texts are kept: those left last. */
const MOST = 500

/**
 * Where texts were left, so that reading goes on there, also after a restart. It is this computer's, and a convenience:
 * what cannot be read or written costs nothing but the place.
 */
export const leftPlaces = {
  of(textId: TextId): ReadingPlace | undefined {
    const [, unitId, share] = read().find(([id]) => id === textId) ?? []
    return unitId === undefined || share === undefined ? undefined : { unitId, share }
  },
  keep(textId: TextId, { unitId, share }: ReadingPlace): void {
    const others = read().filter(([id]) => id !== textId)
    localStorage.setItem(KEY, JSON.stringify([[textId, unitId, share], ...others].slice(0, MOST)))
  },
}

type Left = readonly [textId: string, unitId: string, share: number]

function read(): readonly Left[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isLeft) : []
  } catch {
    return []
  }
}

function isLeft(entry: unknown): entry is Left {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    typeof entry[1] === 'string' &&
    typeof entry[2] === 'number'
  )
}
