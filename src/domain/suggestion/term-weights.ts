import { wordsOf } from './words.ts'

/** Words with their weights, as one direction in the space of all words: the squares of the weights add up to 1. */
export type TermVector = ReadonlyMap<string, number>

/** How often each word stands in a stretch of text. */
export function countTerms(text: string, from = 0, to = text.length): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of wordsOf(text, from, to)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How rare each word is among some passages. */
export interface Rarity {
  /** 0 for a word that every passage has; the highest for one that none has. */
  of(word: string): number
}

/** Inverse document frequency, `ln(N / n)`, a word in no passage counting as in half of one. */
export function rarityIn(passages: readonly ReadonlyMap<string, number>[]): Rarity {
  const holders = new Map<string, number>()
  for (const counts of passages) {
    for (const word of counts.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  const total = passages.length + 1
  return { of: (word) => Math.log(total / (holders.get(word) ?? 0.5)) }
}

/**
 * Weighs the words of a passage: `(1 + ln count) × rarity`, to length 1 (Salton and Buckley, "Term-weighting
 * approaches in automatic text retrieval", 1988, the scheme "ltc").
 */
export function termVector(counts: ReadonlyMap<string, number>, rarity: Rarity): TermVector {
  const weights = new Map<string, number>()
  let squares = 0
  for (const [word, count] of counts) {
    const weight = (1 + Math.log(count)) * rarity.of(word)
    if (weight <= 0) continue
    weights.set(word, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares)
  return new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

/** The cosine of two passages, 0 to 1, and what each shared word adds to it. */
export function likeness(a: TermVector, b: TermVector): { value: number; shared: Map<string, number> } {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  const shared = new Map<string, number>()
  let value = 0
  for (const [word, weight] of few) {
    const product = weight * (many.get(word) ?? 0)
    if (product <= 0) continue
    shared.set(word, product)
    value += product
  }
  return { value: Math.min(1, value), shared }
}
