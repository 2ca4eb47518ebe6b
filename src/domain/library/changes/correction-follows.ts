import { readQuotation } from '../../brief/brief-nodes.ts'
import { quotationBlock, type Brief } from '../../brief/brief.ts'
import type { Theme } from '../../codebook/theme.ts'
import type { RichNode } from '../../rich-text/rich-text.ts'
import type { TextId } from '../../shared/id.ts'
import { sameJson } from '../../shared/json.ts'
import type { Anchor } from '../../text/anchor.ts'
import type { CarryOutcome } from '../../text/carry/carry.ts'
import { change, changeList, type Operation } from '../operation.ts'
import { withUncarried, type Mark } from './carry-marks.ts'

/** What stands elsewhere in the library and names places of a text. */
export interface Elsewhere {
  readonly briefs: readonly Brief[]
  readonly themes: readonly Theme[]
  /** Annotations and assessments of earlier versions of the text. */
  readonly earlier: readonly Mark[]
}

/** Tells what becomes of a place of a text whose words change. */
export type Follow = (anchor: Anchor) => CarryOutcome

/**
 * What follows elsewhere from a change of a text's words. Quotations in briefs and examples of themes are frozen:
 * the place of those whose words stay moves along, those that quote what was changed are left, and are shown as
 * quoting words that have changed. A place that was proposed for a mark of an earlier version moves with its words;
 * when they are gone, the mark counts as not found.
 */
export function followChange(elsewhere: Elsewhere, textId: TextId, follow: Follow): Operation[] {
  const quotations = elsewhere.briefs.flatMap((brief) => {
    const blocks = brief.blocks.map((block) => quotationAfter(block, textId, follow))
    return changeList('brief', brief, 'blocks', blocks)
  })
  const examples = elsewhere.themes.flatMap((theme) => {
    const after = theme.examples?.map((example) => {
      const anchor = example.source?.textId === textId ? keptAnchor(example.source.anchor, follow) : undefined
      return anchor ? { ...example, source: { textId, anchor } } : example
    })
    return after && !sameJson(after, theme.examples)
      ? change('theme', theme, { ...theme, examples: after })
      : []
  })
  const proposals = elsewhere.earlier.flatMap((mark) => {
    const { uncarried } = mark.value
    if (uncarried?.state !== 'review' || uncarried.textId !== textId) return []
    const outcome = follow(uncarried.anchor)
    if (outcome.kind === 'lost') return withUncarried(mark, { state: 'lost', textId })
    return sameJson(outcome.anchor, uncarried.anchor)
      ? []
      : withUncarried(mark, { ...uncarried, anchor: outcome.anchor })
  })
  return [...quotations, ...examples, ...proposals]
}

function quotationAfter(block: RichNode, textId: TextId, follow: Follow): RichNode {
  const data = readQuotation(block)
  if (data?.textId !== textId) return block
  const anchor = keptAnchor(data.anchor, follow)
  return anchor ? { ...block, ...quotationBlock({ ...data, anchor }) } : block
}

/** Where an anchor's words stand now; nothing when they are not the same any more, or stand where they did. */
function keptAnchor(anchor: Anchor, follow: Follow): Anchor | undefined {
  const outcome = follow(anchor)
  if (outcome.kind !== 'carried' || outcome.anchor.quote !== anchor.quote) return undefined
  return sameJson(outcome.anchor, anchor) ? undefined : outcome.anchor
}
