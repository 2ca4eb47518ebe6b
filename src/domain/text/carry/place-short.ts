import { wordCount } from './affinity.ts'
import { contextWeight, type Pair, type Place } from './alike.ts'
import { findAlike } from './approximate.ts'
import { passageAt } from './passages.ts'
import { DOUBTFUL, placeQuote, POSITION_WEIGHT, type Placed } from './place-quote.ts'

/** A quotation with fewer words than this is common in any treaty: its sentence says which one is meant. */
const SHORT = 8
/** How far its sentence is followed on either side, in folded UTF-16 units. */
const REACH = 240
/** Words in the sentence that are less alike than this are others. */
const LEAST_ALIKE = 0.65
/** How far the share of the sentence before the quotation may have moved. */
const SHIFT = 0.25

/** Whether a quotation is too short to be found by its own words. */
export function isShort(words: string): boolean {
  return wordCount(words) < SHORT
}

/**
 * Finds a short quotation by the sentence it stands in: the sentence is placed as any long quotation is, and the
 * words are sought inside of it. They are certain when they stand in it as often as they did, and near where they
 * did. Where the sentence is not certain, neither are they.
 */
export function placeShort(pair: Pair, old: Place): Placed | undefined {
  const sentence = sentenceAround(pair, old)
  const text = pair.before.folded.text
  if (isShort(text.slice(sentence.start, sentence.end))) return placeQuote(pair, old)
  const home = placeQuote(pair, sentence)
  const within = home && wordsWithin(pair, old, sentence, home)
  if (home && within) return { ...within, score: Math.min(home.score, within.score) }
  const alone = placeQuote(pair, old)
  return alone && { ...alone, score: Math.min(alone.score, DOUBTFUL) }
}

function wordsWithin(pair: Pair, old: Place, sentence: Place, home: Place): Placed | undefined {
  const before = pair.before.folded.text
  const words = before.slice(old.start, old.end)
  const limit = Math.floor(words.length * (1 - LEAST_ALIKE))
  const then = findAlike(before, words, limit, sentence.start, sentence.end)
  const now = findAlike(pair.after.folded.text, words, limit, home.start, home.end)
  const rank = then.findIndex((place) => place.start < old.end && old.start < place.end)
  const found = then.length === now.length ? now[rank] : nearest(now, shareOf(old, sentence), home)
  if (!found) return undefined
  const quote = 1 - found.distance / words.length
  const moved = Math.abs(shareOf(found, home) - shareOf(old, sentence)) > SHIFT
  const sure = then.length === now.length && !moved
  // In its place in its sentence only the misread letters speak against it.
  const score = 1 - (1 - contextWeight(words) - POSITION_WEIGHT) * (1 - quote)
  return { start: found.start, end: found.end, score: sure ? score : Math.min(quote, DOUBTFUL) }
}

function nearest<T extends Place>(places: readonly T[], share: number, home: Place): T | undefined {
  const away = (place: Place): number => Math.abs(shareOf(place, home) - share)
  return places.toSorted((a, b) => away(a) - away(b))[0]
}

function shareOf(place: Place, whole: Place): number {
  return (place.start - whole.start) / Math.max(1, whole.end - whole.start)
}

const STOP = /[.;:؛](?= )|[。；：]/g

/** The stretch between the ends of sentences around a place, inside its passage. */
function sentenceAround(pair: Pair, { start, end }: Place): Place {
  const { folded, passages } = pair.before
  const passage = passages[passageAt(passages, start)]
  const from = Math.max(passage?.start ?? 0, start - REACH)
  const to = Math.max(end, Math.min(passage?.end ?? folded.text.length, end + REACH))
  const stopsBefore = [...folded.text.slice(from, start).matchAll(STOP)]
  const last = stopsBefore.at(-1)
  const begin = last ? from + last.index + 1 : from
  const stopAfter = folded.text.slice(end, to).search(STOP)
  return {
    start: folded.text.charAt(begin) === ' ' && begin < start ? begin + 1 : begin,
    end: stopAfter < 0 ? to : end + stopAfter + 1,
  }
}
