/** Anything with a span. UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface Spanned {
  readonly start: number
  readonly end: number
}

/** Finds spans by overlap in O(log n + found). */
export interface SpanIndex<T> {
  /** Everything that shares at least one character with `[start, end)`, in the order of `start`. */
  overlapping(start: number, end: number): T[]
}

/**
 * Indexes items by their spans. The items are sorted by start, and an implicit balanced tree over them keeps the
 * largest end below each node, so that whole branches that end too early are skipped (augmented interval tree:
 * Cormen et al., Introduction to Algorithms, 14.3).
 */
export function spanIndex<T>(items: readonly T[], spanOf: (item: T) => Spanned): SpanIndex<T> {
  const sorted = items
    .map((item) => ({ item, ...spanOf(item) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const largestEnd = Array.from<number>({ length: sorted.length })
  const fill = (low: number, high: number): number => {
    if (low > high) return -Infinity
    const middle = (low + high) >> 1
    const own = sorted[middle]?.end ?? -Infinity
    const largest = Math.max(own, fill(low, middle - 1), fill(middle + 1, high))
    largestEnd[middle] = largest
    return largest
  }
  fill(0, sorted.length - 1)

  return {
    overlapping: (start, end) => {
      const found: T[] = []
      const visit = (low: number, high: number): void => {
        if (low > high) return
        const middle = (low + high) >> 1
        const entry = sorted[middle]
        if (!entry || (largestEnd[middle] ?? -Infinity) <= start) return
        visit(low, middle - 1)
        if (entry.start >= end) return
        if (entry.end > start) found.push(entry.item)
        visit(middle + 1, high)
      }
      visit(0, sorted.length - 1)
      return found
    },
  }
}
