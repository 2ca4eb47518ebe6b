import type { Doubt } from './provision.ts'

/** What is left of the confidence in a heading for each doubt about it. Set by hand: each is to be looked at, in this order. */
const LEFT: Readonly<Record<Doubt, number>> = {
  undivided: 0.4,
  reference: 0.5,
  quoted: 0.5,
  repeat: 0.6,
  order: 0.6,
  restart: 0.7,
  empty: 0.7,
  gap: 0.75,
  misspelt: 0.8,
  form: 0.85,
  inline: 0.9,
}

/** How sure a heading is, 0 to 1, from what it is worth by itself and the doubts about it. */
export function confidenceOf(weight: number, doubts: readonly Doubt[]): number {
  const own = 0.99 - 0.2 * Math.min(1, Math.max(0, 0.9 - weight))
  return Math.round(doubts.reduce((left, doubt) => left * LEFT[doubt], own) * 100) / 100
}
