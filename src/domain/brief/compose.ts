import { displayTitle, type Agreement } from '../agreement/agreement.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Theme } from '../codebook/theme.ts'
import { numberFootnotes } from '../rich-text/footnotes.ts'
import { nodeText, type RichNode } from '../rich-text/rich-text.ts'
import { runsOf } from '../rich-text/runs.ts'
import type { AgreementId, TextId } from '../shared/id.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import { anchorHolds } from '../text/anchor.ts'
import type { Text } from '../text/text.ts'
import { readQuotation, readThemeMatrix } from './brief-nodes.ts'
import type { Brief, QuotationData, ThemeMatrixData } from './brief.ts'
import { citationOf, type Citation } from './citation.ts'
import type {
  ComposedBlock,
  ComposedBrief,
  Endnote,
  ListItem,
  QuotationState,
  TableCell,
} from './composed.ts'
import { themeMatrix } from './theme-matrix.ts'

/** Where a composition looks up what the brief refers to. Whatever is missing is shown as missing. */
export interface BriefSources {
  agreement(id: AgreementId): Agreement | undefined
  text(id: TextId): Text | undefined
  /** The words of a text. */
  content(id: TextId): string | undefined
  tree(id: TextId): ProvisionTree | undefined
  annotations(id: TextId): readonly Annotation[]
  themes(): readonly Theme[]
}

/**
 * Resolves a brief: checks every quotation word for word against its text, numbers the notes and figures in
 * reading order, and computes the figures from the annotations as they are now.
 */
export function composeBrief(brief: Brief, author: string, sources: BriefSources): ComposedBrief {
  const endnotes: Endnote[] = []
  let figures = 0
  const compose = (node: RichNode): ComposedBlock => {
    const quotation = readQuotation(node)
    if (quotation) {
      const note = endnotes.length + 1
      endnotes.push({ number: note, citation: citationFor(quotation, sources) })
      return composeQuotation(quotation, note, sources)
    }
    const matrix = readThemeMatrix(node)
    if (matrix) return composeMatrix(matrix, ++figures, sources)
    const { blocks: numbered, footnotes } = numberFootnotes([node], endnotes.length + 1)
    for (const words of footnotes) endnotes.push({ number: endnotes.length + 1, words })
    return composeWritten(numbered[0] ?? node)
  }
  const blocks = brief.blocks.map(compose)
  return { title: brief.title, author, language: brief.language, paper: brief.paper, blocks, endnotes }
}

function citationFor(quotation: QuotationData, sources: BriefSources): Citation {
  const agreement = sources.agreement(quotation.agreementId)
  if (!agreement) return { title: 'An agreement that is no longer in this library' }
  return citationOf(agreement, sources.tree(quotation.textId), quotation.anchor)
}

function composeQuotation(quotation: QuotationData, note: number, sources: BriefSources): ComposedBlock {
  const text = sources.text(quotation.textId)
  return {
    kind: 'quotation',
    words: quotation.anchor.quote,
    language: text?.language ?? 'und',
    direction: text?.direction ?? 'ltr',
    note,
    state: quotationState(quotation, sources),
  }
}

/** Whether a quotation still says, word for word, what its text says at the same place. */
export function quotationState(
  quotation: QuotationData,
  sources: Pick<BriefSources, 'content'>,
): QuotationState {
  const content = sources.content(quotation.textId)
  if (content === undefined) return 'text missing'
  return anchorHolds(content, quotation.anchor) ? 'exact' : 'changed'
}

function composeMatrix(data: ThemeMatrixData, figure: number, sources: BriefSources): ComposedBlock {
  const agreement = sources.agreement(data.agreementId)
  const tree = sources.tree(data.textId)
  const name = agreement ? displayTitle(agreement) : 'an agreement that is no longer in this library'
  const matrix = tree
    ? themeMatrix(tree, sources.annotations(data.textId), sources.themes(), data)
    : { columns: [], rows: [] }
  return { kind: 'matrix', figure, caption: `Themes by article: ${name}`, matrix }
}

function composeWritten(node: RichNode): ComposedBlock {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', level: headingLevel(node), runs: runsOf(node) }
    case 'paragraph':
      return { kind: 'paragraph', runs: runsOf(node) }
    case 'quote':
      return { kind: 'blockquote', runs: runsOf(node) }
    case 'list':
      return composeList(node)
    case 'table':
      return { kind: 'table', rows: (node.children ?? []).map(composeRow) }
    default:
      return { kind: 'unknown', type: node.type, words: nodeText(node) }
  }
}

function headingLevel(node: RichNode): 1 | 2 | 3 {
  return node['tag'] === 'h1' ? 1 : node['tag'] === 'h2' ? 2 : 3
}

/** The editor keeps a nested list in an item of its own; it belongs below the item before it. */
function composeList(node: RichNode): ComposedBlock {
  const items: ListItem[] = []
  for (const child of node.children ?? []) {
    const nested = (child.children ?? []).filter((c) => c.type === 'list').map(composeList)
    const own = { ...child, children: (child.children ?? []).filter((c) => c.type !== 'list') }
    const previous = items.at(-1)
    if (nested.length > 0 && own.children.length === 0 && previous) {
      items[items.length - 1] = { ...previous, below: [...previous.below, ...nested] }
    } else {
      items.push({ runs: runsOf(own), below: nested })
    }
  }
  return { kind: 'list', ordered: node['listType'] === 'number', items }
}

function composeRow(row: RichNode): TableCell[] {
  return (row.children ?? []).map((cell) => ({ header: cell['headerState'] !== 0, runs: runsOf(cell) }))
}
