import type { SerializedEditorState, SerializedLexicalNode } from 'lexical'
import { FOOTNOTE_TYPE } from '#domain/rich-text/footnotes.ts'
import type { RichNode } from '#domain/rich-text/rich-text.ts'

/** The node in which a block that this program does not know is carried through the editor, untouched. */
export const UNKNOWN_TYPE = 'pacta-unknown'

/** Types that every editor here knows. */
const BASE_TYPES = new Set([
  'root',
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'autolink',
  'table',
  'tablerow',
  'tablecell',
  FOOTNOTE_TYPE,
])

/**
 * Blocks as the editor reads them. A block with anything in it that the editor does not know is wrapped whole:
 * the editor would otherwise stop reading there and drop the rest without a word.
 */
export function toEditorJson(blocks: readonly RichNode[], ownTypes: ReadonlySet<string>): string {
  const isKnown = (node: RichNode): boolean =>
    (BASE_TYPES.has(node.type) || ownTypes.has(node.type)) && (node.children ?? []).every(isKnown)
  const children = blocks.map((block) =>
    isKnown(block) ? block : { type: UNKNOWN_TYPE, version: 1, original: block },
  )
  const filled = children.length > 0 ? children : [EMPTY_PARAGRAPH]
  return JSON.stringify({
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: filled },
  })
}

const EMPTY_PARAGRAPH: RichNode = {
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children: [],
}

/** Blocks as they are kept: what was wrapped is unwrapped. */
export function fromEditorState(state: SerializedEditorState): RichNode[] {
  return state.root.children.map((child) => original(child) ?? (child as unknown as RichNode))
}

function original(node: SerializedLexicalNode): RichNode | undefined {
  return node.type === UNKNOWN_TYPE && 'original' in node ? (node.original as RichNode) : undefined
}
