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
    if (!authentic.test(folded) || (prevails.test(folded) && !/,/.test(folded))) continue
    const found = namesIn(passage, sentence, vocabulary)
    if (found && found.value.length >= least) return found
  }
  return undefined
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
  if (!authentic.test(around)) return undefined
  const codes = [...new Set(run.map(({ code }) => code))]
  const value = codes.map((code) => plain(ENGLISH_NAMES.of(code) ?? code))
  return proposalAt(passage, value, sentence.start + first.start, sentence.start + end)
}
