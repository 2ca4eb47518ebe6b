import type { Provision } from '../../structure/provision.ts'
import { anchorOf } from '../anchor.ts'
import { carrierBetween, type CarryOutcome } from './carry.ts'

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

/** A piece of a text: a sentence, a heading, or what stands between. Sentences keep their id through changes. */
interface Piece {
  readonly text: string
  readonly sentence?: number
}

/** An article: its heading and what follows until the next. */
interface Article {
  readonly heading: string
  readonly pieces: readonly Piece[]
}

/** A text cut into articles and sentences, ready to be changed. */
export interface Subject {
  readonly text: string
  readonly articles: readonly Article[]
}

const HEADING =
  /^[ \t]*(?:(?:ARTICLE|Article|Art\.|Artikel|Artículo|Artigo|Статья|Article premier|المادة|المــادة|ماده|第?제?)[ \t]*(?:\d+|[IVXLC]+|premier|[一二三四五六七八九十百]+)(?:[条條조])?|第[一二三四五六七八九十百]+[条條])[^\n]{0,80}$/gm
const SENTENCE_END = /(?<=[.;。；؛])\s+|\n+/g
/** A sentence shorter than this is a heading, a number or a signature. */
const SHORTEST = 15

/** Cuts a text at what looks like headings and at the ends of sentences. */
export function subjectOf(text: string): Subject {
  const heads = [...text.matchAll(HEADING)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const starts = [{ start: 0, end: 0 }, ...heads]
  let next = 0
  const articles = starts.map(({ start, end }, i) => {
    const body = text.slice(end, starts[i + 1]?.start ?? text.length)
    const pieces: Piece[] = []
    let from = 0
    const add = (to: number): void => {
      const words = body.slice(from, to)
      if (words !== '')
        pieces.push(words.trim().length >= SHORTEST ? { text: words, sentence: next++ } : { text: words })
    }
    for (const m of body.matchAll(SENTENCE_END)) {
      add(m.index)
      pieces.push({ text: m[0] })
      from = m.index + m[0].length
    }
    add(body.length)
    return { heading: text.slice(start, end), pieces }
  })
  return { text, articles }
}

/** A way a text comes back changed. */
export type Change = (articles: readonly Article[], random: () => number) => readonly Article[]

/** About one article in six is gone. */
const deleted: Change = (articles, random) => articles.filter((_, i) => i === 0 || random() > 1 / 6)

/** About one sentence in twelve is gone. */
const thinned: Change = (articles, random) =>
  articles.map((a) => ({
    ...a,
    pieces: a.pieces.filter((p) => p.sentence === undefined || random() > 1 / 12),
  }))

/** New articles stand in between, made of words of the text in another order. */
const inserted: Change = (articles, random) =>
  articles.flatMap((a, i) => {
    if (i === 0 || random() > 1 / 5) return [a]
    const words = a.pieces.flatMap((p) => p.text.split(/\s+|(?=\p{Script=Han})/u)).filter((w) => w !== '')
    const mixed = words.map((w) => ({ w, at: random() })).sort((x, y) => x.at - y.at)
    return [{ heading: a.heading, pieces: [{ text: `\n\n${mixed.map((x) => x.w).join(' ')}.\n\n` }] }, a]
  })

/** Every seventh article comes a second time, with one sentence missing: a twin that nobody marked. */
const twinned: Change = (articles, random) =>
  articles.flatMap((a, i) =>
    i === 0 || random() > 1 / 7
      ? [a]
      : [a, { ...a, pieces: a.pieces.slice(1).map(({ text }) => ({ text })) }],
  )

/** Every article is numbered anew, from 1, and so are the references to articles. */
const renumbered: Change = (articles) => {
  let number = 0
  const shift = (text: string): string =>
    text.replace(
      /((?:Article|Articles|article|Статья|статьи|статье|Artículo|artículo) )(\d+)/g,
      (_, word, n) => {
        return `${word}${Number(n) + 3}`
      },
    )
  return articles.map((a, i) => ({
    heading: i === 0 ? a.heading : a.heading.replace(/\d+|[IVXLC]{1,7}\b/, () => String(++number + 3)),
    pieces: a.pieces.map((p) => ({ ...p, text: shift(p.text) })),
  }))
}

/** Neighbouring articles have changed places here and there. */
const moved: Change = (articles, random) => {
  const list = [...articles]
  for (let i = 2; i + 1 < list.length; i += 2) {
    const [a, b] = [list[i], list[i + 1]]
    if (a && b && random() < 1 / 4) [list[i], list[i + 1]] = [b, a]
  }
  return list
}

/** Lines are broken elsewhere. */
const rewrapped: Change = (articles) =>
  articles.map((a) => ({
    ...a,
    pieces: a.pieces.map((p) => ({ ...p, text: p.text.replace(/(\S{3,}) (\S+ \S+ \S+ \S+) /g, '$1\n$2  ') })),
  }))

/** Letters are misread, lost or added, as in a bad scan. */
const misread =
  (rate: number): Change =>
  (articles, random) =>
    articles.map((a) => ({
      heading: noisy(a.heading, rate, random),
      pieces: a.pieces.map((p) => ({ ...p, text: noisy(p.text, rate, random) })),
    }))

function noisy(text: string, rate: number, random: () => number): string {
  let result = ''
  for (const letter of text) {
    if (random() >= rate || letter === '\n') result += letter
    else {
      const kind = random()
      result += kind < 0.6 ? (text.charAt(Math.floor(random() * text.length)) || letter).trim() : ''
      if (kind > 0.8) result += letter + letter
    }
  }
  return result
}

/** The changes a text is tried with, by name. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'inserted provisions': [inserted],
  'deleted provisions': [deleted],
  'deleted sentences': [thinned],
  'renumbered, references too': [renumbered],
  'neighbours exchanged': [moved],
  'twins inserted': [twinned],
  'lines broken elsewhere': [rewrapped],
  'letters misread, 1 %': [misread(0.01)],
  'letters misread, 3 %': [misread(0.03)],
  'all but twins, misread 1 %': [inserted, deleted, thinned, moved, renumbered, rewrapped, misread(0.01)],
  'all of it, misread 2 %': [
    inserted,
    deleted,
    thinned,
    moved,
    twinned,
    renumbered,
    rewrapped,
    misread(0.02),
  ],
}

/** What became of the targets of a trial. `present` are those whose words are still there. */
export interface Tally {
  present: number
  right: number
  asked: number
  lost: number
  /** The words are gone, and that was said or asked. */
  gone: number
  /** Put in a wrong place without a question. This must be 0. */
  wrong: number
  ms: number
  readonly mistakes: string[]
}

/** What is carried in a trial: whole sentences, or three words out of each. */
export type Quoting = 'sentences' | 'three words'

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
  const tally: Tally = { present: 0, right: 0, asked: 0, lost: 0, gone: 0, wrong: 0, ms: 0, mistakes: [] }
  const started = performance.now()
  const before = { text: old.text, provisions: structureOf(old.text) }
  const carry = carrierBetween(before, { text: next.text, provisions: structureOf(next.text) })
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
  if (outcome.kind === 'review') tally.asked++
  else if (outcome.kind === 'lost') tally.lost++
  else if (stands(outcome.anchor, oldText, span, sentence, next.text, truth)) tally.right++
  else {
    tally.wrong++
    tally.mistakes.push(`MOVED ${quote} → ${outcome.anchor.quote} (${outcome.score.toFixed(3)})`)
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
  for (const article of articles) {
    text += article.heading
    for (const piece of article.pieces) {
      const lead = piece.text.length - piece.text.trimStart().length
      if (piece.sentence !== undefined && piece.text.trim() !== '')
        ranges.set(piece.sentence, {
          start: text.length + lead,
          end: text.length + piece.text.trimEnd().length,
        })
      text += piece.text
    }
  }
  return { text, ranges }
}

/** Articles as provisions, found by their headings alone: enough for a trial, in any language of the corpus. */
export function plainProvisions(text: string): Provision[] {
  const heads = [...text.matchAll(HEADING)]
  return heads.map((m, i) => ({
    id: `art-${i + 1}`,
    kind: 'article',
    number: String(i + 1),
    depth: 0,
    start: m.index,
    end: heads[i + 1]?.index ?? text.length,
    textStart: m.index + m[0].length,
  }))
}
