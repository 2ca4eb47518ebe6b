import { footnoteNumber } from './footnotes.ts'
import { RUN_FORMAT, type RichNode } from './rich-text.ts'

/** A run of words of one look. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly position?: 'super' | 'sub'
  readonly href?: string
  /** The address of a place in the library that it leads to; it cannot leave the document. */
  readonly place?: string
  readonly lineBreak?: boolean
  /** Stands for a footnote with this number. */
  readonly note?: number
}

/** Links that may leave the document; everything else becomes plain words. */
const LINKS = /^(?:https?:|mailto:)/i

/** The words of a block with their looks, whatever the editor nested them in. */
export function runsOf(node: RichNode, href?: LinkParts): Run[] {
  return (node.children ?? []).flatMap((child, i): Run[] => {
    if (child.type === 'linebreak') return [{ text: '', lineBreak: true }]
    const note = footnoteNumber(child)
    if (note !== undefined) return [{ text: '', note }]
    if (typeof child['text'] === 'string') return [textRun(child['text'], child['format'], href)]
    const inner = runsOf(child, linkOf(child) ?? href)
    // Paragraphs inside a table cell stand on lines of their own.
    return child.type === 'paragraph' && i > 0 ? [{ text: '', lineBreak: true }, ...inner] : inner
  })
}

type LinkParts = Pick<Run, 'href' | 'place'>

function linkOf(node: RichNode): LinkParts | undefined {
  const url = node['url']
  if (typeof url !== 'string') return undefined
  if (LINKS.test(url)) return { href: url }
  return url.startsWith('pacta:') ? { place: url } : undefined
}

function textRun(text: string, format: unknown, link: LinkParts | undefined): Run {
  const bits = typeof format === 'number' ? format : 0
  const has = (bit: number): boolean => (bits & bit) !== 0
  return {
    text,
    ...(has(RUN_FORMAT.bold) ? { bold: true } : {}),
    ...(has(RUN_FORMAT.italic) ? { italic: true } : {}),
    ...(has(RUN_FORMAT.underline) ? { underline: true } : {}),
    ...(has(RUN_FORMAT.strikethrough) ? { strike: true } : {}),
    ...(has(RUN_FORMAT.superscript)
      ? { position: 'super' }
      : has(RUN_FORMAT.subscript)
        ? { position: 'sub' }
        : {}),
    ...link,
  }
}
