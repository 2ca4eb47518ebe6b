/** How long a code may be. */
export const LONGEST_CODE = 40

/** The code itself while it is free, else with the first number behind it that makes it so: `SEC.1-2`. */
export function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  const trimmed = wanted.trim().slice(0, LONGEST_CODE) || 'T'
  if (!taken.has(trimmed)) return trimmed
  for (let number = 2; ; number++) {
    const tail = `-${number}`
    const code = trimmed.slice(0, LONGEST_CODE - tail.length) + tail
    if (!taken.has(code)) return code
  }
}

/**
 * A code for a theme that has none: below another theme its code and a number, otherwise the first three letters of
 * its label, in capitals where its script has them.
 */
export function proposeCode(
  label: string,
  parentCode: string | undefined,
  taken: ReadonlySet<string>,
): string {
  if (parentCode === undefined) {
    const letters = Array.from(label.replace(/[^\p{L}\p{N}]+/gu, ''))
      .slice(0, 3)
      .join('')
    return freeCode(letters.toUpperCase(), taken)
  }
  const stem = parentCode.slice(0, LONGEST_CODE - 5)
  for (let number = 1; ; number++) {
    const code = `${stem}.${number}`
    if (!taken.has(code)) return code
  }
}
