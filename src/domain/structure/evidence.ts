import type { After, Before, Candidate } from './candidate.ts'
import { COUNTERS } from './openers.ts'

/*
 * How much a candidate looks like a heading by itself: 1 for one that stands alone on its line, 0 for no evidence
 * either way, below 0 for what reads as a cross-reference. The weights were set by hand on treaties in nine
 * languages, each at the scale of the others: what breaking a sequence of numbers costs stands in chain.ts.
 */

const LINE_AFTER: Readonly<Record<After, number>> = {
  'line end': 1,
  capital: 0.55,
  marker: 0.6,
  glued: 0.3,
  lower: -1.2,
  reference: -1.5,
  punctuation: -1.2,
}

const INLINE_AFTER: Readonly<Record<After, number>> = {
  'line end': -0.2,
  capital: 0.25,
  marker: 0.25,
  glued: -1.5,
  lower: -1.5,
  reference: -1.5,
  punctuation: -1.5,
}

/** What a counted number behind the end of a sentence is worth: the numbers around it must decide. */
const GLUED_TO_TEXT = 0

const INLINE_BEFORE: Readonly<Record<Before, number>> = {
  nothing: 0.5,
  stop: 0.35,
  other: 0,
  lower: -0.2,
  comma: -1.5,
  connector: -0.7,
}

/** What a heading without text below it is worth: an entry of a table of contents, unless the numbers need it. */
const WITHOUT_BODY = 0.02

/** What is taken from a provision of another agreement: no number that fits may outweigh it. */
const INSERTED = 2.5

/** An entry of a table of contents is never the heading itself. */
const LISTED = -1

/** What is known of a candidate's surroundings. */
export interface Surroundings {
  /** Whether nothing but a name stands between it and the next heading. */
  readonly isWithoutBody: boolean
  /** Whether it is an entry of a table of contents, and comes again behind it. */
  readonly isListed: boolean
  /** Whether headings of this text stand on lines of their own. */
  readonly isLined: boolean
  /** Whether it stands between quotation marks. */
  readonly isInQuotation: boolean
  /** Whether the words before it announce a provision of another agreement. */
  readonly isInserted: boolean
}

/** Surroundings that say nothing for or against a candidate at a line start. */
export const PLAIN: Surroundings = {
  isWithoutBody: false,
  isListed: false,
  isLined: true,
  isInQuotation: false,
  isInserted: false,
}

/** Weighs a candidate by itself. Finite; what is below -1 is not worth weighing with others. */
export function evidenceFor(candidate: Candidate, around: Surroundings): number {
  if (around.isListed) return LISTED
  let weight = candidate.opensLine ? lineEvidence(candidate) : inlineEvidence(candidate, around)
  if (candidate.isMisspelt) weight -= 0.2
  if (candidate.isQuoted) weight -= 1
  else if (around.isInserted) weight -= INSERTED
  else if (around.isInQuotation) weight -= 0.6
  return around.isWithoutBody ? Math.min(weight, WITHOUT_BODY) : weight
}

function lineEvidence(candidate: Candidate): number {
  const { after, before, close } = candidate
  let weight = LINE_AFTER[after]
  if (close !== '' && (after === 'capital' || after === 'marker' || after === 'glued')) weight = 0.9
  if (close !== '' && after === 'lower') weight = close === ')' ? -0.5 : 0.3
  if (candidate.isCapitals) weight += 0.1
  if (candidate.afterBlankLine) return weight + 0.1
  // "…under" ⏎ "Article 16." is a reference broken over a line.
  const isMidSentence = before === 'comma' || before === 'connector' || before === 'lower'
  if (before === 'connector') weight -= 0.9
  else if (isMidSentence && candidate.afterLongLine)
    weight -= after === 'line end' && close === '' ? 0.5 : 0.8
  else if (before === 'comma') weight -= 0.3
  return weight
}

/** In scripts that write no spaces, spaces around `第三條` show a heading. */
function isCounted({ word }: Candidate): boolean {
  return COUNTERS.has(word.charCodeAt(0))
}

function inlineEvidence(candidate: Candidate, around: Surroundings): number {
  const { after, before, isCapitals } = candidate
  // Scripts without spaces glue the text to the number; behind the end of a sentence it is a heading none the less.
  const opensSentence = after === 'glued' && before === 'stop' && isCounted(candidate)
  let weight = INLINE_BEFORE[before] + (opensSentence ? GLUED_TO_TEXT : INLINE_AFTER[after])
  const isCased = candidate.word.toLowerCase() !== candidate.word.toUpperCase()
  if (isCapitals) weight += 0.25
  // Without capitals only the end of a sentence shows that a new provision begins.
  if (!isCased && before !== 'stop' && before !== 'nothing')
    weight -= isCounted(candidate) && before === 'other' ? 0.2 : 0.6
  if (candidate.close !== '' && after === 'capital') weight += 0.1
  if (around.isLined) weight -= 0.5
  return weight
}
