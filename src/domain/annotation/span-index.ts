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
 * Indexes items by their spans. The items are sorted by start (those that are already cost nothing to sort), and an
 * implicit balanced tree over them keeps the largest end below each node, so that whole branches that end too early
 * are skipped (augmented interval tree: Cormen et al., Introduction to Algorithms, 14.3).
 */
export function spanIndex<T>(items: readonly T[], spanOf: (item: T) => Spanned): SpanIndex<T> {
  const starts = new Float64Array(items.length)
  const ends = new Float64Array(items.length)
  const isSorted = readSpans(items, spanOf, starts, ends)
  const sorted = isSorted ? items : items.toSorted((a, b) => compare(spanOf(a), spanOf(b)))
  if (!isSorted) readSpans(sorted, spanOf, starts, ends)
  const largestEnd = new Float64Array(sorted.length)
  const fill = (low: number, high: number): number => {
    if (low > high) return -Infinity
    const middle = (low + high) >> 1
    const largest = Math.max(ends[middle] ?? -Infinity, fill(low, middle - 1), fill(middle + 1, high))
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
        if ((largestEnd[middle] ?? -Infinity) <= start) return
        visit(low, middle - 1)
        if ((starts[middle] ?? Infinity) >= end) return
        const item = sorted[middle]
        if ((ends[middle] ?? -Infinity) > start && item !== undefined) found.push(item)
        visit(middle + 1, high)
      }
      visit(0, sorted.length - 1)
      return found
    },
  }
}

function compare(a: Spanned, b: Spanned): number {
  return a.start - b.start || b.end - a.end
}

/** Notes where the items begin and end; says whether they are in order. One pass: this runs after every key. */
function readSpans<T>(
  items: readonly T[],
  spanOf: (item: T) => Spanned,
  starts: Float64Array,
  ends: Float64Array,
): boolean {
  let isSorted = true
  let lastStart = -Infinity
  let lastEnd = Infinity
  for (const [i, item] of items.entries()) {
    const { start, end } = spanOf(item)
    if (start < lastStart || (start === lastStart && end > lastEnd)) isSorted = false
    starts[i] = lastStart = start
    ends[i] = lastEnd = end
  }
  return isSorted
}
