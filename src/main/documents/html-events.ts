import { Parser } from 'htmlparser2'
import { PactaError } from '#contract/errors.ts'
import type { DroppedTally } from './dropped.ts'
import { classify, listMarker, type HtmlTag } from './html-tags.ts'
import { foldSpace } from './text-builder.ts'
import { isLoneMarker } from './lone-marker.ts'

/** A block of words of a page. */
export interface HtmlBlock {
  readonly kind: 'block'
  readonly words: string
  /** 1 to 6 for a heading of HTML. */
  readonly level?: number
  /** Classes of the element that holds the words. */
  readonly classes: string
  /** How many of the words' UTF-16 units are inside links. */
  readonly linked: number
  /** A row of a table that follows another. */
  readonly isNextRow: boolean
}

/** The start or end of a part that the page gives an id: EUR-Lex marks its provisions so. */
export interface HtmlPart {
  readonly kind: 'open' | 'close'
  readonly id: string
}

/** What a page holds, in order. */
export type HtmlEvent = HtmlBlock | HtmlPart

/** A stretch of events that may be the page's main content. */
export interface HtmlContainer {
  readonly from: number
  readonly to: number
  readonly isLegal: boolean
}

/** A page taken apart. */
export interface HtmlPage {
  readonly events: readonly HtmlEvent[]
  readonly containers: readonly HtmlContainer[]
  readonly title: string
  readonly language: string | undefined
}

interface Open {
  readonly tag: HtmlTag
  readonly from: number
  readonly items?: { next: number; readonly style: string }
}

interface Row {
  readonly cells: HtmlBlock[][]
}

/** What sites print beside a heading as a link to it. */
const LINK_SIGN = /^\s*[#¶§🔗]\uFE0F?\s*$/u

/** Pages with open tags without end exist; deeper than this is an attack. */
const DEEPEST = 10_000

/** Takes a page apart in one pass. Nothing runs and nothing is fetched: the parser only reads characters. */
export function readHtml(fileName: string, html: string, dropped: DroppedTally): HtmlPage {
  const events: HtmlEvent[] = []
  const containers: HtmlContainer[] = []
  const open: Open[] = []
  const rows: Row[] = []
  let skipping = 0
  let preserved = 0
  let links = 0
  let words: string[] = []
  let linked = 0
  let lastWasRow = false
  let marker = ''
  let title = ''
  let language: string | undefined

  const emit = (block: HtmlBlock): void => {
    const cells = rows.at(-1)?.cells
    if (cells) {
      if (cells.length === 0) cells.push([])
      cells.at(-1)?.push(block)
    } else {
      events.push(block)
      lastWasRow = false
    }
  }
  const flush = (): void => {
    const raw = words.join('')
    const text = preserved > 0 ? raw : raw.split('\u2028').map(foldSpace).join('\n').trim()
    const linkedWords = linked
    words = []
    linked = 0
    if (text.trim() === '') return
    const holder = open.findLast(({ tag }) => tag.isBlock)?.tag
    const level = open.findLast(({ tag }) => tag.level !== undefined)?.tag.level
    emit({
      kind: 'block',
      words: marker + text,
      classes: holder?.classes ?? '',
      linked: linkedWords,
      isNextRow: false,
      ...(level === undefined ? {} : { level }),
    })
    marker = ''
  }
  const endRow = (): void => {
    const row = rows.pop()
    const blocks = row ? rowBlocks(row, lastWasRow && rows.length === 0) : []
    for (const block of blocks) emit(block)
    if (rows.length === 0 && blocks.length > 0) lastWasRow = true
  }
  const openTag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (open.length > DEEPEST) {
      throw new PactaError('file-unsafe', { name: fileName, problem: 'its parts are nested without end' })
    }
    const tag = classify(
      name,
      attributes,
      open.some(({ tag: { isContainer } }) => isContainer),
    )
    if (name === 'html') language = attributes['lang'] ?? attributes['xml:lang'] ?? language
    // Scripts are counted wherever they are: the analyst is told that none ran.
    if (tag.drops && (skipping === 0 || tag.drops === 'scripts')) dropped.add(tag.drops)
    if (skipping === 0) {
      if (tag.isBlock) flush()
      if (name === 'br') words.push(preserved > 0 ? '\n' : '\u2028')
      if (name === 'tr') rows.push({ cells: [] })
      if (name === 'td' || name === 'th') rows.at(-1)?.cells.push([])
      if (name === 'table') lastWasRow = false
      if (name === 'li') marker = listMarker(open.findLast(({ items }) => items !== undefined)?.items)
      if (name === 'a' && attributes['href'] !== undefined) links++
      if (tag.id !== undefined && rows.length === 0) events.push({ kind: 'open', id: tag.id })
    }
    if (tag.isSkipped) skipping++
    if (name === 'pre') preserved++
    open.push({
      tag,
      from: events.length,
      ...(name === 'ol' || name === 'ul'
        ? { items: { next: Number(attributes['start'] ?? 1) || 1, style: tag.listStyle } }
        : {}),
    })
  }
  const closeTag = (name: string): void => {
    const closed = open.at(-1)
    if (!closed) return
    const { tag } = closed
    if (skipping === 0) {
      if (tag.isBlock) flush()
      if (name === 'tr') endRow()
      if (name === 'a' && links > 0) links--
      if (tag.id !== undefined && rows.length === 0) events.push({ kind: 'close', id: tag.id })
      if (tag.isContainer) containers.push({ from: closed.from, to: events.length, isLegal: tag.isLegal })
    }
    if (tag.isSkipped) skipping--
    if (name === 'pre') preserved--
    open.pop()
  }
  const parser = new Parser({
    onopentag: openTag,
    onclosetag: closeTag,
    ontext: (text) => {
      if (open.at(-1)?.tag.name === 'title') title += text
      if (skipping > 0 || (links > 0 && LINK_SIGN.test(text))) return
      words.push(text)
      if (links > 0) linked += text.trim().length
    },
  })
  parser.write(html)
  parser.end()
  flush()
  while (rows.length > 0) endRow()
  return { events, containers, title: FILE_NAME.test(title.trim()) ? '' : foldSpace(title), language }
}

/** A page without a title of its own is called as its file. */
const FILE_NAME = /^\S+\.(?:xml|x?html?|aspx?|php|docx?|pdf|txt)$/i
const LONGEST_CELL = 300

/**
 * The blocks of a row. A row of short cells is one line, its cells parted by tabs; a marker and what it marks are one
 * block; anything else is the blocks of its cells, one after another.
 */
function rowBlocks({ cells }: Row, isNext: boolean): HtmlBlock[] {
  const filled = cells.filter((cell) => cell.length > 0)
  const [first, ...others] = filled
  const [mark] = first ?? []
  if (!first || !mark) return []
  if (others.length > 0 && first.length === 1 && isLoneMarker(mark.words)) {
    const [next, ...rest] = others.flat()
    return next ? [{ ...next, words: `${mark.words} ${next.words}` }, ...rest] : first
  }
  const isLine =
    filled.length > 1 &&
    filled.every((cell) => cell.length === 1 && (cell[0]?.words.length ?? 0) <= LONGEST_CELL)
  if (!isLine) return filled.flat()
  const words = cells.map((cell) => cell[0]?.words.replaceAll('\n', ' ') ?? '').join('\t')
  return [{ ...mark, words, linked: filled.flat().reduce((sum, b) => sum + b.linked, 0), isNextRow: isNext }]
}
