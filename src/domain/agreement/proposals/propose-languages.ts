import { plain, proposalAt, sentencesOf, type Passage, type Proposal, type Sentence } from './passage.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' })

const patternsOf = once(({ closing, languageNames, language }: RecordVocabulary) => ({
  authentic: compile(closing.authentic),
  prevails: compile(closing.prevails),
  names: Object.entries(languageNames).map(([code, names]) => ({
    code,
    // Chinese and Korean set no blanks between words.
    pattern: compile(/zh|ko/.test(language) ? `(?:${names})` : `\\b(?:${names})\\b`, 'g'),
  })),
}))

/**
 * The languages of the authentic texts, by their English names, in the order of the text. `least` is how many make a
 * list: in a testimonium one will do, in an article only several.
 */
export function proposeLanguages(
  passage: Passage,
  vocabulary: RecordVocabulary,
  least: number,
): Proposal<readonly string[]> | undefined {
  const { authentic, prevails } = patternsOf(vocabulary)
  for (const sentence of sentencesOf(passage)) {
    const folded = passage.folded.slice(sentence.start, sentence.end)
    if (!authentic.test(folded)) continue
    // "In case of divergence the English text shall prevail" names one of them; its list would be no list.
    const prevailing = prevails.exec(folded)?.index ?? Infinity
    const found = namesIn(passage, sentence, vocabulary)
    if (!found || found.start - passage.start - sentence.start > prevailing) continue
    return found.value.length >= least ? found : undefined
  }
  return undefined
}

interface Hit {
  readonly start: number
  readonly end: number
}

const JOINER = /^(?:and|et|y|e|und|en|ed|и|و|或|和|及|與|与|와|과|및)$/u

/** Whether nothing in a list is a name that is not known: part of a list would be a wrong answer. */
function isWholeList(passage: Passage, { start }: Sentence, run: readonly Hit[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  // At the very start of a sentence stands the rest of a list that a stray full stop cut.
  if (!first || !last || first.start < 3) return false
  const printed = (from: number, to: number): string => passage.words.slice(start + from, start + to)
  const before = printed(Math.max(0, first.start - 40), first.start)
  const after = printed(last.end, last.end + 40)
  // A joiner or a comma at an end joins something to the list; a comma may also close what stands before it.
  if (JOINER.test(lastWord(before)) || /\p{L}(?:and|und)\s+$/u.test(before)) return false
  // One sign alone is part of a list that is written otherwise.
  if (run.length === 1 && first.end - first.start === 1) return false
  if (/\b(?:in|the)\s+\p{Lu}\p{Ll}+,\s*$/u.test(before)) return false
  if (/^\s*(?:,|and|et|und|y|e|и)\s+\p{Lu}\p{L}+(?:,|\s+(?:languages?|texts?))/u.test(after)) return false
  // The last of several names has a joiner before it; where none stands, the list goes on with unknown names.
  const lastGap = printed(run.at(-2)?.end ?? last.start, last.start)
  const joins = lastGap.toLowerCase().match(/[\p{L}和及與与]+/gu) ?? []
  if (
    run.length > 1 &&
    !/\p{Script=Arabic}/u.test(after + before) &&
    !joins.some((word) => JOINER.test(word))
  )
    return /\p{Script=Hangul}/u.test(lastGap + before)
  return run.every((hit, i) => {
    const next = run[i + 1]
    return (
      !next || !/\p{Lu}\p{Ll}+\s*,|,\s*\p{Ll}{6,}\s*,/u.test(printed(hit.end, next.start).replace(/^,/, ''))
    )
  })
}

function lastWord(words: string): string {
  return words.toLowerCase().match(/(\p{L}+)\s*$/u)?.[1] ?? ''
}

/** Words between two names of one list. */
const MOST_BETWEEN = 40

function namesIn(
  passage: Passage,
  sentence: Sentence,
  vocabulary: RecordVocabulary,
): Proposal<readonly string[]> | undefined {
  const { names, authentic } = patternsOf(vocabulary)
  const folded = passage.folded.slice(sentence.start, sentence.end)
  const hits = names
    .flatMap(({ code, pattern }) =>
      [...folded.matchAll(pattern)].map((match) => ({
        code,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .sort((a, b) => a.start - b.start)
  const [first] = hits
  if (!first) return undefined
  // The list is the first run of names; what follows far behind is another sentence about one of them.
  const run = [first]
  for (const hit of hits.slice(1)) if (hit.start - (run.at(-1)?.end ?? 0) <= MOST_BETWEEN) run.push(hit)
  const end = run.at(-1)?.end ?? first.end
  const around = folded.slice(Math.max(0, first.start - 80), end + 80)
  if (!authentic.test(around) || !isWholeList(passage, sentence, run)) return undefined
  const codes = [...new Set(run.map(({ code }) => code))]
  const value = codes.map((code) => plain(ENGLISH_NAMES.of(code) ?? code))
  return proposalAt(passage, value, sentence.start + first.start, sentence.start + end)
}
