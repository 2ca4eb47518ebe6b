import { foldWord, readNumberWords } from '../structure/number-words.ts'
import { readItems } from './read-items.ts'
import { matchAt, skipSpace, withStop, wordAt, wordBefore, type Word } from './read-words.ts'
import { isInsideArticles, standsIn, type Chain, type Pointing, type Step } from './step.ts'
import type { Anchor, Vocabulary } from './vocabulary.ts'

/** Reads the citation around a word for a level (`paragraph 2 of Article 5`), looking back for what determines it. */
export function readChain(text: string, at: number, vocabulary: Vocabulary): Chain | undefined {
  const first = readStep(text, stepStart(text, at, vocabulary), vocabulary)
  if (!first || first.end <= at) return undefined
  const steps: Step[] = [first]
  let isAscending = false
  let end = first.end
  for (let i = 0; i < 4; i++) {
    const outer = readOuterStep(text, end, steps[0] ?? first, vocabulary)
    if (outer) {
      steps.unshift(outer)
      isAscending = true
      end = outer.end
      continue
    }
    const inner = isAscending ? undefined : readInnerStep(text, end, steps.at(-1) ?? first, vocabulary)
    if (!inner) break
    // Behind a list it belongs to the last number only: the whole of that one is linked.
    if ((steps.at(-1)?.items.length ?? 0) < 2) steps.push(inner)
    end = inner.end
  }
  const listed = steps.toReversed().find((step) => step.items.length > 1 || step.items[0]?.to) ?? first
  return { start: first.start, end, steps, listed }
}

/** Where the step begins that a word belongs to: at `this` or `second` before it. */
function stepStart(text: string, at: number, vocabulary: Vocabulary): number {
  const before = wordBefore(text, at)
  if (!before) return at
  return vocabulary.pointing.has(before.lower) || ordinalValue(before, vocabulary) !== undefined
    ? before.start
    : at
}

function ordinalValue(word: Word, { ordinals }: Vocabulary): number | undefined {
  return ordinals.has(foldWord(word.lower)) ? readNumberWords([word.lower])?.value : undefined
}

/** What a word is in a vocabulary, with where it ends: `art.` takes its stop. */
export function anchorAt(
  text: string,
  word: Word,
  { anchors }: Vocabulary,
): { anchor: Anchor; end: number } | undefined {
  const stopped = withStop(text, word)
  const abbreviated = stopped && anchors.get(stopped.lower)
  if (stopped && abbreviated) return { anchor: abbreviated, end: stopped.end }
  const anchor = anchors.get(word.lower)
  return anchor && { anchor, end: word.end }
}

/** Words for what the reader stands in that follow the noun; the others precede it. */
const HERE_BEHIND = new Set(['حاضر', 'الحالية'])

function readStep(text: string, at: number, vocabulary: Vocabulary): Step | undefined {
  let word = wordAt(text, at)
  if (!word) return undefined
  let pointing: Pointing | undefined
  let ordinal: number | undefined
  if (!anchorAt(text, word, vocabulary)?.anchor.level) {
    pointing = vocabulary.pointing.get(word.lower)
    ordinal = pointing === undefined ? ordinalValue(word, vocabulary) : undefined
    if (pointing === undefined && ordinal === undefined) return undefined
    word = wordAt(text, skipSpace(text, word.end))
  }
  const found = word && anchorAt(text, word, vocabulary)
  const level = found?.anchor.level
  if (!found || !level) return undefined
  const plain = { level: level.level, start: at, isOrdinal: false }
  if (ordinal !== undefined) {
    if (!isInsideArticles(level.level)) return undefined
    const item = { start: at, end: found.end, path: [String(ordinal)] }
    return { ...plain, end: found.end, items: [item], isOrdinal: true }
  }
  if (pointing === 'preceding' || pointing === 'following') {
    return found.anchor.level?.takesList && text.charAt(found.end - 1) === 's'
      ? undefined
      : { ...plain, end: found.end, items: [], pointing }
  }
  const next = skipSpace(text, found.end)
  const items =
    next === found.end && text.charAt(found.end - 1) !== '.' && !/[(（№٠-٩۰-۹\d]/.test(text.charAt(next))
      ? undefined
      : readItems(text, next, level.level, level.takesList, vocabulary)
  if (items) return { ...plain, end: items.end, items: items.items, isOrdinal: items.isOrdinal }
  if (pointing !== undefined) return { ...plain, end: found.end, items: [], pointing }
  const behind = next === found.end ? undefined : wordAt(text, next)
  const adjective = behind && vocabulary.pointing.get(behind.lower)
  const isAdjective = adjective === 'preceding' || (behind !== undefined && HERE_BEHIND.has(behind.lower))
  if (!behind || !adjective || !isAdjective || ENGLISH_ONLY.has(behind.lower)) return undefined
  return { ...plain, end: behind.end, items: [], pointing: adjective }
}

/** These stand before their noun only. */
const ENGLISH_ONLY = new Set(['preceding', 'foregoing', 'previous'])

/** The step that contains another: behind `of`, or right behind it in languages with a genitive. */
function readOuterStep(text: string, at: number, inner: Step, vocabulary: Vocabulary): Step | undefined {
  const joint = matchAt(vocabulary.patterns.inside, text, at)
  const spaced = skipSpace(text, at)
  const from = joint ? at + joint[0].length : vocabulary.joinsBare && spaced > at ? spaced : undefined
  if (from === undefined) return undefined
  const step = readStep(text, from, vocabulary)
  return step && standsIn(inner.level, step.level) ? step : undefined
}

const COMMA = /\s{0,2}[,،]?\s{1,4}/y

/** The step inside another: `Article 5, paragraph 2`. */
function readInnerStep(text: string, at: number, outer: Step, vocabulary: Vocabulary): Step | undefined {
  const joint = matchAt(COMMA, text, at)
  const step = joint && readStep(text, at + joint[0].length, vocabulary)
  return step && step.pointing === undefined && standsIn(step.level, outer.level) ? step : undefined
}
