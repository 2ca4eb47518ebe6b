import type { ProvisionKind } from '#domain/structure/provision.ts'
import type { DecodedBody } from './decoded-body.ts'
import type { DroppedTally } from './dropped.ts'
import { articleStarts } from './eur-lex.ts'
import { readHtml, type HtmlBlock, type HtmlContainer, type HtmlEvent, type HtmlPage } from './html-events.ts'
import { isLoneMarker } from './lone-marker.ts'
import { readProvisionLabel } from './provision-label.ts'
import { textBuilder } from './text-builder.ts'

/** A container that holds less of the page's words than this is a part of the content, not all of it. */
const MOST_OF_PAGE = 0.6

/** Ids that EUR-Lex gives to the parts of an act. */
const PART_KINDS: Readonly<Record<string, ProvisionKind>> = {
  art: 'article',
  cpt: 'chapter',
  tis: 'titleDivision',
  sct: 'section',
  prt: 'part',
  pbl: 'preamble',
  rct: 'recital',
  anx: 'annex',
  fnp: 'testimonium',
}

/** Reads a saved web page: finds its main content, drops what stands around it, keeps what markup says of structure. */
export function decodeHtml(fileName: string, html: string, dropped: DroppedTally): DecodedBody {
  const page = readHtml(fileName, html, dropped)
  const { events, isWhole } = mainContent(page)
  if (!isWhole) dropped.add('navigation')
  const builder = textBuilder()
  const parts: string[] = []
  let marker = ''
  for (const event of events) {
    if (event.kind === 'block') {
      const words = withoutAmendmentSigns(event.words)
      // Pages that set lists with columns of their own have the marker in one and its words in the other.
      if (event.level === undefined && isLoneMarker(words)) {
        if (marker !== '') writeBlock(builder, { ...event, words: marker })
        marker = words
        continue
      }
      writeBlock(builder, { ...event, words: marker === '' ? words : `${marker} ${words}` })
      marker = ''
    } else if (event.kind === 'open') {
      parts.push(event.id)
      const [prefix = '', number] = lastOf(event.id).split('_')
      builder.open({ kind: PART_KINDS[prefix] ?? 'section', number })
    } else if (parts.at(-1) === event.id) {
      parts.pop()
      builder.close()
    }
  }
  if (marker !== '') builder.block(marker)
  while (parts.pop() !== undefined) builder.close()
  dropped.add(
    'tables',
    events.filter((e) => e.kind === 'block' && e.words.includes('\t') && !e.isNextRow).length,
  )
  const result = builder.result()
  const hasParts = result.hints.some((hint) => hint.kind === 'article')
  const hints = hasParts
    ? result.hints
    : [...result.hints, ...articleStarts(events, result.text)].sort(
        (a, b) => a.start - b.start || b.end - a.end,
      )
  const language = page.language?.trim()
  return {
    texts: [
      {
        text: result.text,
        hints,
        ...(page.title ? { title: page.title } : {}),
        ...(language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
      },
    ],
    metadata: {},
    notes: result.notes,
  }
}

/** What a part is stands last in its id: `cpt_I.sct_1` is a section. */
function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1)
}

const AMENDED = /[►▼](?:[A-Z]\d{0,3})? ?| ?◄/g

/** A consolidated text marks what an act has changed: `►M2 ten years ◄`. */
function withoutAmendmentSigns(words: string): string {
  return /[►◄▼]/.test(words) ? words.replace(AMENDED, '').trim() : words
}

function writeBlock(builder: ReturnType<typeof textBuilder>, block: HtmlBlock): void {
  const span = block.isNextRow ? builder.line(block.words) : builder.block(block.words)
  if (!span || block.level === undefined) return
  const { number } = readProvisionLabel(block.words)
  builder.hint({
    ...span,
    kind: 'heading',
    level: block.level,
    heading: block.words,
    ...(number && /\d/.test(number) && number.length < 12 ? { number } : {}),
  })
}

/**
 * The smallest part of the page that holds most of its words outside links; a part that EUR-Lex marks wins. Where no
 * part does, the whole page without the blocks that are nothing but links.
 */
function mainContent(page: HtmlPage): { events: readonly HtmlEvent[]; isWhole: boolean } {
  const weights = runningWeights(page.events)
  const weightOf = ({ from, to }: HtmlContainer): number => (weights[to] ?? 0) - (weights[from] ?? 0)
  const total = weights.at(-1) ?? 0
  const fitting = page.containers
    .filter(
      (container) =>
        weightOf(container) > 0 && (container.isLegal || weightOf(container) >= total * MOST_OF_PAGE),
    )
    .sort((a, b) => Number(b.isLegal) - Number(a.isLegal) || weightOf(a) - weightOf(b))
  const legal = fitting.filter(({ isLegal }) => isLegal)
  const chosen = legal.length > 0 ? legal.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a)) : fitting[0]
  if (chosen) {
    const isWhole = chosen.from === 0 && chosen.to === page.events.length
    return { events: page.events.slice(chosen.from, chosen.to), isWhole }
  }
  const events = page.events.filter((event) => event.kind !== 'block' || !isOnlyLinks(event))
  return { events, isWhole: events.length === page.events.length }
}

function isOnlyLinks({ words, linked }: HtmlBlock): boolean {
  return linked >= words.replace(/[\s|›»·•]/g, '').length * 0.9
}

/** At each event, how many UTF-16 units outside links stand before it. */
function runningWeights(events: readonly HtmlEvent[]): number[] {
  const weights = [0]
  for (const event of events) {
    const own = event.kind === 'block' ? Math.max(0, event.words.length - event.linked) : 0
    weights.push((weights.at(-1) ?? 0) + own)
  }
  return weights
}
