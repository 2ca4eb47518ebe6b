import type { RichNode } from '../rich-text/rich-text.ts'
import type { Anchor } from '../text/anchor.ts'
import { QUOTATION_TYPE, THEME_MATRIX_TYPE, type QuotationData, type ThemeMatrixData } from './brief.ts'

/** The quotation a node holds, or nothing when the node is none or is damaged. */
export function readQuotation(node: RichNode): QuotationData | undefined {
  const data = node.type === QUOTATION_TYPE ? node['data'] : undefined
  if (!isRecord(data) || !isString(data['textId']) || !isString(data['agreementId'])) return undefined
  const anchor = readAnchor(data['anchor'])
  if (!anchor) return undefined
  const annotationId = isString(data['annotationId']) ? { annotationId: data['annotationId'] } : {}
  return { textId: data['textId'], agreementId: data['agreementId'], anchor, ...annotationId }
}

/** The theme matrix a node asks for, or nothing when the node is none or is damaged. */
export function readThemeMatrix(node: RichNode): ThemeMatrixData | undefined {
  const data = node.type === THEME_MATRIX_TYPE ? node['data'] : undefined
  if (!isRecord(data) || !isString(data['textId']) || !isString(data['agreementId'])) return undefined
  const themeIds = Array.isArray(data['themeIds']) ? data['themeIds'].filter(isString) : []
  const rows = data['rows'] === 'families' ? 'families' : 'themes'
  return { textId: data['textId'], agreementId: data['agreementId'], rows, themeIds }
}

function readAnchor(value: unknown): Anchor | undefined {
  if (!isRecord(value)) return undefined
  const { start, end, quote, prefix, suffix } = value
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  if (!isString(quote) || !isString(prefix) || !isString(suffix)) return undefined
  return { start, end, quote, prefix, suffix }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
