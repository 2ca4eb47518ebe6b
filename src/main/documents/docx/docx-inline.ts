import type { DroppedTally } from '../dropped.ts'
import { childOf, childrenOf, isElement, wordsOf, type XmlElement } from '../xml-tree.ts'
import { toggleOf, valueOf, type DocxStyle } from './docx-styles.ts'

/** What is gathered while the words of paragraphs are read. */
export interface InlineContext {
  readonly dropped: DroppedTally
  readonly styles: ReadonlyMap<string, DocxStyle>
  /** The style of the paragraph that is being read. */
  paragraphStyle?: DocxStyle | undefined
  /** Gives the mark to print for a footnote or endnote, and keeps it for the end of the text. */
  noteMark(kind: 'footnote' | 'endnote', id: string): string
  /** Paragraphs found in text boxes, to be written after the paragraph that holds them. */
  readonly boxes: XmlElement[]
}

interface FieldState {
  /** Nested fields: whether each shows its instruction (hidden) or its result. */
  readonly stack: ('instruction' | 'result')[]
}

/** The words of a paragraph as Word would print them with every change accepted. */
export function paragraphWords(paragraph: XmlElement, context: InlineContext): string {
  return wordsIn(paragraph, context, { stack: [] })
}

function wordsIn(element: XmlElement, context: InlineContext, fields: FieldState): string {
  return element.children
    .map((child) => (isElement(child) ? wordsOfElement(child, context, fields) : ''))
    .join('')
}

function wordsOfElement(element: XmlElement, context: InlineContext, fields: FieldState): string {
  switch (element.name) {
    case 'ins':
    case 'moveTo':
      context.dropped.add('insertions')
      return wordsIn(element, context, fields)
    case 'del':
    case 'moveFrom':
      context.dropped.add('deletions')
      return ''
    case 'r':
      return runWords(element, context, fields)
    case 'sdt':
      return isPlaceholder(element) ? '' : wordsIn(element, context, fields)
    case 'pPr':
    case 'rPr':
    case 'sdtPr':
    case 'instrText':
    case 'delText':
    case 'rt':
      return ''
    case 'commentReference':
      context.dropped.add('comments')
      return ''
    // A choice between two forms of the same: the older one is simpler, and either has the words.
    case 'AlternateContent':
      return wordsIn(childOf(element, 'Fallback') ?? childOf(element, 'Choice') ?? EMPTY, context, fields)
    case 'txbxContent':
      context.dropped.add('textBoxes')
      context.boxes.push(element)
      return ''
    case 'blip':
    case 'imagedata':
      context.dropped.add('images')
      return ''
    case 'OLEObject':
    case 'altChunk':
      context.dropped.add('embedded')
      return ''
    default:
      return wordsIn(element, context, fields)
  }
}

/** `Click here to enter text`: what a form shows in the place of words that nobody has entered. */
export function isPlaceholder(control: XmlElement): boolean {
  return toggleOf(childOf(control, 'sdtPr'), 'showingPlcHdr') ?? false
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] }

function runWords(run: XmlElement, context: InlineContext, fields: FieldState): string {
  const properties = childOf(run, 'rPr')
  const style = context.styles.get(valueOf(properties, 'rStyle') ?? '') ?? context.paragraphStyle
  if (toggleOf(properties, 'vanish') ?? style?.isHidden) {
    context.dropped.add('hidden')
    return ''
  }
  const isCapitals = toggleOf(properties, 'caps') ?? style?.isCapitals
  const words = childrenOf(run)
    .map((child) => pieceWords(child, context, fields))
    .join('')
  return isCapitals ? words.toUpperCase() : words
}

function pieceWords(piece: XmlElement, context: InlineContext, fields: FieldState): string {
  if (piece.name === 'fldChar') {
    const type = piece.attributes['fldCharType']
    if (type === 'begin') fields.stack.push('instruction')
    else if (type === 'separate' && fields.stack.length > 0) fields.stack[fields.stack.length - 1] = 'result'
    else if (type === 'end') fields.stack.pop()
    return ''
  }
  if (fields.stack.includes('instruction')) return ''
  switch (piece.name) {
    case 't':
      return wordsOf(piece)
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '\u2011'
    case 'sym':
      return symbol(piece)
    case 'footnoteReference':
      return context.noteMark('footnote', piece.attributes['id'] ?? '')
    case 'endnoteReference':
      return context.noteMark('endnote', piece.attributes['id'] ?? '')
    default:
      return wordsOfElement(piece, context, fields)
  }
}

/** A character of a symbol font: its place in the private area says little, so only true characters are kept. */
function symbol(piece: XmlElement): string {
  const code = Number.parseInt(piece.attributes['char'] ?? '', 16)
  if (Number.isNaN(code) || code < 0x20 || code > 0xffff) return ''
  return code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCharCode(code)
}
