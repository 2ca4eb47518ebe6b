import { useEffect, type RefObject } from 'react'
import type { Drawn } from '../../ui/drawn-rows.ts'
import { usePointedWords } from '../../workspace/pointed-words.ts'
import { domRanges } from './text-offsets.ts'

/** Paints the words that something beside the text points at. */
export function usePaintedPointedWords(page: RefObject<HTMLElement | null>, drawn: readonly Drawn[]): void {
  const { spans } = usePointedWords()
  useEffect(() => {
    const root = page.current
    if (!root || spans.length === 0) return undefined
    const ranges = spans.flatMap((span) => domRanges(root, span))
    const highlight = new Highlight(...ranges)
    highlight.priority = 90
    CSS.highlights.set('pointed-at', highlight)
    return () => void CSS.highlights.delete('pointed-at')
  }, [page, drawn, spans])
}
