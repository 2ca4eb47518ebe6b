import { anchorHolds, anchorOf, type Anchor } from '../anchor.ts'
import { similarity } from './approximate.ts'
import { CARRY_SCORE, REVIEW_SCORE, type CarryOutcome } from './carry.ts'
import { DOUBTFUL } from './place-quote.ts'

/** One known change of a text: at `at`, `remove` goes and `insert` comes. Offsets in UTF-16 units. */
export interface TextSplice {
  readonly at: number
  readonly remove: string
  readonly insert: string
}

/**
 * Applies a change to a text.
 *
 * @throws RangeError when what it removes does not stand there.
 */
export function spliceText(text: string, { at, remove, insert }: TextSplice): string {
  if (at < 0 || at > text.length || !text.startsWith(remove, at)) {
    throw new RangeError(`The text does not have the ${remove.length} units to be replaced at ${at}`)
  }
  return text.slice(0, at) + insert + text.slice(at + remove.length)
}

/**
 * Carries an anchor through one known change, in time independent of the text's length: what the analyst corrects
 * by hand needs no search. `newText` is the text after the change. Words outside the change are carried with their
 * new context; a correction inside the quotation is carried when the quotation stays nearly the same, and is
 * otherwise a question, as is a change that reaches over an end of it; a quotation that is gone is lost.
 */
export function carryThroughSplice(anchor: Anchor, splice: TextSplice, newText: string): CarryOutcome {
  const was = anchor.quote
  const gone = splice.at + splice.remove.length
  const shift = splice.insert.length - splice.remove.length
  const outside = gone <= anchor.start || splice.at >= anchor.end
  const start = gone <= anchor.start ? anchor.start + shift : Math.min(anchor.start, splice.at)
  const end = splice.at >= anchor.end ? anchor.end : Math.max(anchor.end, gone) + shift
  if (outside) {
    return anchorHolds(newText, { start, end, quote: was })
      ? { kind: 'carried', anchor: anchorOf(newText, start, end), score: 1 }
      : { kind: 'lost', was }
  }
  const inside = splice.at >= anchor.start && gone <= anchor.end
  // A replacement that reaches over an end: the quotation is what is left of it, and all of what came instead.
  if (start >= end || end > newText.length) return { kind: 'lost', was }
  const found = anchorOf(newText, start, end)
  const score = similarity(was, found.quote)
  if (inside && score >= CARRY_SCORE) return { kind: 'carried', anchor: found, score }
  return score >= REVIEW_SCORE
    ? { kind: 'review', was, anchor: found, score: Math.min(score, DOUBTFUL) }
    : { kind: 'lost', was }
}
