import { trimmedEnd, type Block } from './blocks.ts'
import type { Draft } from './provision-ids.ts'
import type { Doubt, ProvisionKind } from './provision.ts'

/** What the confidence of blocks is: markers that count up are sure, a line end is a good sign, a list in a line less. */
const MARKED = 0.98
const UNMARKED = 0.9
const IN_LINE = 0.8

/** The own text of a provision and what stands inside it. */
export interface Inside {
  /** UTF-16 range of its own text; absent when all of it stands in `drafts`. */
  readonly own?: { readonly start: number; readonly end: number }
  readonly drafts: readonly Draft[]
}

const endsSentence = (words: string): boolean => /[.!?。！？؟]["”»’)]?$/.test(words.slice(-3))
const opensList = (words: string): boolean => /[:,;：；،؛–—-]$/.test(words.slice(-1))

/**
 * Turns the blocks of an article into paragraphs and points. A single chapeau stays the article's own text, with its
 * points below; of several unnumbered paragraphs each holds the points that follow it. Words that close a
 * paragraph after its points belong to it (`flush`), they are no paragraph of their own.
 */
export function insideOf(
  text: string,
  blocks: readonly Block[],
  depth: number,
  plainKind: ProvisionKind,
): Inside {
  const [first, ...rest] = blocks
  if (!first) return { drafts: [] }
  if (rest.length === 0 && first.level === undefined) return { own: first, drafts: [] }
  const isChapeau =
    plainKind !== 'recital' &&
    first.level === undefined &&
    rest.length > 0 &&
    rest.every((block, i) => block.level !== undefined || isFlush(rest, i))
  if (isChapeau) return { own: first, drafts: draftsOf(text, rest, depth, plainKind, true) }
  return { drafts: draftsOf(text, blocks, depth, plainKind, false) }
}

/** Whether an unmarked block goes on with the sentence that points interrupted. */
function isFlush(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  const before = blocks[index - 1]
  if (!block || !before || block.level !== undefined) return false
  const opensLower = /^\p{Ll}/u.test(block.words)
  return before.level !== undefined && (opensLower || !endsSentence(before.words)) && !isNumbered(before)
}

/** A paragraph with a printed number, which is outermost, is not a point that a chapeau goes on behind. */
function isNumbered(block: Block): boolean {
  const series = block.marker?.readings[0]?.series
  return block.level === 0 && (series === 'digit' || series === 'han')
}

function draftsOf(
  text: string,
  blocks: readonly Block[],
  depth: number,
  plainKind: ProvisionKind,
  underChapeau: boolean,
): Draft[] {
  // Depth that points add because they stand in an unnumbered paragraph.
  let shift = 0
  let last = -1
  return blocks.map((block, i) => {
    const before = blocks[i - 1]
    if (block.level === undefined) {
      if (isFlush(blocks, i) || (underChapeau && before)) {
        return draft(text, block, 'flush', Math.max(depth, depth + Math.max(shift, lastParagraph(blocks, i))))
      }
      shift = 0
      last = i
      return draft(text, block, plainKind, depth)
    }
    const isParagraph = isNumbered(block) && shift === 0
    if (block.level === 0) {
      const chapeau = blocks[last]
      const joins = last >= 0 && chapeau !== undefined && last === i - 1 && plainKind !== 'recital'
      if (joins && opensList(chapeau.words)) shift = 1
      else if (isNumbered(block) && startsAnew(block)) shift = 0
    }
    return draft(text, block, isParagraph && shift === 0 ? 'paragraph' : 'point', depth + shift + block.level)
  })
}

function startsAnew(block: Block): boolean {
  return block.marker?.readings[0]?.value === 1
}

/** One when the words stand in a numbered paragraph, none when they stand in the article itself. */
function lastParagraph(blocks: readonly Block[], index: number): number {
  for (let i = index - 1; i >= 0; i--) {
    const block = blocks[i]
    if (block?.level === 0) return isNumbered(block) ? 1 : 0
    if (block?.level === undefined) return 0
  }
  return 0
}

function draft(text: string, block: Block, kind: ProvisionKind, depth: number): Draft {
  const marked = block.level !== undefined && block.marker !== undefined
  const isInLine = marked && block.isInLine
  const number = marked ? block.marker?.number : undefined
  return {
    kind,
    depth,
    start: block.start,
    end: trimmedEnd(text, block.start, block.end),
    textStart: marked ? Math.min(block.start + (block.marker?.length ?? 0), block.end) : block.start,
    number: number === '' ? undefined : number,
    arabic: undefined,
    heading: undefined,
    confidence: isInLine ? IN_LINE : marked ? MARKED : UNMARKED,
    doubts: isInLine ? INLINE : undefined,
  }
}

const INLINE: readonly Doubt[] = ['inline']
