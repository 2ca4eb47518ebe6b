import type { RichNode } from './rich-text.ts'

/** The node that marks a footnote in a line of words and holds what the footnote says. */
export const FOOTNOTE_TYPE = 'footnote'

/** What a footnote says; nothing for any other node. */
export function footnoteBody(node: RichNode): string | undefined {
  if (node.type !== FOOTNOTE_TYPE) return undefined
  return typeof node['body'] === 'string' ? node['body'] : ''
}

/** Blocks whose footnotes carry their numbers, and what these say, in reading order. */
export interface NumberedFootnotes {
  readonly blocks: readonly RichNode[]
  readonly footnotes: readonly string[]
}

/** Numbers the footnotes of blocks from `first` on. Blocks without any come back as they are. */
export function numberFootnotes(blocks: readonly RichNode[], first = 1): NumberedFootnotes {
  const footnotes: string[] = []
  const numbered = (node: RichNode): RichNode => {
    const body = footnoteBody(node)
    if (body !== undefined) {
      footnotes.push(body)
      return { ...node, number: first + footnotes.length - 1 }
    }
    if (!node.children) return node
    const children = node.children.map(numbered)
    return children.every((child, i) => child === node.children?.[i]) ? node : { ...node, children }
  }
  return { blocks: blocks.map(numbered), footnotes }
}

/** The number that a footnote carries; nothing before it is numbered. */
export function footnoteNumber(node: RichNode): number | undefined {
  return node.type === FOOTNOTE_TYPE && typeof node['number'] === 'number' ? node['number'] : undefined
}
