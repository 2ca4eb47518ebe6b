/** A vertical stretch beside the text, in CSS pixels from the top of its unit. */
export interface Stretch {
  readonly top: number
  readonly bottom: number
}

/** Stripes further right than this would leave the margin; later ones share the last lane. */
const MOST_LANES = 8

/** A gap between stripes in one lane, so that two that follow each other are seen as two. */
const GAP = 2

/**
 * Gives each stretch a lane, 0 next to the text, so that no two in a lane overlap (up to the last lane). Greedy by
 * top, which uses the fewest lanes for intervals.
 */
export function assignLanes(stretches: readonly Stretch[]): number[] {
  const order = stretches.map((_, i) => i).sort((a, b) => topOf(stretches[a]) - topOf(stretches[b]))
  const ends: number[] = []
  const lanes = stretches.map(() => 0)
  for (const i of order) {
    const stretch = stretches[i]
    if (!stretch) continue
    const free = ends.findIndex((end) => end + GAP <= stretch.top)
    const lane = free >= 0 ? free : Math.min(ends.length, MOST_LANES - 1)
    ends[lane] = Math.max(ends[lane] ?? 0, stretch.bottom)
    lanes[i] = lane
  }
  return lanes
}

function topOf(stretch: Stretch | undefined): number {
  return stretch?.top ?? 0
}
