import { ENTITY_SCHEMAS } from '#contract/entities.ts'
import { QUOTATION_TYPE, type QuotationData } from '#domain/brief/brief.ts'
import { refOf, type EntityKind } from '#domain/library/entities.ts'
import { violationsOf } from '#domain/library/invariants.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { anchorHolds, type Anchor } from '#domain/text/anchor.ts'
import { makePause } from '../../files/pause.ts'
import type { Findings } from './findings.ts'

/**
 * Checks every entity: its shape, what it refers to, and that the words it quotes stand where it says. `contentOf`
 * gives the words of a text, or nothing when they are lost (which is told elsewhere, once).
 */
export async function checkEntities(
  state: LibraryState,
  contentOf: (hash: string) => Promise<string | undefined>,
  findings: Findings,
): Promise<void> {
  const pause = makePause()
  for (const [kind, entity] of state.entities()) {
    await pause()
    // Safe below: the state keeps an entity under its own kind.
    const where = `${kind} ${entity.id}`
    const shape = ENTITY_SCHEMAS[kind].safeParse(entity)
    if (!shape.success) findings.error(where, 'has not the shape it should have')
    for (const violation of violationsOf(state, refOf(kind, entity as never), entity)) {
      findings.error(where, violation)
    }
  }
  for (const [textId, quotes] of quotesByText(state)) {
    const text = state.find('text', textId)
    const content = text && (await contentOf(text.content.hash))
    if (content === undefined) continue
    if (content.length !== text?.content.length) {
      findings.error(`text ${textId}`, `has ${content.length} characters, not ${text?.content.length}`)
    }
    for (const { where, anchor } of quotes) {
      if (!anchorHolds(content, anchor))
        findings.error(where, 'quotes words that do not stand there in the text')
    }
  }
}

interface Quote {
  readonly where: string
  readonly anchor: Anchor
}

/** What annotations quote, by text. A brief's quotations are frozen by design: they may differ. */
function quotesByText(state: LibraryState): Map<string, Quote[]> {
  const quotes = new Map<string, Quote[]>()
  for (const textId of state.markedTexts()) {
    quotes.set(
      textId,
      state.annotationsOf(textId).map((a) => ({ where: `annotation ${a.id}`, anchor: a.target.anchor })),
    )
  }
  return quotes
}

/** Quotations in briefs whose text is not in the library any more: worth a note. */
export function checkBriefs(state: LibraryState, findings: Findings): void {
  for (const brief of state.all('brief')) {
    for (const node of brief.blocks) {
      if (node.type !== QUOTATION_TYPE) continue
      const data = node['data'] as Partial<QuotationData> | undefined
      if (data?.textId === undefined || !state.find('text', data.textId)) {
        findings.warning(`brief ${brief.id}`, 'has a quotation from a text that is not in the library')
      }
    }
  }
}

/** How many entities of a kind there are. */
export function countOf(state: LibraryState, wanted: EntityKind): number {
  let count = 0
  for (const [kind] of state.entities()) if (kind === wanted) count++
  return count
}
