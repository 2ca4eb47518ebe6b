import type { Annotation } from './annotation.ts'
import type { SpanIndex, Spanned } from './span-index.ts'

/** Whether a theme is given to words of a stretch. A note alone is no coding. */
export function isCoded(spans: SpanIndex<Pick<Annotation, 'themeIds'>>, { start, end }: Spanned): boolean {
  return spans.overlapping(start, end).some(({ themeIds }) => themeIds.length > 0)
}

/**
 * The next thing in a list, or the one before, that is not coded; nothing when all further ones are. `here` is the
 * place of the one stood at, -1 before the first.
 */
export function nextUncoded<T>(
  list: readonly T[],
  here: number,
  by: 1 | -1,
  isDone: (item: T) => boolean,
): T | undefined {
  const from = here < 0 && by < 0 ? list.length : here
  for (let i = from + by; i >= 0 && i < list.length; i += by) {
    const item = list[i]
    if (item !== undefined && !isDone(item)) return item
  }
  return undefined
}
