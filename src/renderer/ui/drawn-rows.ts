/** How high rows are, one below the other: as measured, or as guessed before they are drawn. CSS pixels. */
export interface RowHeights {
  readonly count: number
  /** Where the row with this index begins; the end of the last one for `count`. */
  topOf(index: number): number
  /** The row at a height: the first above the beginning, the last below the end. */
  indexAt(top: number): number
  /** Tells how high a row really is. */
  measured(index: number, height: number): void
}

/** Heights of rows, all guessed. */
export function rowHeights(guesses: readonly number[]): RowHeights {
  const heights = [...guesses]
  const tops = [0]
  // Tops up to here are right; the rest follow when they are asked for.
  let known = 0
  const topOf = (index: number): number => {
    for (; known < index; known++) tops[known + 1] = (tops[known] ?? 0) + (heights[known] ?? 0)
    return tops[index] ?? 0
  }
  return {
    count: heights.length,
    topOf,
    indexAt: (top) => {
      let low = 0
      let high = Math.max(0, heights.length - 1)
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (topOf(middle) <= top) low = middle
        else high = middle - 1
      }
      return low
    },
    measured: (index, height) => {
      if (heights[index] === height) return
      heights[index] = height
      known = Math.min(known, index)
    },
  }
}

/** What stands in the list: a row, or empty room as high as the rows that are not drawn. */
export type Drawn =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'room'; readonly from: number; readonly height: number }

/** A run of rows, both ends included. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** The rows that reach into a stretch of the list. */
export function runWithin(heights: RowHeights, top: number, bottom: number): Run {
  return { first: heights.indexAt(top), last: heights.indexAt(bottom) }
}

/** Draws runs of rows, and room for everything between them. */
export function drawnRows(heights: RowHeights, runs: readonly Run[]): Drawn[] {
  const indices = new Set<number>()
  for (const { first, last } of runs)
    for (let index = Math.max(0, first); index <= Math.min(last, heights.count - 1); index++)
      indices.add(index)
  const drawn: Drawn[] = []
  let next = 0
  const leaveRoom = (until: number): void => {
    if (until > next)
      drawn.push({ kind: 'room', from: next, height: heights.topOf(until) - heights.topOf(next) })
  }
  for (const index of [...indices].sort((a, b) => a - b)) {
    leaveRoom(index)
    drawn.push({ kind: 'row', index })
    next = index + 1
  }
  leaveRoom(heights.count)
  return drawn
}
