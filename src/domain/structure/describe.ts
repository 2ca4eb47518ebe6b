import { citationLabel } from './citation-label.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

/**
 * The structure as an outline for a person: a line for each provision, indented by its depth, with its citation
 * label and heading, and what is doubted about it.
 */
export function describeTree(provisions: readonly Provision[]): string {
  const tree = treeOf(provisions)
  return provisions
    .map((p) => {
      const name = p.heading === undefined ? '' : ` — ${oneLine(p.heading)}`
      const doubts = p.doubts === undefined ? '' : ` (${p.doubts.join(', ')}?)`
      return `${'  '.repeat(p.depth)}${citationLabel(tree, p)}${name}${doubts}\n`
    })
    .join('')
}

/** The text laid out by its structure: each provision's label and heading, then its own words on one line. */
export function describeText(text: string, provisions: readonly Provision[]): string {
  const tree = treeOf(provisions)
  return provisions
    .map((p, i) => {
      const next = provisions[i + 1]
      const end = next ? Math.min(next.start, p.end) : p.end
      const words = oneLine(text.slice(Math.min(p.textStart, end), end))
      const indent = '  '.repeat(p.depth)
      const name = p.heading === undefined ? '' : ` — ${oneLine(p.heading)}`
      return `${indent}[${citationLabel(tree, p)}]${name}\n${words === '' ? '' : `${indent}  ${words}\n`}`
    })
    .join('')
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
