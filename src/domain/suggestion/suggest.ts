import type { Theme } from '../codebook/theme.ts'
import type { ThemeId } from '../shared/id.ts'
import { findPhrase, fold, signalPhrases, type SignalPhrase } from './signals.ts'
import type { PassageRef, Reason, Span, Suggestion } from './suggestion.ts'
import { countTerms, likeness, rarityIn, termVector, type Rarity, type TermVector } from './term-weights.ts'
import { wordsOf } from './words.ts'

/** A provision that the analyst has read: its words, and the themes given there. */
export interface CodedPassage extends PassageRef {
  readonly counts: ReadonlyMap<string, number>
  readonly themeIds: ReadonlySet<ThemeId>
}

/** Everything suggestions follow from: the codebook, and how the analyst has coded. */
export interface SuggestionModel {
  readonly rarity: Rarity
  readonly clues: readonly ThemeClues[]
  readonly passages: readonly { readonly passage: CodedPassage; readonly vector: TermVector }[]
}

interface ThemeClues {
  readonly themeId: ThemeId
  readonly phrases: readonly SignalPhrase[]
  readonly vector: TermVector
}

/** How many provisions most alike have a say. */
const NEIGHBOURS = 8

/** Provisions less alike than this share little more than the language of treaties. */
const LEAST_LIKENESS = 0.08

/** How much each source is believed, from trials on the bundled sample: see `bench/suggestions.ts`. */
const BELIEF = { signal: 0.5, definition: 0.9, neighbour: 0.6 } as const

/** A weaker proposal would be noise. */
const LEAST_SCORE = 0.15

/** More proposals than this are not read. */
const MOST_SUGGESTIONS = 5

/** How many words are shown as a reason. */
const MOST_WORDS = 5

/** Prepares suggestions. `themes` are those that can be given; `passages` only what is coded teaches anything. */
export function suggestionModel(
  themes: readonly Theme[],
  passages: readonly CodedPassage[],
): SuggestionModel {
  const coded = passages.filter((passage) => passage.themeIds.size > 0)
  const said = themes.map((theme) => ({ theme, counts: countTerms(saidOf(theme)) }))
  // Words that everything has (of, shall, Parties) must weigh nothing, so uncoded passages count here too.
  const rarity = rarityIn([...passages, ...said].map(({ counts }) => counts))
  return {
    rarity,
    clues: said.map(({ theme, counts }) => ({
      themeId: theme.id,
      phrases: signalPhrases(theme.signals ?? ''),
      vector: termVector(counts, rarity),
    })),
    passages: coded.map((passage) => ({ passage, vector: termVector(passage.counts, rarity) })),
  }
}

/** What a codebook says of a theme. When not to use it is left out: those are words of other themes. */
function saidOf(theme: Theme): string {
  const quotes = (theme.examples ?? []).map((example) => example.quote)
  return [theme.label, theme.definition ?? '', theme.include ?? '', ...quotes].join('\n')
}

/**
 * Themes for a provision, the strongest first. Three sources, each with the words it goes by: signals of the
 * codebook; the words of its definitions (cosine); the provisions most alike that the analyst has coded (k nearest
 * neighbours: Yang, "An evaluation of statistical approaches to text categorization", 1999). Their votes add up as
 * independent ones do: `1 − (1 − a)(1 − b)(1 − c)`. The same input gives the same answer.
 */
export function suggestThemes(
  model: SuggestionModel,
  content: string,
  provision: PassageRef & Span,
  except: ReadonlySet<ThemeId>,
): Suggestion[] {
  const { start, end } = provision
  // One letter more at the left: a phrase begins where a word begins.
  const from = Math.max(0, start - 1)
  const folded = { from, text: fold(content.slice(from, end)) }
  const words = wordsOf(content, start, end)
  const vector = termVector(countTerms(content, start, end), model.rarity)
  const spansOf = (keys: ReadonlySet<string>): Span[] =>
    words.filter((word) => keys.has(word.key)).map((word) => ({ start: word.start, end: word.end }))
  const neighbours = nearest(model, vector, provision)

  const suggestions = model.clues
    .filter((clue) => !except.has(clue.themeId))
    .flatMap((clue): Suggestion[] => {
      const votes = [
        signalVote(clue, content, folded, provision),
        definitionVote(clue, vector, content, spansOf),
        neighbourVote(clue.themeId, neighbours, content, spansOf),
      ].flatMap((vote) => vote ?? [])
      const score = 1 - votes.reduce((doubt, vote) => doubt * (1 - vote.strength), 1)
      const reasons = votes.sort((a, b) => b.strength - a.strength).map((vote) => vote.reason)
      return score < LEAST_SCORE ? [] : [{ themeId: clue.themeId, score, reasons }]
    })
  return suggestions
    .sort((a, b) => b.score - a.score || (a.themeId < b.themeId ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
}

interface Vote {
  /** 0 to 1. */
  readonly strength: number
  readonly reason: Reason
}

function signalVote(
  clue: ThemeClues,
  content: string,
  folded: { readonly from: number; readonly text: string },
  { start, end }: Span,
): Vote | undefined {
  const found = clue.phrases.map((phrase) =>
    findPhrase(folded.text, start - folded.from, end - folded.from, phrase).map((span) => ({
      start: span.start + folded.from,
      end: span.end + folded.from,
    })),
  )
  const spans = found.flat().sort((a, b) => a.start - b.start || a.end - b.end)
  if (spans.length === 0) return undefined
  const kinds = found.filter((list) => list.length > 0).length
  const strength = 1 - (1 - BELIEF.signal) ** kinds
  return { strength, reason: { kind: 'signal', spans, words: wordsAt(content, spans) } }
}

function definitionVote(
  clue: ThemeClues,
  vector: TermVector,
  content: string,
  spansOf: (keys: ReadonlySet<string>) => Span[],
): Vote | undefined {
  const { value, shared } = likeness(vector, clue.vector)
  if (value < LEAST_LIKENESS) return undefined
  const spans = spansOf(strongest(shared))
  return {
    strength: BELIEF.definition * value,
    reason: { kind: 'definition', spans, words: wordsAt(content, spans) },
  }
}

interface Neighbour {
  readonly passage: CodedPassage
  readonly value: number
  readonly shared: ReadonlyMap<string, number>
}

/** The coded provisions most alike; the provision itself and what contains it or is part of it are not asked. */
function nearest(model: SuggestionModel, vector: TermVector, self: PassageRef): Neighbour[] {
  return model.passages
    .filter(({ passage }) => passage.textId !== self.textId || !isSame(passage.provisionId, self.provisionId))
    .map(({ passage, vector: other }) => ({ passage, ...likeness(vector, other) }))
    .filter(({ value }) => value >= LEAST_LIKENESS)
    .sort((a, b) => b.value - a.value || (placeOf(a.passage) < placeOf(b.passage) ? -1 : 1))
    .slice(0, NEIGHBOURS)
}

/** Ids of provisions are built from the outside in, with points between: `art-6.p-2` is part of `art-6`. */
function isSame(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
}

function placeOf({ textId, provisionId }: PassageRef): string {
  return `${textId} ${provisionId}`
}

function neighbourVote(
  themeId: ThemeId,
  neighbours: readonly Neighbour[],
  content: string,
  spansOf: (keys: ReadonlySet<string>) => Span[],
): Vote | undefined {
  const having = neighbours.filter(({ passage }) => passage.themeIds.has(themeId))
  const [best] = having
  if (!best) return undefined
  const doubt = having.reduce((product, { value }) => product * (1 - value), 1)
  const spans = spansOf(strongest(best.shared))
  const { textId, provisionId } = best.passage
  return {
    strength: BELIEF.neighbour * (1 - doubt),
    reason: {
      kind: 'neighbour',
      spans,
      words: wordsAt(content, spans),
      like: { textId, provisionId },
      likeness: best.value,
    },
  }
}

/** A word that adds less than this share of what the strongest adds is no reason for a likeness. */
const LEAST_SHARE = 0.25

function strongest(shared: ReadonlyMap<string, number>): ReadonlySet<string> {
  const most = Math.max(...shared.values())
  const sorted = [...shared]
    .filter(([, part]) => part >= LEAST_SHARE * most)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return new Set(sorted.slice(0, MOST_WORDS).map(([word]) => word))
}

/** The words at some spans as they are written, each once, in the order of the text. */
function wordsAt(content: string, spans: readonly Span[]): string[] {
  const written = new Map(
    spans.map(({ start, end }) => {
      const words = content.slice(start, end).replace(/\s+/g, ' ')
      return [words.toLowerCase(), words]
    }),
  )
  return [...written.values()].slice(0, MOST_WORDS)
}
