import type { ProvisionKind } from '#domain/structure/provision.ts'
import type { DroppedTally } from '../dropped.ts'
import { readProvisionLabel } from '../provision-label.ts'
import type { TextBuilder } from '../text-builder.ts'
import { childOf, childrenOf, isElement, type XmlElement } from '../xml-tree.ts'
import { isPlaceholder, paragraphWords, type InlineContext } from './docx-inline.ts'
import type { NumberingCounter } from './docx-numbering.ts'
import { paragraphProperties, toggleOf, valueOf, type DocxStyle } from './docx-styles.ts'
import { isLoneMarker } from '../lone-marker.ts'

/** What writing a body needs. */
export interface BodyContext {
  readonly builder: TextBuilder
  readonly dropped: DroppedTally
  readonly styles: ReadonlyMap<string, DocxStyle>
  readonly numbering: NumberingCounter
  readonly inline: InlineContext
}

/** Elements that only wrap what they hold. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'smartTag', 'customXml', 'ins', 'moveTo', 'body'])

/** Writes paragraphs and tables in order. */
export function writeBody(context: BodyContext, holder: XmlElement): void {
  for (const child of joined(childrenOf(holder))) {
    if (child.name === 'p') writeParagraph(context, child)
    else if (child.name === 'tbl') writeTable(context, child)
    else if (child.name === 'altChunk') context.dropped.add('embedded')
    else if (WRAPPERS.has(child.name) && !isPlaceholder(child)) writeBody(context, child)
  }
}

function writeParagraph(context: BodyContext, paragraph: XmlElement): void {
  const { label, words, level } = readParagraph(context, paragraph)
  const span = words || label ? context.builder.block(label + words) : undefined
  if (span && level !== undefined) hintHeading(context, span, label.trim(), words, level)
  for (const box of context.inline.boxes.splice(0)) writeBody(context, box)
}

interface ReadParagraph {
  readonly label: string
  readonly words: string
  readonly level: number | undefined
}

function readParagraph(context: BodyContext, paragraph: XmlElement): ReadParagraph {
  const properties = childOf(paragraph, 'pPr')
  const styleId = valueOf(properties, 'pStyle')
  const style = styleId === undefined ? undefined : context.styles.get(styleId)
  const own = paragraphProperties(properties)
  context.inline.paragraphStyle = style
  const words = tidy(paragraphWords(paragraph, context.inline))
  const listId = own.numbering.listId ?? style?.numbering?.listId
  // A paragraph without a word prints its number, too: `Article 3` may be all of it. A hidden or deleted one does not.
  const isGone = words === '' && (isHidden(properties) || isDeletedMark(paragraph))
  const isNumbered = listId !== undefined && listId !== '0' && !isGone
  const level = own.numbering.level ?? style?.numbering?.level
  const number = isNumbered
    ? context.numbering.next({ listId, ...(level === undefined ? {} : { level }) }, style?.lineage ?? [])
    : undefined
  return {
    words,
    label: number ? labelBefore(words, number) : '',
    level: own.outlineLevel ?? style?.headingLevel ?? (style?.name.toLowerCase() === 'title' ? 1 : undefined),
  }
}

/** A number may be all of a paragraph; a bullet before nothing says nothing. */
function labelBefore(words: string, { label, gap }: { label: string; gap: string }): string {
  if (words !== '') return label + gap
  return label === '•' ? '' : label
}

/** Paragraphs whose mark was deleted run on into the next, which gives both its form. */
function joined(blocks: readonly XmlElement[]): XmlElement[] {
  const result: XmlElement[] = []
  let before: XmlElement | undefined
  for (const block of blocks) {
    const isParagraph = block.name === 'p'
    if (before && !isParagraph) result.push(before)
    const whole = before && isParagraph ? runOn(before, block) : block
    before = isParagraph && isDeletedMark(block) ? whole : undefined
    if (!before) result.push(whole)
  }
  return before ? [...result, before] : result
}

function runOn(first: XmlElement, second: XmlElement): XmlElement {
  const isForm = (child: XmlElement['children'][number]): boolean => isElement(child) && child.name === 'pPr'
  return {
    ...second,
    children: [
      ...second.children.filter(isForm),
      ...first.children.filter((child) => !isForm(child)),
      ...second.children.filter((child) => !isForm(child)),
    ],
  }
}

/** Whether the end of a paragraph was deleted or moved away, and the change is tracked. */
function isDeletedMark(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'pPr'), 'rPr')
  return childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined
}

function isHidden(properties: XmlElement | undefined): boolean {
  return toggleOf(childOf(properties, 'rPr'), 'vanish') ?? false
}

/** Tabs indent at a start and part words elsewhere; line ends of the author stay. */
function tidy(words: string): string {
  return words
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

function hintHeading(
  context: BodyContext,
  span: { readonly start: number; readonly end: number },
  label: string,
  words: string,
  level: number,
): void {
  const { kind, number } = readProvisionLabel(label || words.split(/[\n:]/)[0] || '')
  const hasOwnNumber = kind !== undefined || label !== ''
  context.builder.hint({
    ...span,
    kind: 'heading' satisfies ProvisionKind | 'heading',
    level,
    ...(words === '' ? {} : { heading: words }),
    ...(hasOwnNumber && number && number.length <= 12 ? { number } : {}),
  })
}

const LONGEST_CELL = 300

/** A row of short cells is one line with tabs; a marker and its words one block; layout tables are their paragraphs. */
function writeTable(context: BodyContext, table: XmlElement): void {
  let isFirst = true
  for (const row of rowsOf(table)) {
    const cells = childrenOf(row, 'tc')
    const isPlain = cells.every((cell) => childrenOf(cell, 'tbl').length === 0)
    const isDeleted = childOf(childOf(row, 'trPr'), 'del') !== undefined
    if (isDeleted) {
      context.dropped.add('deletions')
      continue
    }
    if (!isPlain) {
      for (const cell of cells) writeBody(context, cell)
      continue
    }
    const paragraphs = cells.map((cell) =>
      paragraphsOf(cell)
        .map((paragraph) => readParagraph(context, paragraph))
        .map(({ label, words }) => label + words)
        .filter((words) => words !== ''),
    )
    isFirst = !writeRow(context, paragraphs, isFirst)
  }
}

/** Writes a row; whether it was a line of a table. */
function writeRow({ builder, dropped }: BodyContext, cells: readonly string[][], isFirst: boolean): boolean {
  const [first, ...others] = cells.filter((cell) => cell.length > 0)
  if (!first) return !isFirst
  const [mark = ''] = first
  if (others.length > 0 && first.length === 1 && isLoneMarker(mark)) {
    const [next = '', ...rest] = others.flat()
    for (const words of [`${mark} ${next}`, ...rest]) builder.block(words)
    return false
  }
  const isLine =
    others.length > 0 && cells.every((cell) => cell.length <= 1 && (cell[0]?.length ?? 0) <= LONGEST_CELL)
  if (!isLine) {
    for (const words of cells.flat()) builder.block(words)
    return false
  }
  const line = cells.map((cell) => (cell[0] ?? '').replaceAll('\n', ' ')).join('\t')
  if (isFirst) {
    dropped.add('tables')
    builder.block(line)
  } else builder.line(line)
  return true
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return WRAPPERS.has(child.name) ? rowsOf(child) : []
  })
}

function paragraphsOf(holder: XmlElement): XmlElement[] {
  return joined(childrenOf(holder)).flatMap((child) => {
    if (child.name === 'p') return [child]
    return WRAPPERS.has(child.name) ? paragraphsOf(child) : []
  })
}
