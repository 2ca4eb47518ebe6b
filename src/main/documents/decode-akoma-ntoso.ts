import type { ProvisionKind } from '#domain/structure/provision.ts'
import { akomaNtosoMetadata } from './akoma-ntoso-metadata.ts'
import type { DecodedBody } from './decoded-body.ts'
import type { DroppedTally } from './dropped.ts'
import { readProvisionLabel } from './provision-label.ts'
import { foldSpace, textBuilder, type TextBuilder } from './text-builder.ts'
import { childOf, childrenOf, isElement, wordsOf, type XmlElement, type XmlNode } from './xml-tree.ts'

/** Elements that are provisions, by the names of the standard (Akoma Ntoso 1.0, OASIS, 2018). */
const KINDS: Readonly<Record<string, ProvisionKind>> = {
  preamble: 'preamble',
  recital: 'recital',
  book: 'part',
  part: 'part',
  title: 'titleDivision',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  rule: 'article',
  paragraph: 'paragraph',
  subparagraph: 'paragraph',
  point: 'point',
  item: 'point',
  indent: 'point',
  annex: 'annex',
  attachment: 'annex',
  conclusions: 'testimonium',
}

/** Whose number and heading stand on lines of their own; the numbers of the others stand before their words. */
const HEADED: ReadonlySet<ProvisionKind> = new Set([
  'preamble',
  'part',
  'titleDivision',
  'chapter',
  'section',
  'article',
  'annex',
])

const BLOCKS = new Set([
  'p',
  'block',
  'num',
  'heading',
  'subheading',
  'longTitle',
  'tr',
  'listIntroduction',
  'listWrapUp',
])

interface Writer {
  readonly builder: TextBuilder
  readonly dropped: DroppedTally
  readonly footnotes: string[]
  /** A number waiting for the words it stands before. */
  waiting: string
  /** Inside a quotation of another instrument: its articles are not this agreement's. */
  quoted: boolean
}

/** Reads an Akoma Ntoso document: preface, preamble, body, conclusions and attachments, with its FRBR metadata. */
export function decodeAkomaNtoso(root: XmlElement, dropped: DroppedTally): DecodedBody {
  const writer: Writer = { builder: textBuilder(), dropped, footnotes: [], waiting: '', quoted: false }
  const { metadata, language } = akomaNtosoMetadata(root)
  for (const child of childrenOf(root)) write(writer, child)
  flush(writer)
  for (const note of writer.footnotes) {
    const span = writer.builder.block(note)
    if (span) writer.builder.hint({ ...span, kind: 'note' })
  }
  dropped.add('footnotes', writer.footnotes.length)
  const { text, hints, notes } = writer.builder.result()
  const title = metadata.title
  return {
    texts: [{ text, hints, ...(language ? { language } : {}), ...(title ? { title } : {}) }],
    metadata,
    notes,
  }
}

function write(writer: Writer, element: XmlElement): void {
  const kind = KINDS[element.name]
  if (element.name === 'meta' || element.name === 'toc') return
  if (element.name === 'quotedStructure') return writeQuoted(writer, element)
  if (element.name === 'img') return writer.dropped.add('images')
  if (element.name === 'table') writer.dropped.add('tables')
  if (kind) return writeProvision(writer, element, kind)
  if (!BLOCKS.has(element.name) && hasBlocks(element)) {
    for (const child of element.children) {
      if (isElement(child)) write(writer, child)
      else block(writer, child)
    }
    return
  }
  if (element.name === 'tr') {
    flush(writer)
    writer.builder.block(rowOf(writer, element))
  } else {
    block(writer, inline(writer, element))
  }
}

function writeProvision(writer: Writer, element: XmlElement, kind: ProvisionKind): void {
  const number = foldSpace(inline(writer, childOf(element, 'num') ?? ''))
  const heading = foldSpace(inline(writer, childOf(element, 'heading') ?? ''))
  flush(writer)
  if (!writer.quoted) {
    writer.builder.open({ kind, number: readProvisionLabel(number).number, heading })
  }
  if (HEADED.has(kind)) {
    if (writer.builder.block(number)) writer.builder.line(heading)
    else writer.builder.block(heading)
  } else {
    writer.waiting = `${number} ${heading}`.trim()
  }
  for (const child of childrenOf(element)) {
    if (child.name !== 'num' && child.name !== 'heading') write(writer, child)
  }
  // An element may hold bare words instead of blocks.
  if (childrenOf(element).length === 0) block(writer, wordsOf(element))
  flush(writer)
  if (!writer.quoted) writer.builder.close()
}

function writeQuoted(writer: Writer, element: XmlElement): void {
  const outside = writer.quoted
  writer.quoted = true
  for (const child of childrenOf(element)) write(writer, child)
  writer.quoted = outside
}

function block(writer: Writer, words: string): void {
  const folded = foldSpace(words)
  if (folded === '') return
  const number = writer.waiting
  writer.waiting = ''
  writer.builder.block(number ? `${number} ${folded}` : folded)
}

/** Writes a number whose words never came. */
function flush(writer: Writer): void {
  if (writer.waiting) writer.builder.block(writer.waiting)
  writer.waiting = ''
}

function rowOf(writer: Writer, row: XmlElement): string {
  return childrenOf(row)
    .map((cell) => foldSpace(inline(writer, cell)))
    .join('\t')
}

/** The words of an element on one line; its notes are set aside, and a mark stands in their place. */
function inline(writer: Writer, node: XmlNode): string {
  if (!isElement(node)) return node
  if (node.name === 'authorialNote') {
    const words = foldSpace(node.children.map(wordsOf).join(' '))
    const mark = node.attributes['marker'] ?? String(writer.footnotes.length + 1)
    writer.footnotes.push(`[${mark}] ${words}`)
    return `[${mark}]`
  }
  if (node.name === 'br' || node.name === 'eol') return ' '
  if (node.name === 'img') writer.dropped.add('images')
  const words = node.children.map((child) => inline(writer, child)).join('')
  // A quotation may hold whole articles, which have no line of their own here.
  return BLOCKS.has(node.name) ? ` ${words} ` : words
}

function hasBlocks(element: XmlElement): boolean {
  return childrenOf(element).some(
    (child) => BLOCKS.has(child.name) || child.name in KINDS || child.name === 'table' || hasBlocks(child),
  )
}
