/** Which lane each theme of a provision stands in, and the themes for which there is none. */
export interface UnitLanes {
  readonly laneOf: ReadonlyMap<string, number>
  readonly left: readonly string[]
  /** Ends the use of the lanes: the provision is not drawn any more, or has other themes. */
  release(): void
}

/** Gives each theme that is drawn a lane of its own beside the text, 0 next to it. */
export interface StripeLanes {
  /** The lanes of the themes of one provision. */
  take(themes: readonly string[]): UnitLanes
}

/**
 * Lanes for what is drawn of one text: a theme keeps its lane as long as any place draws it, so that it is found again
 * from provision to provision; a lane goes to another theme when it is free. Where more themes are drawn than there are
 * lanes, one without a lane of its own stands in whatever lane is free beside its provision.
 */
export function stripeLanes(most: number): StripeLanes {
  const taken = new Map<string, { readonly lane: number; places: number }>()
  const freeBeside = (lanes: Iterable<number>): number | undefined => {
    const inUse = new Set(lanes)
    return Array.from({ length: most }, (_, lane) => lane).find((lane) => !inUse.has(lane))
  }
  const own = (theme: string): number | undefined => {
    const known = taken.get(theme)
    if (known) {
      known.places++
      return known.lane
    }
    const lane = freeBeside([...taken.values()].map((other) => other.lane))
    if (lane !== undefined) taken.set(theme, { lane, places: 1 })
    return lane
  }
  return {
    take: (themes) => {
      const owners = themes.filter((theme) => own(theme) !== undefined)
      const laneOf = new Map(owners.map((theme) => [theme, taken.get(theme)?.lane ?? 0]))
      const left: string[] = []
      for (const theme of themes) {
        if (laneOf.has(theme)) continue
        const lane = freeBeside(laneOf.values())
        if (lane === undefined) left.push(theme)
        else laneOf.set(theme, lane)
      }
      const release = (): void => {
        for (const theme of owners) {
          const known = taken.get(theme)
          if (known && --known.places === 0) taken.delete(theme)
        }
      }
      return { laneOf, left, release }
    },
  }
}
