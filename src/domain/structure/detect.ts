import { blocksOf, type Block } from './blocks.ts'
import { ENGLISH, type Grammar } from './grammar.ts'
import { findHeadings, type HeadingCandidate } from './headings.ts'
import { isHardWrapped, linesOf, type Line } from './lines.ts'
import { readMarker } from './markers.ts'
import { arabicOf } from './numerals.ts'
import { withIds, type Draft } from './provision-ids.ts'
import type { Provision, ProvisionKind } from './provision.ts'
import { keepInSequence } from './sequence.ts'

/** Containers from the widest to the narrowest; an article stands below all of them. */
const RANK: Partial<Record<ProvisionKind, number>> = {
  annex: 0,
  part: 1,
  titleDivision: 2,
  chapter: 3,
  section: 4,
  article: 5,
}

/** A heading longer than this is the first sentence of the article. */
const LONGEST_HEADING = 120

/** No agreement's title takes more lines than this; what follows is a list or a text without paragraphs. */
const MOST_TITLE_LINES = 8

/**
 * Finds the provisions of an agreement: title, preamble, containers, articles with their paragraphs and points,
 * annexes, testimonium and signatures. Pure; linear in the length of the text.
 *
 * A text in which no heading is found becomes one preamble-like run of paragraphs: nothing is lost, and the
 * analyst can still read and annotate it.
 */
export function detectStructure(text: string, grammar: Grammar = ENGLISH): Provision[] {
  const lines = linesOf(text)
  const hardWrapped = isHardWrapped(lines)
  const headings = keepInSequence(findHeadings(lines, grammar))
  const drafts = [
    ...openingDrafts(lines, headings[0]?.line ?? lines.length, grammar, hardWrapped),
    ...headings.flatMap((heading, i) =>
      headingDrafts(
        lines,
        heading,
        headings[i + 1]?.line ?? lines.length,
        depthOf(headings, i),
        grammar,
        hardWrapped,
      ),
    ),
  ]
  return withIds(closeContainers(drafts))
}

/** Title lines and preamble: everything before the first heading. */
function openingDrafts(
  lines: readonly Line[],
  until: number,
  grammar: Grammar,
  hardWrapped: boolean,
): Draft[] {
  const opening = lines.slice(0, until)
  const marker = opening.findIndex((line) => grammar.preamble.test(line.words))
  const first = opening.findIndex((line) => line.words !== '')
  if (first < 0) return []
  const isTitle = (line: Line | undefined): boolean =>
    line !== undefined &&
    line.words !== '' &&
    line.words.length <= LONGEST_HEADING &&
    !/[.:;,]$/.test(line.words)
  let last = first
  while (isTitle(opening[last]) && last < first + MOST_TITLE_LINES && last !== marker) last++
  const preambleFrom = marker >= 0 ? marker : last
  const title = trimmedRange(opening.slice(first, preambleFrom))
  const drafts: Draft[] = title ? [{ kind: 'title', depth: 0, ...title, textStart: title.start }] : []
  const body = opening.slice(marker >= 0 ? marker + 1 : preambleFrom)
  const blocks = blocksOf(body, hardWrapped)
  const start = marker >= 0 ? opening[marker]?.wordsStart : blocks[0]?.start
  const end = blocks.at(-1)?.end ?? (marker >= 0 ? opening[marker]?.end : undefined)
  if (start === undefined || end === undefined) return drafts
  const heading = marker >= 0 ? opening[marker]?.words : undefined
  const inside = blocks.length > 1 ? blockDrafts(blocks, 1, 'recital') : []
  const textStart = inside.length > 0 ? end : (blocks[0]?.start ?? end)
  return [
    ...drafts,
    { kind: 'preamble', depth: 0, start, end, textStart, ...(heading ? { heading } : {}) },
    ...inside,
  ]
}

function depthOf(headings: readonly HeadingCandidate[], index: number): number {
  const open: number[] = []
  for (const heading of headings.slice(0, index + 1)) {
    const rank = RANK[heading.kind] ?? 0
    while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop()
    open.push(rank)
  }
  return open.length - 1
}

/** One heading with everything up to the next: the provision, its paragraphs, and a closing that may follow them. */
function headingDrafts(
  lines: readonly Line[],
  heading: HeadingCandidate,
  until: number,
  depth: number,
  grammar: Grammar,
  hardWrapped: boolean,
): Draft[] {
  const { name, body } = splitHeading(lines, heading, until, grammar)
  const closingAt = body.findIndex(
    (line, i) => grammar.testimonium.test(line.words) && startsBlock(body, i, hardWrapped),
  )
  const own = blocksOf(closingAt < 0 ? body : body.slice(0, closingAt), hardWrapped)
  const inside = own.length > 1 || own[0]?.level !== undefined ? blockDrafts(own, depth + 1, 'paragraph') : []
  const lineEnd = lines[heading.line]?.end ?? heading.start
  const end = own.at(-1)?.end ?? name?.end ?? lineEnd
  const arabic = heading.numeral && arabicOf(heading.numeral)
  const draft: Draft = {
    kind: heading.kind,
    depth,
    start: heading.start,
    end,
    textStart: inside.length > 0 ? end : (own[0]?.start ?? end),
    ...(heading.numeral ? { number: heading.numeral.printed } : {}),
    ...(arabic !== undefined && arabic !== heading.numeral?.printed ? { arabic } : {}),
    ...(name ? { heading: name.words } : {}),
  }
  return [
    draft,
    ...inside,
    ...(closingAt < 0 ? [] : closingDrafts(body.slice(closingAt), grammar, hardWrapped)),
  ]
}

function startsBlock(body: readonly Line[], index: number, hardWrapped: boolean): boolean {
  return !hardWrapped || index === 0 || body[index - 1]?.words === ''
}

/** Separates the name of a provision, on its line or the next, from its text. */
function splitHeading(
  lines: readonly Line[],
  heading: HeadingCandidate,
  until: number,
  grammar: Grammar,
): { readonly name?: { readonly words: string; readonly end: number }; readonly body: Line[] } {
  const following = lines.slice(heading.line + 1, until)
  const line = lines[heading.line]
  if (heading.rest !== '' && line) {
    const end = heading.restStart + heading.rest.length
    if (isName(heading.rest, grammar) && following.some((l) => l.words !== ''))
      return { name: { words: heading.rest, end }, body: following }
    const rest: Line = {
      start: heading.restStart,
      end: line.end,
      words: heading.rest,
      wordsStart: heading.restStart,
    }
    return { body: [rest, ...following] }
  }
  const nextIndex = following.findIndex((l) => l.words !== '')
  const next = following[nextIndex]
  const after = following.slice(nextIndex + 1).find((l) => l.words !== '')
  // An article's only line is its text; a chapter's only line is its name.
  const named = after ? !opensPoints(after.words) : heading.kind !== 'article'
  if (!next || !named || !isName(next.words, grammar)) return { body: following }
  return {
    name: { words: next.words, end: next.wordsStart + next.words.length },
    body: following.slice(nextIndex + 1),
  }
}

/** A name is short, is no list item, does not end like a sentence and does not break off in the middle of one. */
function isName(words: string, grammar: Grammar): boolean {
  if (words.length > LONGEST_HEADING || /[.;:,]$/.test(words) || /^(?:\d|\(|[a-z])/.test(words)) return false
  return !grammar.breaksOff.test(words)
}

/** Points `(a)` or `(i)` follow a chapeau; a name is followed by text or numbered paragraphs. */
function opensPoints(words: string): boolean {
  return (
    readMarker(words)?.readings.some((r) => r.value === 1 && (r.style === 'letter' || r.style === 'roman')) ??
    false
  )
}

function blockDrafts(blocks: readonly Block[], depth: number, plainKind: ProvisionKind): Draft[] {
  let plainDepth = depth
  return blocks.map((block) => {
    const level = block.level
    const numbered = block.marker && block.marker.number !== ''
    const style = block.marker?.readings[0]?.style
    if (level === 0) plainDepth = depth
    const isParagraph =
      level === undefined || (level === 0 && (style === 'digit-dot' || style === 'digit-paren'))
    return {
      kind: isParagraph ? plainKind : 'point',
      depth: level === undefined ? plainDepth : depth + level,
      start: block.start,
      end: block.end,
      textStart: block.start + (level === undefined ? 0 : (block.marker?.length ?? 0)),
      ...(level !== undefined && numbered && block.marker ? { number: block.marker.number } : {}),
    }
  })
}

/** The testimonium, and the signatures after it. */
function closingDrafts(lines: readonly Line[], grammar: Grammar, hardWrapped: boolean): Draft[] {
  const signaturesAt = lines.findIndex((line, i) => i > 0 && grammar.signature.test(line.words))
  const closing = trimmedRange(signaturesAt < 0 ? lines : lines.slice(0, signaturesAt))
  const signatures = signaturesAt < 0 ? undefined : trimmedRange(lines.slice(signaturesAt))
  const blocks = blocksOf(signaturesAt < 0 ? lines : lines.slice(0, signaturesAt), hardWrapped)
  if (!closing) return []
  const inside = blocks.length > 1 ? blockDrafts(blocks, 1, 'paragraph') : []
  return [
    { kind: 'testimonium', depth: 0, ...closing, textStart: inside.length > 0 ? closing.end : closing.start },
    ...inside,
    ...(signatures
      ? [{ kind: 'signatures' as const, depth: 0, ...signatures, textStart: signatures.start }]
      : []),
  ]
}

function trimmedRange(lines: readonly Line[]): { start: number; end: number } | undefined {
  const filled = lines.filter((line) => line.words !== '')
  const [first, last] = [filled[0], filled.at(-1)]
  return first && last ? { start: first.wordsStart, end: last.wordsStart + last.words.length } : undefined
}

/** Extends every provision over what stands inside it. */
function closeContainers(drafts: readonly Draft[]): Draft[] {
  const ends: number[] = []
  return drafts
    .toReversed()
    .map((draft) => {
      const end = Math.max(draft.end, ...ends.splice(draft.depth + 1))
      while (ends.length <= draft.depth) ends.push(0)
      ends[draft.depth] = Math.max(end, ends[draft.depth] ?? 0)
      const leaf = draft.textStart === draft.end
      return { ...draft, end, textStart: leaf ? end : draft.textStart }
    })
    .toReversed()
}
