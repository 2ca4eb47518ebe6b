import { expect } from 'vitest'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

/** What holds of every structure, detected or corrected: unique ids, ranges that nest and follow each other. */
export function expectTree(text: string, provisions: readonly Provision[]): void {
  expect(new Set(provisions.map((p) => p.id)).size).toBe(provisions.length)
  const tree = treeOf(provisions)
  const lastEnd = new Map<string, number>()
  for (const p of provisions) {
    const parent = tree.parentOf(p)
    const within = parent ? [parent.start, parent.end] : [0, text.length]
    const isSound =
      p.start < p.end &&
      p.textStart >= p.start &&
      p.textStart <= p.end &&
      p.start >= (within[0] ?? 0) &&
      p.end <= (within[1] ?? 0) &&
      p.start >= (lastEnd.get(parent?.id ?? '') ?? 0)
    expect(isSound ? undefined : p).toBeUndefined()
    lastEnd.set(parent?.id ?? '', p.end)
  }
}

/** The words that no provision holds. */
export function wordsOutside(text: string, provisions: readonly Provision[]): string {
  let from = 0
  let left = ''
  for (const p of provisions.filter((p) => p.depth === 0)) {
    left += text.slice(from, p.start)
    from = p.end
  }
  return (left + text.slice(from)).trim()
}
