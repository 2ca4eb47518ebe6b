import type { Numeral } from './numerals.ts'

/** The last part of a number: 3 in `1.3`. */
export const lastOf = (numeral: Numeral): number => numeral.value.at(-1) ?? 0
/** What the last part is counted within: `[1]` in `1.3`. */
export const prefixOf = ({ value }: Numeral): readonly number[] =>
  value.length === 1 ? NO_PARTS : value.slice(0, -1)

const NO_PARTS: readonly number[] = []

/** Whether a numeral can open a sequence: 1, 0, A-01, 1.1. */
export function isFirst(numeral: Numeral): boolean {
  if (numeral.suffixRank !== undefined) return false
  return lastOf(numeral) <= 1 && prefixOf(numeral).every((part) => part <= 1)
}

/** Whether a number counts higher than the one before it. */
export function isGreater(before: Numeral | undefined, next: Numeral): boolean {
  if (!before) return false
  for (let i = 0; i < Math.max(before.value.length, next.value.length); i++) {
    const difference = (next.value[i] ?? 0) - (before.value[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** Whether one number comes right behind another, in whatever contains the two. */
export function follows(a: Numeral, b: Numeral): boolean {
  const parts = a.value.length
  if (parts === b.value.length && beginsAlike(a, b, parts - 1))
    return lastOf(b) === lastOf(a) + 1 && b.suffixRank === undefined
  if (b.value.length === parts + 1) return beginsAlike(a, b, parts)
  if (a.value.length === 3 && b.value.length === 2 && a.value[0] === b.value[0])
    return lastOf(b) === (a.value[1] ?? 0) + 1
  if (a.value.length === 2 && b.value.length === 1) return lastOf(b) === (a.value[0] ?? 0) + 1
  return lastOf(b) <= 1 && (prefixOf(b)[0] ?? 0) === (prefixOf(a)[0] ?? 0) + 1
}

/** Whether the first parts of two numbers are the same. */
function beginsAlike(a: Numeral, b: Numeral, parts: number): boolean {
  for (let i = 0; i < parts; i++) if (a.value[i] !== b.value[i]) return false
  return true
}

/** Whether two numbers are the same, suffixes apart. */
export function isSameNumber(a: Numeral, b: Numeral): boolean {
  return a.value.length === b.value.length && beginsAlike(a, b, a.value.length)
}
