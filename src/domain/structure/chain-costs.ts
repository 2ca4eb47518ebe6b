import { isSole } from './number-words.ts'
import { isFirst } from './numeral-order.ts'
import type { Numeral } from './numerals.ts'

/** A numbered heading to be weighed with its like. */
export interface Link {
  readonly numeral: Numeral
  /** How much it looks like a heading by itself. */
  readonly weight: number
  /** Headings set alike have the same form; a chain rarely mixes forms. */
  readonly form: string
  readonly languages: number
  /** Counts the places before it where numbers may start again: annexes. */
  readonly section: number
  /** Counts the testimonia before it: after one, another text may begin. */
  readonly closings: number
  /** Whether it is the first in a division that is not itself a first one: numbers may start again in each chapter. */
  readonly opensDivision: boolean
}

/** What breaking the order costs, against the weight (up to 1) that a heading brings. */
export interface Costs {
  /** One number left out. Each further one costs a little more, up to ten. */
  readonly gap: number
  /** Starting again at 1 in the middle of a text. */
  readonly restart: number
  /** Starting again at 1 in a new annex. */
  readonly restartInSection: number
}

/** Articles are numbered through: an unmarked restart is a second agreement in the file. */
export const ARTICLE_COSTS: Costs = { gap: 0.6, restart: 2.5, restartInSection: 0.1 }
/** Parts, chapters and sections start again in whatever contains them. */
export const CONTAINER_COSTS: Costs = { gap: 0.5, restart: 0.25, restartInSection: 0 }

/** An act of one article that approves an agreement stands before it. */
const RESTART_AFTER_SOLE = 0.1
const RESTART_AFTER_CLOSING = 0.8
const RESTART_IN_OTHER_LANGUAGE = 0.4
const RESTART_IN_DIVISION = 0.4
/** What counting on from a number that was put in costs: `1.1`, `2`. */
export const BEHIND_INSERTED = 0.2

const OTHER_FORM = 0.25
const OTHER_STYLE = 0.6

/** What leaving out numbers costs; `width` is how far one is from the other. */
export function gapCost(width: number, costs: Costs): number {
  return costs.gap + 0.05 * Math.min(width, 10)
}

/** What it costs that two numbers in a row are set in two ways, or in two languages. */
export function formCost(before: Link, link: Link): number {
  // `Article premier` is followed by `Art. 2`: the first article is often set in its own way.
  if (before.numeral.style === 'word' && isFirst(before.numeral))
    return (before.languages & link.languages) === 0 ? 1 : 0
  const style = before.numeral.style === link.numeral.style ? 0 : OTHER_STYLE
  const language = (before.languages & link.languages) === 0 ? 1 : 0
  return style + language + (before.form === link.form ? 0 : OTHER_FORM)
}

/** What it costs that numbers start again at a link behind another. */
export function restartCost(before: Link, link: Link, costs: Costs): number {
  if (isSole(before.numeral)) return RESTART_AFTER_SOLE
  if (before.section !== link.section) return costs.restartInSection
  if ((before.languages & link.languages) === 0) return Math.min(RESTART_IN_OTHER_LANGUAGE, costs.restart)
  if (restartsInDivision(before, link)) return Math.min(RESTART_IN_DIVISION, costs.restart)
  return link.closings > before.closings ? Math.min(RESTART_AFTER_CLOSING, costs.restart) : costs.restart
}

/** Whether numbers that start again do so because another chapter of the same text begins. */
export function restartsInDivision(before: Link, link: Link): boolean {
  return (
    link.opensDivision &&
    before.section === link.section &&
    before.closings === link.closings &&
    (before.languages & link.languages) !== 0
  )
}
