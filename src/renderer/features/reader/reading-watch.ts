import type { ProvisionId } from '#domain/shared/id.ts'

/** A provision that is on the screen now. */
export interface Seen {
  readonly id: ProvisionId
  /** Of its words, in UTF-16 units. */
  readonly length: number
  /** Whether its last line is on the screen. */
  readonly isEndSeen: boolean
}

/** So fast nobody reads: what takes less time on the screen has been passed by. UTF-16 units a second. */
const FASTEST = 60

/** What is on the screen for less has not been looked at, however short it is. Seconds. */
const SHORTEST = 3

/** Watches what is on the screen, and says what has been read. */
export interface ReadingWatch {
  /** Takes note of what has been on the screen for some seconds more; returns what is read by now. */
  look(seen: readonly Seen[], seconds: number): ProvisionId[]
  /** Lets a provision be: the analyst has said that it is not read. */
  leave(id: ProvisionId): void
}

/**
 * A provision is read when its end has been on the screen and it has been there, in one go or in several, for as long
 * as a quick reader takes.
 */
export function makeReadingWatch(): ReadingWatch {
  const spent = new Map<ProvisionId, number>()
  const ended = new Set<ProvisionId>()
  const left = new Set<ProvisionId>()
  return {
    look: (seen, seconds) =>
      seen.flatMap(({ id, length, isEndSeen }) => {
        const time = (spent.get(id) ?? 0) + seconds
        spent.set(id, time)
        if (isEndSeen) ended.add(id)
        const isRead = ended.has(id) && time >= Math.max(SHORTEST, length / FASTEST)
        return isRead && !left.has(id) ? [id] : []
      }),
    leave: (id) => left.add(id),
  }
}
