import type { Run } from '../rich-text/runs.ts'
import type { Paper } from './brief.ts'
import type { Citation } from './citation.ts'
import type { ThemeMatrix } from './theme-matrix.ts'

/** How a quotation stands to the text it quotes, checked word for word at composition. */
export type QuotationState = 'exact' | 'changed' | 'text missing'

/** One block of a brief, ready for any output: every reference resolved, every note numbered. */
export type ComposedBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'blockquote'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }
  | {
      readonly kind: 'quotation'
      readonly words: string
      readonly language: string
      readonly direction: 'ltr' | 'rtl'
      /** Number of the endnote that cites it. */
      readonly note: number
      readonly state: QuotationState
    }
  | {
      readonly kind: 'matrix'
      /** Figures are numbered through, from 1. */
      readonly figure: number
      readonly caption: string
      readonly matrix: ThemeMatrix
    }
  /** A block this version cannot show; the words in it are kept. */
  | { readonly kind: 'unknown'; readonly type: string; readonly words: string }

/** An item of a list, with the list below it when there is one. */
export interface ListItem {
  readonly runs: readonly Run[]
  readonly below: readonly ComposedBlock[]
}

/** A cell of a table that the analyst wrote. */
export interface TableCell {
  readonly header: boolean
  readonly runs: readonly Run[]
}

/** A note at the end: the citation of a quotation, or what a footnote of the analyst says. */
export type Endnote =
  | { readonly number: number; readonly citation: Citation }
  | { readonly number: number; readonly words: string }

/** A brief ready for output. */
export interface ComposedBrief {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly paper: Paper
  readonly blocks: readonly ComposedBlock[]
  readonly endnotes: readonly Endnote[]
}
