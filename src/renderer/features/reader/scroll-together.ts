import type { TextId } from '#domain/shared/id.ts'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'

/** Says which place in the other text stands for one in this. */
export type PlaceInOther = (textId: TextId, place: ReadingPlace) => ReadingPlace | undefined

/** A text on the screen that can be moved. */
export interface Moved {
  place(): ReadingPlace | undefined
  goTo(place: ReadingPlace): void
}

/** Two texts beside each other that go along with one another, provision by provision. */
export interface ScrollTogether {
  /** Takes part until the returned function is called. */
  join(textId: TextId, moved: Moved): () => void
  /** This text is moved by the reader from now on, and the other goes along. */
  lead(textId: TextId): void
  /** A text has moved: when it is the one that the reader moves, the other goes to the same provision. */
  scrolled(textId: TextId): void
  /** Says which places stand for each other; nothing while the texts are read apart. */
  link(placeInOther: PlaceInOther | undefined): void
}

/**
 * Lets two texts go along with one another. Only the text that the reader moves makes the other move: what follows
 * never drives.
 */
export function makeScrollTogether(): ScrollTogether {
  const taking = new Map<TextId, Moved>()
  let leader: TextId | undefined
  let placeInOther: PlaceInOther | undefined

  const scrolled = (textId: TextId): void => {
    const place = textId === leader ? taking.get(textId)?.place() : undefined
    const there = place && placeInOther?.(textId, place)
    if (!there) return
    for (const [other, moved] of taking) if (other !== textId) moved.goTo(there)
  }

  return {
    join: (textId, moved) => {
      taking.set(textId, moved)
      return () => {
        if (taking.get(textId) === moved) taking.delete(textId)
      }
    },
    lead: (textId) => {
      leader = textId
    },
    scrolled,
    link: (places) => {
      placeInOther = places
      if (leader !== undefined) scrolled(leader)
    },
  }
}
