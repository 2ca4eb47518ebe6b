import { insideOf } from './block-drafts.ts'
import { blocksOf, trimmedEnd } from './blocks.ts'
import type { Candidate } from './candidate.ts'
import { closingDrafts } from './closing.ts'
import { confidenceOf } from './confidence.ts'
import { withFurniture } from './furniture-drafts.ts'
import { furnitureIn, withoutFurniture } from './furniture.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import { splitHeading } from './heading-name.ts'
import type { Heading } from './heading.ts'
import type { StructureHint } from './hint.ts'
import { languagesOf } from './languages.ts'
import { isHardWrapped } from './lines.ts'
import { markupWeights } from './markup-weights.ts'
import { depthsOf } from './nesting.ts'
import { isSole } from './number-words.ts'
import { arabicOf } from './numerals.ts'
import { nextTextStart } from './next-text.ts'
import { openingDrafts } from './opening.ts'
import { withIds, type Draft } from './provision-ids.ts'
import { isAttachment, isDivision, type Provision } from './provision.ts'
import { isClosing, type Selection } from './select.ts'
import { selectProvisions } from './select-provisions.ts'

/** What may be known of a text before its structure is. */
export interface DetectOptions {
  /** ISO 639-1 code of the text's language. A hint: other languages in the text are read all the same. */
  readonly language?: string
  /** What the markup of the file says of the structure: evidence among other. */
  readonly hints?: readonly StructureHint[]
}

/** The structure of a text, and how it was found. */
export interface StructureReading {
  readonly provisions: Provision[]
  /** The text lost its line breaks; its articles were found in running text, and should be looked over. */
  readonly isFlat: boolean
  /** ISO 639-1 codes of the languages whose grammar the headings follow, the most frequent first. */
  readonly languages: readonly string[]
}

/**
 * Finds the provisions of an agreement in any of the languages of GRAMMARS. Pure; linear in the length of the text;
 * never throws. A text in which no heading is found becomes a preamble-like run of paragraphs: nothing is lost, and
 * the analyst can still read and annotate it.
 */
export function detectStructure(text: string, options: DetectOptions = {}): Provision[] {
  return readStructure(text, options).provisions
}

/** Finds the provisions of an agreement, and says how they were found. As detectStructure otherwise. */
export function readStructure(printed: string, options: DetectOptions = {}): StructureReading {
  const furniture = furnitureIn(printed)
  const text = withoutFurniture(printed, furniture)
  const index = GRAMMARS.findIndex(({ language }) => language === options.language?.slice(0, 2).toLowerCase())
  const languages = index < 0 ? 0 : 1 << index
  const selection = selectProvisions(text, languages, markupWeights(options.hints ?? []))
  const hardWrapped = isHardWrapped(text)
  const { headings } = selection
  const until = headings[0]?.candidate.start ?? text.length
  const depths = depthsOf(text, headings)
  const closings = closingsAmong(text, selection)
  const opening = textsOpened(headings)
  const drafts = headings.flatMap((heading, i) => {
    const next = headings[i + 1]?.candidate.start ?? text.length
    const depth = depths[i] ?? 0
    const closing = closings.get(i)
    const from = closing?.start ?? heading.candidate.end
    const to = (opening.has(i + 1) ? nextTextStart(text, from, next) : undefined) ?? next
    const holdsUnits = !isUnit(heading) || holdsSection(headings[i + 1], depths[i + 1], depth)
    const own = headingDrafts(text, heading, closing?.start ?? to, { depth, holdsUnits, hardWrapped })
    if (!closing && to === next) return own
    const after = to < next ? textOpening(text, to, next, selection, hardWrapped) : []
    if (!closing) return [...own, ...after]
    const scope = heading.attachment === undefined ? 0 : (depths[heading.attachment] ?? 0) + 1
    return [...own, ...closingDrafts(text, closing.start, to, Math.min(scope, depth), hardWrapped), ...after]
  })
  const front = doubted(frontDrafts(text, until, selection, hardWrapped), headings)
  const closed = closeContainers([...front, ...drafts])
  return {
    provisions: withIds(withFurniture(text, closed, furniture)),
    isFlat: selection.isFlat,
    languages: languagesOf(text, headings),
  }
}

/** The title and the preamble of a text that begins behind the end of another. */
function textOpening(
  text: string,
  from: number,
  to: number,
  { others }: Selection,
  hardWrapped: boolean,
): Draft[] {
  const marker = others.findLast((c) => c.kind === 'preamble' && c.start >= from && c.start < to)
  return openingDrafts(text, from, to, marker, hardWrapped)
}

/** The headings before which another text begins: the first of the divisions that an article opening it stands in. */
function textsOpened(headings: readonly Heading[]): ReadonlySet<number> {
  const opening = new Set<number>()
  headings.forEach(({ opensText }, i) => {
    if (!opensText) return
    let at = i
    while (at > 0 && isDivision(headings[at - 1]?.kind ?? 'article')) at--
    opening.add(at)
  })
  return opening
}

/** Where there is nothing that articles could be, the front is the whole agreement, and that is to be said. */
function doubted(front: readonly Draft[], headings: readonly Heading[]): readonly Draft[] {
  if (headings.some(({ kind }) => kind === 'article' || kind === 'rule' || isDivision(kind))) return front
  const preamble = front.findIndex(({ kind }) => kind === 'preamble')
  const holder = preamble < 0 ? front.findIndex(({ kind }) => kind !== 'furniture') : preamble
  return front.map((draft, i) =>
    i === holder ? { ...draft, confidence: confidenceOf(1, ['undivided']), doubts: ['undivided'] } : draft,
  )
}

/** What stands before the first heading: title, table of contents, preamble; in a text without headings, all of it. */
function frontDrafts(text: string, until: number, selection: Selection, hardWrapped: boolean): Draft[] {
  const { headings, others } = selection
  const marker = others.findLast((c) => c.kind === 'preamble' && c.start < until)
  const table = tableRange(text, until, selection)
  if (!table) {
    const closing =
      headings.length === 0 ? others.find((c) => c.kind === 'testimonium' && isClosing(c)) : undefined
    const end = closing?.start ?? until
    const open = openingDrafts(text, 0, end, marker && marker.start < end ? marker : undefined, hardWrapped)
    return closing ? [...open, ...closingDrafts(text, closing.start, until, 0, hardWrapped)] : open
  }
  const { start, end } = table
  const isBefore = marker !== undefined && marker.start < start
  return [
    ...openingDrafts(text, 0, start, isBefore ? marker : undefined, hardWrapped),
    { kind: 'furniture', depth: 0, start, end, textStart: start, confidence: 0.9 },
    ...openingDrafts(text, end, until, marker && marker.start >= end ? marker : undefined, hardWrapped),
  ]
}

/** Where the table of contents stands, known by its heading or by its entries. */
function tableRange(
  text: string,
  until: number,
  { contents, table }: Selection,
): { start: number; end: number } | undefined {
  if (table && table.end <= until) return table
  const listed = contents.filter((c) => c.start < until)
  const [first, last] = [listed[0], listed.at(-1)]
  if (!first || !last || listed.length < 3) return undefined
  const feed = text.indexOf('\n', last.end)
  const lineEnd = feed < 0 || feed > until ? until : feed
  return { start: first.start, end: trimmedEnd(text, first.start, lineEnd) }
}

/**
 * The testimonium of each agreement, protocol and annex: the first one behind the last article of each. Where it is
 * all that the last article says, it is that article's text.
 */
function closingsAmong(text: string, { headings, others }: Selection): Map<number, Candidate> {
  const closings = new Map<number, Candidate>()
  let at = 0
  for (const other of others) {
    if (other.kind !== 'testimonium' || !isClosing(other)) continue
    while ((headings[at + 1]?.candidate.start ?? Infinity) <= other.start) at++
    const heading = headings[at]
    if (!heading || heading.candidate.start > other.start || closings.has(at)) continue
    const isAllItSays = text.slice(heading.candidate.end, other.start).trim() === ''
    if (!isAllItSays && endsText(heading, headings[at + 1])) closings.set(at, other)
  }
  return closings
}

function endsText(heading: Heading, next: Heading | undefined): boolean {
  return (
    !next ||
    isAttachment(next.kind) ||
    next.doubts.includes('restart') ||
    next.attachment !== heading.attachment
  )
}

function isUnit({ kind }: Heading): boolean {
  return kind === 'article' || kind === 'rule' || kind === 'note'
}

/** Whether the heading behind an article is that of a section in it. */
function holdsSection(next: Heading | undefined, nextDepth = 0, depth = 0): boolean {
  return next !== undefined && nextDepth > depth && isDivision(next.kind)
}

/** One heading with everything up to the next: the provision, its paragraphs and points. */
function headingDrafts(
  text: string,
  heading: Heading,
  to: number,
  { depth, holdsUnits, hardWrapped }: { depth: number; holdsUnits: boolean; hardWrapped: boolean },
): Draft[] {
  const { candidate, kind, doubts, weight } = heading
  const { numeral, start } = candidate
  const { name, body } = splitHeading(text, heading, to, holdsUnits)
  const inside = insideOf(text, blocksOf(text, body, hardWrapped), depth + 1, 'paragraph')
  const lastBlock = inside.drafts.at(-1) ?? inside.own
  const end = lastBlock?.end ?? name?.end ?? trimmedEnd(text, start, Math.min(candidate.end, to))
  const arabic = numeral && !isSole(numeral) ? arabicOf(numeral) : undefined
  const draft: Draft = {
    kind,
    depth,
    start,
    end,
    textStart: inside.own?.start ?? end,
    number: numeral?.printed,
    arabic: arabic === numeral?.printed ? undefined : arabic,
    heading: name && text.slice(name.start, name.end),
    confidence: confidenceOf(weight, doubts),
    doubts: doubts.length > 0 ? doubts : undefined,
  }
  return [draft, ...inside.drafts]
}

/** Extends every provision over what stands inside it. */
function closeContainers(drafts: readonly Draft[]): Draft[] {
  const ends: number[] = []
  const closed = drafts.slice()
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]
    if (!draft) continue
    let end = draft.end
    for (let depth = draft.depth + 1; depth < ends.length; depth++) end = Math.max(end, ends[depth] ?? 0)
    ends.length = Math.min(ends.length, draft.depth + 1)
    while (ends.length <= draft.depth) ends.push(0)
    ends[draft.depth] = Math.max(end, ends[draft.depth] ?? 0)
    if (end === draft.end) continue
    closed[i] = { ...draft, end, textStart: draft.textStart === draft.end ? end : draft.textStart }
  }
  return closed
}
