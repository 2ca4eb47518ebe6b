import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { drawnRows, runWithin, type Drawn, type RowHeights, type Run } from './drawn-rows.ts'

/** What is drawn of a long list, and how to make it follow. */
export interface DrawnRows {
  readonly drawn: readonly Drawn[]
  /** Draws what is on the screen now: after the list was scrolled by the program. */
  readonly follow: () => void
}

/** A long list, and what scrolls it. Every row in it carries its index as `data-index`. */
export interface LongList {
  readonly scroller: RefObject<HTMLElement | null>
  readonly list: RefObject<HTMLElement | null>
  readonly heights: RowHeights
  /** Rows that are drawn wherever the screen is. */
  readonly pinned: readonly (number | undefined)[]
  /** How far beyond the screen rows are drawn, so that what comes next is there before it is seen. CSS pixels. */
  readonly margin: number
}

/**
 * The rows near the screen, and those that must be there wherever the screen is. Everything else is empty room, so
 * that cost does not grow with the length of the list. What stands on the screen keeps its place when room above
 * turns out to be higher or lower than was guessed: the browser anchors it.
 */
export function useDrawnRows({ scroller, list, heights, pinned, margin }: LongList): DrawnRows {
  const [near, setNear] = useState<Run>(() => runWithin(heights, 0, globalThis.innerHeight + margin))

  const follow = useCallback(() => {
    const run = runOnScreen(scroller, list, heights, margin)
    if (run) setNear((before) => (before.first === run.first && before.last === run.last ? before : run))
  }, [scroller, list, heights, margin])

  useEffect(() => {
    const [root, rows] = [scroller.current, list.current]
    if (!root || !rows) return undefined
    // Another list, or another measure, makes the list longer or shorter.
    const resized = new ResizeObserver(follow)
    resized.observe(root)
    resized.observe(rows)
    root.addEventListener('scroll', follow, { passive: true })
    return () => {
      resized.disconnect()
      root.removeEventListener('scroll', follow)
    }
  }, [scroller, list, follow])

  const pins = pinned.filter((index) => index !== undefined && index >= 0).join(' ')
  const drawn = useMemo(() => drawnRows(heights, [near, ...pinnedRuns(pins)]), [heights, near, pins])
  return { drawn, follow }
}

/** Notes how high the drawn rows are, and tells which are on the screen; nothing before there is one. */
function runOnScreen(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  heights: RowHeights,
  margin: number,
): Run | undefined {
  const [root, rows] = [scroller.current, list.current]
  if (!root || !rows) return undefined
  for (const row of rows.querySelectorAll<HTMLElement>('[data-index]'))
    heights.measured(Number(row.dataset['index']), row.getBoundingClientRect().height)
  const top = root.getBoundingClientRect().top - rows.getBoundingClientRect().top
  return runWithin(heights, top - margin, top + root.clientHeight + margin)
}

function pinnedRuns(pins: string): Run[] {
  return pins
    .split(' ')
    .filter(Boolean)
    .map((pin) => ({ first: Number(pin), last: Number(pin) }))
}
