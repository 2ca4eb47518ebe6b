import type { ProvisionId, TextId } from '../shared/id.ts'

/** Every kind of provision, from the outside in. */
export const PROVISION_KINDS = [
  'title',
  'preamble',
  'recital',
  'part',
  'titleDivision',
  'chapter',
  'section',
  'subsection',
  'article',
  /** A rule or regulation: what annexes have in the place of articles. */
  'rule',
  'paragraph',
  'point',
  /** Words that close a paragraph after its points. */
  'flush',
  /** A numbered note to an article, as Iranian texts have (tabsira). */
  'note',
  'annex',
  'protocol',
  'appendix',
  'schedule',
  'testimonium',
  'signatures',
  /** Page furniture, tables of contents: what stands in the file but is no part of the agreement. */
  'furniture',
] as const

/** What a provision is. */
export type ProvisionKind = (typeof PROVISION_KINDS)[number]

const ATTACHMENTS: ReadonlySet<ProvisionKind> = new Set(['annex', 'protocol', 'appendix', 'schedule'])
const DIVISIONS: ReadonlySet<ProvisionKind> = new Set([
  'part',
  'titleDivision',
  'chapter',
  'section',
  'subsection',
])

/** Whether numbers start again in it: annexes, protocols, appendices, schedules. */
export function isAttachment(kind: ProvisionKind): boolean {
  return ATTACHMENTS.has(kind)
}

/** Whether it groups articles and has no number of its own in their addresses: parts, chapters, sections. */
export function isDivision(kind: ProvisionKind): boolean {
  return DIVISIONS.has(kind)
}

/** Whether it holds other units, and is not itself read or assessed as one. */
export function isContainer(kind: ProvisionKind): boolean {
  return isDivision(kind) || isAttachment(kind)
}

/** Every reason for which the place or the number of a provision is uncertain. A closed set, for review. */
export const DOUBTS = [
  /** Numbers are left out before it. */
  'gap',
  /** Its number stands a second time in the same part of the text. */
  'repeat',
  /** Its number is out of order: it and its neighbour have changed places. */
  'order',
  /** Numbers start again at it without an annex. */
  'restart',
  /** It was found in running text, not at the start of a line. */
  'inline',
  /** It has no text: a table of contents, or a heading whose text was lost. */
  'empty',
  /** It stands between quotation marks, as articles do that an agreement inserts elsewhere. */
  'quoted',
  /** Its word or number is misspelt. */
  'misspelt',
  /** It is set unlike the other headings. */
  'form',
  /** It reads as a cross-reference; only its number speaks for it. */
  'reference',
  /** No article was found, so that it holds the text of the whole agreement. */
  'undivided',
] as const

/** Why the place or the number of a provision is uncertain. */
export type Doubt = (typeof DOUBTS)[number]

/**
 * One node of a text's structure. Provisions stand in reading order; `depth` makes the tree: the parent is the
 * nearest earlier provision with a smaller depth. Ranges nest, and cover the text without gaps but white space.
 */
export interface Provision {
  readonly id: ProvisionId
  readonly kind: ProvisionKind
  /** As printed, without its word and punctuation: `12`, `IV`, `6 bis`, `a`. Absent when none is printed. */
  readonly number?: string
  /** In arabic digits, when printed otherwise: `4` for `IV`. */
  readonly arabic?: string
  /** As printed after the number, on its line or the next; without the number itself. */
  readonly heading?: string
  readonly depth: number
  /** UTF-16 offset of the first character of its marker, or of its text when it has none. */
  readonly start: number
  /** UTF-16 offset after its last character; everything it contains ends there at the latest. */
  readonly end: number
  /** UTF-16 offset where its own text begins, after marker and heading. `end` when it has no text of its own. */
  readonly textStart: number
  /** How sure its place and number are, 0 to 1. Absent for what a person has set, and in older libraries. */
  readonly confidence?: number
  /** Why `confidence` is not 1. Absent when there is no doubt. */
  readonly doubts?: readonly Doubt[]
}

/** The structure of one text. */
export interface Structure {
  /** Same as the text's: a text has one structure. */
  readonly id: TextId
  readonly provisions: readonly Provision[]
}
