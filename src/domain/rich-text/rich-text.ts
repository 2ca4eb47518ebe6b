import { footnoteBody } from './footnotes.ts'

/**
 * What an analyst writes: notes and briefs. The blocks are the editor's own serialised nodes, kept verbatim, so
 * that nothing a newer editor wrote is dropped by an older reader; the envelope says who wrote them.
 */
export interface RichText {
  /** Version of the node vocabulary below; raised when our own nodes change shape. */
  readonly schema: 1
  /** Version of the editor that wrote the blocks. */
  readonly lexical: string
  readonly blocks: readonly RichNode[]
}

/** One node as the editor serialises it: a type, and whatever that type holds. */
export interface RichNode {
  readonly type: string
  readonly version?: number
  readonly children?: readonly RichNode[]
  readonly [key: string]: unknown
}

/** The vocabulary version this program writes. */
export const RICH_TEXT_SCHEMA = 1

/** The version of the editor packages this program is built with. */
export const LEXICAL_VERSION = '0.52.0'

/** Wraps blocks written by this program's editor. */
export function richText(blocks: readonly RichNode[]): RichText {
  return { schema: RICH_TEXT_SCHEMA, lexical: LEXICAL_VERSION, blocks }
}

/** The words alone: blocks on lines of their own, line breaks kept. For search, previews and emptiness. */
export function plainText(blocks: readonly RichNode[]): string {
  return blocks.map(nodeText).join('\n').trim()
}

/** Whether nothing was written: no word, and no block that says something without words. */
export function isBlank(blocks: readonly RichNode[]): boolean {
  return plainText(blocks) === '' && blocks.every((block) => block.type === 'paragraph')
}

/** The words of one node and everything in it. */
export function nodeText(node: RichNode): string {
  if (node.type === 'linebreak') return '\n'
  if (typeof node['text'] === 'string') return node['text']
  const body = footnoteBody(node)
  if (body !== undefined) return body === '' ? '' : ` [${body}]`
  const separator = BLOCK_PARENTS.has(node.type) ? '\n' : ''
  return (node.children ?? []).map(nodeText).join(separator)
}

/** Nodes whose children stand on lines of their own. */
const BLOCK_PARENTS = new Set(['root', 'list', 'table', 'tablerow', 'tablecell'])

/** Makes a paragraph of plain words, as the editor would serialise it. */
export function paragraph(text: string): RichNode {
  return {
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: text === '' ? [] : [run(text)],
  }
}

/** Makes a heading of plain words; `level` 1 to 3. */
export function heading(level: 1 | 2 | 3, text: string): RichNode {
  return { ...paragraph(text), type: 'heading', tag: `h${level}` }
}

/** Bits of a text run's `format`, as the editor defines them. */
export const RUN_FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  subscript: 32,
  superscript: 64,
} as const

/** Makes a run of text with the given format bits. */
export function run(text: string, format = 0): RichNode {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' }
}
