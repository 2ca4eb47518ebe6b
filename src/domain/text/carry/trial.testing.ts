import type { Provision } from '../../structure/provision.ts'
import { anchorOf } from '../anchor.ts'
import { carrierBetween, type CarryOutcome } from './carry.ts'
import type { Change } from './changes.testing.ts'
import type { Article, Subject } from './subject.testing.ts'

/** Numbers between 0 and 1 that are the same every time: a trial must be repeatable. (mulberry32, T. Ettinger) */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What became of the targets of a trial. */
export interface Tally {
  /** Those whose words are still there, whatever noise there is in them. */
  present: number
  /** Carried without a question, into the right place. */
  right: number
  /** Proposed for review, at the right place. */
  proposed: number
  /** Proposed for review at another place that is a copy of the words which the trial inserted: no wording tells them apart. */
  atCopy: number
  /** Proposed for review at any other place. */
  elsewhere: number
  /** Still there, and listed as lost. */
  lost: number
  /** The words are gone, and that was said or asked. */
  gone: number
  /** Put in a wrong place without a question. This must be 0. */
  wrong: number
  ms: number
  /** Every wrong place, in words. */
  readonly mistakes: string[]
  /** Every target that is still there and was not carried. */
  readonly misses: Miss[]
}

/** A target that is still there and was not carried: proposed, or listed as lost. */
export interface Miss {
  readonly fate: 'proposed' | 'atCopy' | 'elsewhere' | 'lost'
  readonly quote: string
  readonly found: string
  readonly score: number
}

/** What is carried in a trial: whole sentences, three words out of each, or whole provisions. */
export type Quoting = 'sentences' | 'three words' | 'provisions'

/** A tally of nothing. */
export function emptyTally(): Tally {
  const counts = { present: 0, right: 0, proposed: 0, atCopy: 0, elsewhere: 0, lost: 0, gone: 0, wrong: 0 }
  return { ...counts, ms: 0, mistakes: [], misses: [] }
}

const COUNTED = [
  'present',
  'right',
  'proposed',
  'atCopy',
  'elsewhere',
  'lost',
  'gone',
  'wrong',
  'ms',
] as const

/** Adds what became of more targets to a sum. */
export function addTally(sum: Tally, more: Tally): void {
  for (const key of COUNTED) sum[key] += more[key]
  sum.mistakes.push(...more.mistakes)
  sum.misses.push(...more.misses)
}

/** Changes a text, carries a target from every sentence of the old text, and counts where they came to stand. */
export function trial(
  subject: Subject,
  changes: readonly Change[],
  seed: number,
  quoting: Quoting,
  structureOf: (text: string) => readonly Provision[],
): Tally {
  const random = seeded(seed)
  const changed = changes.reduce((articles, change) => change(articles, random), subject.articles)
  const old = written(subject.articles)
  const next = written(changed)
  const tally = emptyTally()
  const before = { text: old.text, provisions: structureOf(old.text) }
  const after = { text: next.text, provisions: structureOf(next.text) }
  const started = performance.now()
  const carry = carrierBetween(before, after)
  if (quoting === 'provisions') {
    for (const provision of before.provisions) {
      if (!isUnit(provision)) continue
      const own = sentencesIn(old, provision)
      if (own.length === 0) continue
      const anchor = anchorOf(old.text, provision.start, provision.end)
      countProvision(tally, carry({ anchor, provisionId: provision.id }), anchor.quote, own, next)
    }
    tally.ms = performance.now() - started
    return tally
  }
  for (const [sentence, range] of old.ranges) {
    const span = quoting === 'sentences' ? range : threeWords(old.text, range, random)
    if (!span) continue
    const anchor = anchorOf(old.text, span.start, span.end)
    const outcome = carry({ anchor })
    count(tally, outcome, anchor.quote, old.text, span, range, next, sentence)
  }
  tally.ms = performance.now() - started
  return tally
}

interface Range {
  readonly start: number
  readonly end: number
}

interface Written {
  readonly text: string
  readonly ranges: ReadonlyMap<number, Range>
  /** Where inserted twins repeat a sentence. */
  readonly copies: ReadonlyMap<number, readonly Range[]>
}

function count(
  tally: Tally,
  outcome: CarryOutcome,
  quote: string,
  oldText: string,
  span: Range,
  sentence: Range,
  next: Written,
  id: number,
): void {
  const truth = next.ranges.get(id)
  if (!truth) {
    if (outcome.kind === 'carried') {
      tally.wrong++
      tally.mistakes.push(`GONE ${quote} → ${outcome.anchor.quote} (${outcome.score.toFixed(3)})`)
    } else tally.gone++
    return
  }
  tally.present++
  if (outcome.kind === 'lost') miss(tally, 'lost', quote, outcome)
  else if (outcome.kind === 'review') {
    const at = (place: Range): boolean => covers(outcome.anchor, partOf(place, span, sentence))
    const atCopy = next.copies.get(id)?.some(at) === true
    miss(tally, at(truth) ? 'proposed' : atCopy ? 'atCopy' : 'elsewhere', quote, outcome)
  } else if (stands(outcome.anchor, oldText, span, sentence, next.text, truth)) tally.right++
  else {
    tally.wrong++
    tally.mistakes.push(`MOVED ${quote} → ${outcome.anchor.quote} (${outcome.score.toFixed(3)})`)
  }
}

function miss(
  tally: Tally,
  fate: Miss['fate'],
  quote: string,
  outcome: Exclude<CarryOutcome, { kind: 'carried' }>,
): void {
  tally[fate]++
  const [found, score] = outcome.kind === 'lost' ? ['', 0] : [outcome.anchor.quote, outcome.score]
  tally.misses.push({ fate, quote, found, score })
}

/** Where a part of a sentence is to be expected in a place where the whole stands. */
function partOf(place: Range, span: Range, sentence: Range): Range {
  const scale = (place.end - place.start) / Math.max(1, sentence.end - sentence.start)
  const at = (offset: number): number => place.start + (offset - sentence.start) * scale
  return { start: at(span.start), end: at(span.end) }
}

/** What is shown to a person is at a place when each of the two holds more than half of the other. */
function covers(shown: Range, place: Range): boolean {
  const shared = Math.min(shown.end, place.end) - Math.max(shown.start, place.start)
  return shared * 2 > Math.max(shown.end - shown.start, place.end - place.start)
}

/** What an analyst assesses or annotates as a whole. */
function isUnit({ kind }: Provision): boolean {
  return kind === 'article' || kind === 'paragraph' || kind === 'point'
}

/** The sentences of which the greater part stands in a range. */
function sentencesIn({ ranges }: Written, { start, end }: Range): number[] {
  const shared = (range: Range): number => Math.min(end, range.end) - Math.max(start, range.start)
  return [...ranges].filter(([, range]) => shared(range) * 2 > range.end - range.start).map(([id]) => id)
}

/** A provision is where its sentences are: of their words in either range more than half must be in both. */
function countProvision(
  tally: Tally,
  outcome: CarryOutcome,
  quote: string,
  own: readonly number[],
  next: Written,
): void {
  const left = own.filter((id) => next.ranges.has(id))
  if (left.length > 0) tally.present++
  if (left.length === 0 && outcome.kind !== 'carried') {
    tally.gone++
    return
  }
  if (outcome.kind === 'lost') {
    miss(tally, 'lost', quote, outcome)
    return
  }
  const found = sentencesIn(next, outcome.anchor)
  const lengthOf = (ids: readonly number[]): number =>
    ids.reduce((sum, id) => sum + (next.ranges.get(id)?.end ?? 0) - (next.ranges.get(id)?.start ?? 0), 0)
  const shared = lengthOf(left.filter((id) => found.includes(id)))
  const isThere = shared * 2 > Math.max(lengthOf(left), lengthOf(found))
  if (outcome.kind === 'review') {
    const atCopy = left.some((id) => next.copies.get(id)?.some((copy) => covers(outcome.anchor, copy)))
    miss(tally, isThere ? 'proposed' : atCopy ? 'atCopy' : 'elsewhere', quote, outcome)
  } else if (isThere) tally.right++
  else {
    tally.wrong++
    const kind = left.length === 0 ? 'GONE' : 'MOVED'
    tally.mistakes.push(`${kind} ${quote} → ${outcome.anchor.quote} (${outcome.score.toFixed(3)})`)
  }
}

/** Whether a span came to stand in its sentence, at its part of it. */
function stands(
  found: Range,
  oldText: string,
  span: Range,
  sentence: Range,
  newText: string,
  truth: Range,
): boolean {
  const share = (from: number, to: number, text: string, range: Range): number => {
    const letters = (a: number, b: number): number => text.slice(a, b).replace(/\s+/g, '').length
    return letters(from, to) / Math.max(1, letters(range.start, range.end))
  }
  const tolerance = 0.04 + 4 / Math.max(1, truth.end - truth.start)
  const expectedStart = share(sentence.start, span.start, oldText, sentence)
  const expectedEnd = share(sentence.start, span.end, oldText, sentence)
  if (found.end <= truth.start || found.start >= truth.end) return false
  return (
    Math.abs(share(truth.start, Math.max(found.start, truth.start), newText, truth) - expectedStart) <=
      tolerance &&
    Math.abs(share(truth.start, Math.min(found.end, truth.end), newText, truth) - expectedEnd) <= tolerance
  )
}

function threeWords(text: string, range: Range, random: () => number): Range | undefined {
  const words = [...text.slice(range.start, range.end).matchAll(/\p{Script=Han}{2}|[\p{L}\p{M}\p{N}]+/gu)]
  if (words.length < 4) return undefined
  const at = Math.floor(random() * (words.length - 3))
  const [first, last] = [words[at], words[at + 2]]
  if (!first || !last) return undefined
  return { start: range.start + first.index, end: range.start + last.index + last[0].length }
}

function written(articles: readonly Article[]): Written {
  let text = ''
  const ranges = new Map<number, Range>()
  const copies = new Map<number, Range[]>()
  for (const article of articles) {
    text += article.heading
    for (const piece of article.pieces) {
      const lead = piece.text.length - piece.text.trimStart().length
      const range = { start: text.length + lead, end: text.length + piece.text.trimEnd().length }
      const isEmpty = range.start >= range.end
      if (piece.sentence !== undefined && !isEmpty) ranges.set(piece.sentence, range)
      if (piece.copyOf !== undefined && !isEmpty)
        copies.set(piece.copyOf, [...(copies.get(piece.copyOf) ?? []), range])
      text += piece.text
    }
  }
  return { text, ranges, copies }
}
