import type { RichNode } from '../rich-text/rich-text.ts'
import type { AgreementId, AnnotationId, BriefId, TextId, ThemeId } from '../shared/id.ts'
import type { Instant } from '../shared/time.ts'
import type { Trashable } from '../shared/trash.ts'
import type { Anchor } from '../text/anchor.ts'

/** Paper a brief is printed on. */
export type Paper = 'A4' | 'Letter'

/** A document that argues from provisions. Its blocks are kept one by one, so that an edit writes one block. */
export interface Brief extends Trashable {
  readonly id: BriefId
  readonly title: string
  /** BCP 47 tag of the language it is written in; sets hyphenation and the PDF's language. */
  readonly language: string
  readonly paper: Paper
  readonly schema: 1
  readonly lexical: string
  readonly blocks: readonly RichNode[]
  readonly createdAt: Instant
  readonly createdBy: string
  readonly updatedAt?: Instant
}

/**
 * A quotation in a brief: the words as they stood when they were inserted, and where they stand. The words are
 * frozen so that a brief never changes by itself; whether they still match is checked when shown and printed.
 */
export interface QuotationData {
  readonly textId: TextId
  readonly agreementId: AgreementId
  /** The annotation it was inserted from, when it was. */
  readonly annotationId?: AnnotationId
  readonly anchor: Anchor
}

/** A table of themes × articles of one text, computed from the annotations whenever it is shown or printed. */
export interface ThemeMatrixData {
  readonly textId: TextId
  readonly agreementId: AgreementId
  /** A row for each family of themes, or for each theme. */
  readonly rows: MatrixRows
  /** The themes to show; empty means every one used in the text. */
  readonly themeIds: readonly ThemeId[]
}

/** What the rows of a theme matrix are. */
export type MatrixRows = 'families' | 'themes'

/** Type names of our own nodes in a brief's blocks. */
export const QUOTATION_TYPE = 'pacta-quotation'
/** See {@link QUOTATION_TYPE}. */
export const THEME_MATRIX_TYPE = 'pacta-theme-matrix'

/** A quotation as a block of a brief. */
export function quotationBlock(data: QuotationData): RichNode {
  return { type: QUOTATION_TYPE, version: 1, data }
}

/** A theme matrix as a block of a brief. */
export function themeMatrixBlock(data: ThemeMatrixData): RichNode {
  return { type: THEME_MATRIX_TYPE, version: 1, data }
}
