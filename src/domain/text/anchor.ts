/**
 * A span of a text: position and quotation together, so that each checks the other. Offsets are UTF-16 units of
 * the text's content, `start` inclusive, `end` exclusive.
 *
 * The pair follows the W3C Web Annotation model (TextPositionSelector with TextQuoteSelector).
 */
export interface Anchor {
  readonly start: number
  readonly end: number
  /** The words between `start` and `end`, exactly. */
  readonly quote: string
  /** Up to 32 units before `start`. */
  readonly prefix: string
  /** Up to 32 units after `end`. */
  readonly suffix: string
}

/** How much context is kept on each side: enough to tell repeated phrases of treaty prose apart. */
export const CONTEXT_LENGTH = 32

/**
 * Describes a span. The ends move outward where they would cut a surrogate pair, so that a quotation is always
 * whole characters.
 *
 * @throws RangeError when the span is empty or outside the text.
 */
export function anchorOf(text: string, start: number, end: number): Anchor {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`No span of a text of ${text.length} units: ${start}–${end}`)
  }
  const from = splitsPair(text, start) ? start - 1 : start
  const to = splitsPair(text, end) ? end + 1 : end
  const before = Math.max(0, from - CONTEXT_LENGTH)
  const after = Math.min(text.length, to + CONTEXT_LENGTH)
  return {
    start: from,
    end: to,
    quote: text.slice(from, to),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
    suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after),
  }
}

/** Whether the words still stand, word for word, where the anchor says. */
export function anchorHolds(text: string, anchor: Pick<Anchor, 'start' | 'end' | 'quote'>): boolean {
  return anchor.end - anchor.start === anchor.quote.length && text.startsWith(anchor.quote, anchor.start)
}

function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * Trims white space off both ends of a span, as a reader means it when a selection catches a line end. Returns
 * nothing when only white space is selected.
 */
export function trimSpan(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  let from = start
  let to = end
  while (from < to && isSpace(text.charAt(from))) from++
  while (to > from && isSpace(text.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : undefined
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
