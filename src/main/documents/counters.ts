const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number in lower-case roman digits; beyond 3999, which has none, in arabic. */
export function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let rest = number
  let roman = ''
  for (const [value, digits] of ROMAN) {
    while (rest >= value) {
      roman += digits
      rest -= value
    }
  }
  return roman
}

/** `a` to `z`, then `aa`, `ab` … as browsers count; word processors count `aa`, `bb` (`repeatedLetterOf`). */
export function letterOf(number: number): string {
  let rest = number
  let letters = ''
  while (rest > 0) {
    rest--
    letters = String.fromCharCode(0x61 + (rest % 26)) + letters
    rest = Math.floor(rest / 26)
  }
  return letters || String(number)
}

/** `a` to `z`, then `aa`, `bb` … as Word counts. */
export function repeatedLetterOf(number: number): string {
  if (number < 1 || number > 780) return String(number)
  return String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)
}
