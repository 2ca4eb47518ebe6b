import { firstWhere } from '../shared/first-where.ts'
import { attachmentsAmong, type Weighed } from './attachments.ts'
import type { Candidate } from './candidate.ts'
import { ARTICLE_COSTS, CONTAINER_COSTS, type Costs } from './chain-costs.ts'
import { evidenceFor, PLAIN } from './evidence.ts'
import { contentsOf } from './contents.ts'
import { chainOf, type Breaks, type Found } from './found.ts'
import type { HeadingKind } from './grammar.ts'
import type { Heading } from './heading.ts'
import { isDivision, type Doubt } from './provision.ts'
import type { OpenerKind } from './openers.ts'
import { standsWithoutBody, surroundingsOf } from './surroundings.ts'

/** What was chosen of all candidates. */
export interface Selection {
  /** In the order of the text. */
  readonly headings: readonly Heading[]
  /** Headings that open a preamble, and words that open a testimonium: not yet weighed. */
  readonly others: readonly Candidate[]
  /** Entries of a table of contents, in the order of the text. */
  readonly contents: readonly Candidate[]
  /** Where the table of contents stands, if a line says that there is one. */
  readonly table?: { readonly start: number; readonly end: number }
  /** Whether the articles were found in running text: the text lost its line breaks. */
  readonly isFlat: boolean
}

const NONE: ReadonlySet<Candidate> = new Set()
const DIVISION_KINDS = ['part', 'titleDivision', 'chapter', 'section', 'subsection'] as const

/** What stands so surely at a line start that it is a heading by itself. */
const SURE = 0.5
/** Below this a candidate is not worth weighing with the others. */
const HOPELESS = -0.7
/** A division in running text must be followed so soon by an article, or it is only spoken of. */
const NEAR = 300

/** Chooses, among all candidates of a text, those that together make the most plausible outline. */
export function selectHeadings(
  text: string,
  candidates: readonly Candidate[],
  languages: number,
  markup: (candidate: Candidate) => number,
): Selection {
  const table = contentsOf(text, candidates)
  const around = surroundingsOf(text, candidates, table?.entries ?? NONE)
  const weighed: Weighed[] = candidates.map((candidate, i) => {
    const surroundings = around[i] ?? PLAIN
    // The language a person or the file names is a hint, not a rule: treaties quote and append in others.
    const hint = languages !== 0 && (candidate.languages & languages) === 0 ? 0.2 : 0
    const more = markup(candidate) - hint
    const { isWithoutBody } = surroundings
    const weight = evidenceFor(candidate, surroundings) + more
    const weightWithBody = isWithoutBody
      ? evidenceFor(candidate, { ...surroundings, isWithoutBody: false }) + more
      : weight
    return { candidate, weight, isWithoutBody, weightWithBody }
  })
  const attachments = attachmentsAmong(text, weighed)
  const announced = attachments.map(({ candidate }) => candidate)
  const starts = attachments.map(({ candidate }) => candidate.start)
  const breaks: Breaks = {
    attachments: starts,
    closings: candidates.filter((c) => c.kind === 'testimonium' && isClosing(c)).map((c) => c.start),
    divisions: weighed.filter(isLaterDivision).map(({ candidate }) => candidate.start),
  }
  const byKind = new Map<OpenerKind, Weighed[]>()
  for (const one of weighed) {
    if (one.weight < HOPELESS) continue
    const same = byKind.get(one.candidate.kind)
    if (same) same.push(one)
    else byKind.set(one.candidate.kind, [one])
  }
  const chain = (kind: HeadingKind, costs: Costs): Found[] => chainOf(byKind.get(kind) ?? [], costs, breaks)

  const articles = withAttachments(chain('article', ARTICLE_COSTS), announced)
  const rules = withAttachments(chain('rule', CONTAINER_COSTS), announced)
  const units = [...articles, ...rules].sort((a, b) => a.candidate.start - b.candidate.start)
  const divisions = DIVISION_KINDS.flatMap((kind) => chain(kind, CONTAINER_COSTS)).filter((found) =>
    isConfirmed(found, units),
  )
  const notes = weighed.filter(
    ({ candidate, weight }) => candidate.kind === 'note' && weight > 0 && candidate.opensLine,
  )
  const headings = [
    ...attachments.map(({ candidate, weight }) => heading(candidate, weight, [])),
    ...notes.map(({ candidate, weight }) => heading(candidate, weight, [])),
    ...units.map(({ candidate, weight, doubts, attachedTo, opensText }) => {
      const unit = heading(candidate, weight, doubts, attachedTo)
      return opensText ? { ...unit, opensText } : unit
    }),
    ...withAttachmentOfNext(divisions, units, starts).map((d) =>
      heading(d.candidate, d.weight, d.doubts, d.attachedTo),
    ),
  ].sort((a, b) => a.candidate.start - b.candidate.start)
  const chosen = new Set(headings.map((h) => h.candidate))
  return {
    headings: indexed(withBodies(text, headings, weighed)),
    others: candidates.filter((c) => c.kind === 'preamble' || c.kind === 'testimonium'),
    ...(table ? { table: { start: table.start, end: table.end } } : {}),
    contents: weighed.filter((w) => w.isWithoutBody && !chosen.has(w.candidate)).map((w) => w.candidate),
    isFlat:
      articles.length > 0 && articles.filter((a) => a.candidate.opensLine).length * 2 <= articles.length,
  }
}

/**
 * Takes back what a reference that was not chosen has cost: a heading seemed to have no text before it, but the text
 * between the chosen headings is its own.
 */
function withBodies(text: string, headings: readonly Unindexed[], weighed: readonly Weighed[]): Unindexed[] {
  if (!headings.some(({ doubts }) => doubts.includes('empty'))) return [...headings]
  const whole = new Map(weighed.map((one) => [one.candidate, one.weightWithBody]))
  return headings.map((one, i) => {
    if (!one.doubts.includes('empty') || standsWithoutBody(text, one.candidate, headings[i + 1]?.candidate))
      return one
    const doubts = one.doubts.filter((doubt) => doubt !== 'empty')
    return { ...one, weight: whole.get(one.candidate) ?? one.weight, doubts }
  })
}

/** A heading that surely opens a division behind another one: numbers may start again in it. */
function isLaterDivision({ candidate, weight, isWithoutBody }: Weighed): boolean {
  const { kind, numeral, opensLine } = candidate
  if (kind === 'preamble' || kind === 'testimonium' || !isDivision(kind) || !numeral) return false
  return opensLine && weight >= SURE && !isWithoutBody && (numeral.value.at(-1) ?? 0) > 1
}

/** Whether words that can open a testimonium do so: at the start of a line or after the end of a sentence. */
export function isClosing(candidate: Candidate): boolean {
  return candidate.opensLine ? candidate.before !== 'connector' : candidate.before === 'stop'
}

/**
 * Numbers that start again behind an annex's heading count in that annex; numbers that run on behind it (an annex at
 * the end of a chapter) still count where they did.
 */
function withAttachments(found: readonly Found[], attachments: readonly Candidate[]): Found[] {
  let attachedTo: number | undefined
  let section = 0
  return found.map((one) => {
    if (one.step === 'resume') attachedTo = undefined
    else if (one.section !== section && (one.step === 'restart' || one.step === 'first')) {
      const attachment = attachments[one.section - 1]
      // A second language behind a protocol is a second text, not the protocol's.
      const isOfIt = attachment !== undefined && (attachment.languages & one.candidate.languages) !== 0
      attachedTo = isOfIt ? attachment.start : undefined
    }
    section = one.section
    return attachedTo === undefined ? one : { ...one, attachedTo }
  })
}

/** A division counts where the articles in it do. */
function withAttachmentOfNext(
  divisions: readonly Found[],
  units: readonly Found[],
  starts: readonly number[],
): Found[] {
  return divisions.map((division) => {
    const next = firstAfter(units, division.candidate.start)
    const own = starts[division.section - 1]
    const attachedTo = next && next.section === division.section ? next.attachedTo : own
    return attachedTo === undefined ? division : { ...division, attachedTo }
  })
}

function isConfirmed({ candidate, weight }: Found, units: readonly Found[]): boolean {
  if (candidate.opensLine) return weight > -0.2
  const next = firstAfter(units, candidate.start)
  return next !== undefined && next.candidate.start - candidate.end < NEAR
}

/** The first of some units, in the order of the text, that begins behind an offset. */
function firstAfter(units: readonly Found[], offset: number): Found | undefined {
  return units[firstWhere(units.length, (n) => (units[n]?.candidate.start ?? Infinity) > offset)]
}

interface Unindexed extends Omit<Heading, 'attachment'> {
  readonly attachedTo?: number
}

function heading(
  candidate: Candidate,
  weight: number,
  doubts: readonly Doubt[],
  attachedTo?: number,
): Unindexed {
  // Openers of preambles and closings are never passed here.
  const kind = candidate.kind as HeadingKind
  return attachedTo === undefined
    ? { kind, candidate, weight, doubts }
    : { kind, candidate, weight, doubts, attachedTo }
}

function indexed(headings: readonly Unindexed[]): Heading[] {
  const byStart = new Map(headings.map((h, i) => [h.candidate.start, i]))
  return headings.map((one) => {
    const attachment = one.attachedTo === undefined ? undefined : byStart.get(one.attachedTo)
    return attachment === undefined ? one : { ...one, attachment }
  })
}
