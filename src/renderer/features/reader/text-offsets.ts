/** Marks an element whose one text node is a slice of the content, and says where the slice begins. */
export const START_ATTRIBUTE = 'data-start'

/** A range of the content. UTF-16 offsets. */
export interface OffsetRange {
  readonly start: number
  readonly end: number
}

/** The content offset of a point in the DOM, or nothing when no text stands at or before it inside `root`. */
export function offsetOfPoint(root: Element, node: Node, offset: number): number | undefined {
  const segment = segmentOf(node)
  if (segment && node.nodeType === Node.TEXT_NODE) return startOf(segment) + offset
  if (segment) return startOf(segment) + (offset === 0 ? 0 : lengthOf(segment))
  // A point between segments: the end of the last segment before it.
  const point = document.createRange()
  point.setStart(node, offset)
  const before = segmentsIn(root).findLast((candidate) => isBefore(candidate, point))
  return before ? startOf(before) + lengthOf(before) : undefined
}

/** The content range of a selection, or nothing when it is empty or reaches outside `root`. */
export function rangeOfSelection(root: Element, selection: Selection): OffsetRange | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer)) return undefined
  const end = root.contains(range.endContainer) ? range : undefined
  const from = offsetOfPoint(root, range.startContainer, range.startOffset) ?? 0
  const to = end ? offsetOfPoint(root, range.endContainer, range.endOffset) : undefined
  return to === undefined || from >= to ? undefined : { start: from, end: to }
}

/**
 * DOM ranges that cover a content range inside an element. One range per segment: a single range over several
 * paragraphs would paint the space between them too.
 */
export function domRanges(within: Element, wanted: OffsetRange): Range[] {
  return textRuns(within)(wanted).map((run) => {
    const range = document.createRange()
    range.setStart(run.startContainer, run.startOffset)
    range.setEnd(run.endContainer, run.endOffset)
    return range
  })
}

/**
 * Finds the runs of text that a content range covers inside an element, one per segment, as long as the element stays
 * as it is: for many ranges at once.
 */
export function textRuns(within: Element): (wanted: OffsetRange) => StaticRangeInit[] {
  const segments = segmentsIn(within).flatMap((segment) => {
    const text = segment.firstChild
    if (!text) return []
    const from = startOf(segment)
    return [{ text, from, to: from + lengthOf(segment) }]
  })
  return ({ start, end }) =>
    segments.flatMap(({ text, from, to }) => {
      if (from >= end || to <= start) return []
      const startOffset = Math.max(0, start - from)
      const endOffset = Math.min(to, end) - from
      return [{ startContainer: text, startOffset, endContainer: text, endOffset }]
    })
}

/** Every segment below an element, in document order. */
function segmentsIn(element: Element): Element[] {
  return [...element.querySelectorAll(`[${START_ATTRIBUTE}]`)]
}

function segmentOf(node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest(`[${START_ATTRIBUTE}]`) ?? undefined
}

function startOf(segment: Element): number {
  return Number(segment.getAttribute(START_ATTRIBUTE))
}

function lengthOf(segment: Element): number {
  return segment.textContent.length
}

function isBefore(segment: Element, point: Range): boolean {
  const end = document.createRange()
  end.selectNodeContents(segment)
  end.collapse(false)
  return point.compareBoundaryPoints(Range.START_TO_START, end) >= 0
}
