import { create } from 'zustand'
import type { Span } from './navigation.ts'

/** Words of the text that something beside it points at, as long as it is pointed at itself. UTF-16 offsets. */
export const usePointedWords = create<{ readonly spans: readonly Span[] }>(() => ({ spans: [] }))

/** Handlers for what points at words when the pointer or the focus is on it. */
export function pointsAt(spans: readonly Span[]): {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onFocus: () => void
  readonly onBlur: () => void
} {
  const point = (): void => usePointedWords.setState({ spans })
  const leave = (): void => usePointedWords.setState({ spans: [] })
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave }
}
