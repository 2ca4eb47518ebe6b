import type { HeadingKind } from '../structure/grammar.ts'
import type { Level } from './words/reference-words.ts'

/** How a step points from where the reader stands: `this Article`, `the preceding paragraph`, `that Article`. */
export type Pointing = 'here' | 'preceding' | 'following' | 'same'

/** One number of a step with the numbers in brackets behind it: `12(1)(a)` is `12`, `1`, `a`. */
export interface Item {
  readonly start: number
  readonly end: number
  /** Numbers in arabic digits, letters in lower case but for letters that number annexes. */
  readonly path: readonly string[]
  /** The end of a range that begins here. */
  readonly to?: readonly string[]
  /** True when `3-5` may also be one number with a dash. */
  readonly isDashed?: boolean
}

/** One level of a citation: `Articles 3 to 5 and 7`, `this Chapter`, `second paragraph`. */
export interface Step {
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly items: readonly Item[]
  readonly pointing?: Pointing
  /** The number is an ordinal: the place counts, where no number is printed. */
  readonly isOrdinal: boolean
}

/** The levels from the outside in. */
const ORDER: readonly Level[] = [
  'annex',
  'protocol',
  'appendix',
  'schedule',
  'part',
  'titleDivision',
  'chapter',
  'section',
  'subsection',
  'article',
  'rule',
  'note',
  'paragraph',
  'point',
]

const INSIDE_ARTICLES: ReadonlySet<Level> = new Set(['paragraph', 'point', 'note'])

/** Whether a provision of one level can stand in one of the other. */
export function standsIn(inner: Level, outer: Level): boolean {
  if (inner === outer) return false
  // Some agreements divide their articles into sections.
  if (inner === 'section' && outer === 'article') return true
  if (inner === 'paragraph' && outer === 'point') return false
  return ORDER.indexOf(inner) > ORDER.indexOf(outer)
}

/** Whether it is a paragraph or point: what has its number inside an article only. */
export function isInsideArticles(level: Level): level is Exclude<Level, HeadingKind> | 'note' {
  return INSIDE_ARTICLES.has(level)
}

/** One citation: the steps from the outside in, and the step whose items are its parts. */
export interface Chain {
  readonly start: number
  readonly end: number
  readonly steps: readonly Step[]
  /** The step that was read first: the one that may be a list. */
  readonly listed: Step
}
