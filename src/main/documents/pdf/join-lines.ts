/** A word divided at a line end: letters and a hyphen, and small letters on the next line. */
const DIVIDED = /(\p{L}+)[-\u2010]$/u
const GOES_ON = /^(\p{Ll}+)/u

/** Joins lines of a paragraph, and words divided between them. */
export interface LineJoiner {
  readonly join: (lines: readonly string[]) => string
  /** How many divided words were joined. */
  readonly joined: () => number
}

/**
 * A joiner that knows the words of the document. Where a divided word stands whole elsewhere, it is joined; where it
 * stands with its hyphen elsewhere (`cross-border`), the hyphen stays; else it is joined.
 */
export function lineJoiner(everyLine: readonly string[]): LineJoiner {
  const whole = new Set<string>()
  for (const line of everyLine) {
    // The last word of a line may be half of one.
    for (const [word] of line.replace(DIVIDED, '').matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      whole.add(word.toLowerCase())
  }
  let joined = 0
  const join = (lines: readonly string[]): string => {
    let text = ''
    for (const line of lines) {
      if (text.endsWith('\u00AD')) {
        joined++
        text = text.slice(0, -1) + line
        continue
      }
      const start = DIVIDED.exec(text)?.[1]
      const end = GOES_ON.exec(line)?.[1]
      if (text !== '' && start !== undefined && end !== undefined) {
        const hyphenated = `${start}-${end}`.toLowerCase()
        const keepsHyphen = whole.has(hyphenated) && !whole.has((start + end).toLowerCase())
        if (!keepsHyphen) joined++
        text = (keepsHyphen ? text : text.slice(0, -1)) + line
      } else if (text === '' || isUnspaced(text.slice(-1)) || text.endsWith('-')) {
        text += line
      } else {
        text += ` ${line}`
      }
    }
    return text
  }
  return { join, joined: () => joined }
}

/** Chinese and Japanese part no words. */
function isUnspaced(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：（）《》]/u.test(character)
}
