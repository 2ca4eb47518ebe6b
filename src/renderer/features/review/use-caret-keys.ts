import { useEffect } from 'react'
import type { Text } from '#domain/text/text.ts'
import { moveEdge, type Stretch } from '#domain/text/word-steps.ts'

/** The place where a split would be made, and what keys do to it. */
export interface CaretKeys {
  /** UTF-16 offset; nothing while no place is chosen. */
  readonly caret: number | undefined
  /** Where it may stand. */
  readonly within: Stretch | undefined
  readonly content: string
  readonly text: Text
  readonly onMove: (offset: number | undefined) => void
  readonly onSplit: () => void
}

/** Moves the place of a split by keyboard: arrows by a word, Enter splits, Escape leaves it. */
export function useCaretKeys({ caret, within, content, text, onMove, onSplit }: CaretKeys): void {
  useEffect(() => {
    if (caret === undefined || !within) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      // Left is on in a text that runs from right to left.
      const on = text.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
      if (isArrow) onMove(moved(event.key === on ? 'forward' : 'backward'))
      else if (event.key === 'Enter') onSplit()
      else if (event.key === 'Escape') onMove(undefined)
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const moved = (direction: 'forward' | 'backward'): number => {
      const stretch = { start: within.start, end: caret }
      const next = moveEdge(content, stretch, 'end', direction, text.language)?.end
      return next !== undefined && next < within.end ? next : caret
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [caret, within, content, text, onMove, onSplit])
}

/** Where the place of a split stands at first: after the first sentence or line, or else in the middle. */
export function startOfCaret(within: Stretch | undefined, content: string): number | undefined {
  if (!within) return undefined
  const words = content.slice(within.start, within.end)
  const end = /[.;:。；؛]\s|\n/u.exec(words)
  return within.start + (end ? end.index + 1 : words.length >> 1)
}
