import { isLetter } from '../structure/openers.ts'

/** A word of a text. UTF-16 offsets. */
export interface Word {
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly text: string
  /** In lower case. */
  readonly lower: string
}

const HYPHEN = 0x2d
const DOT = 0x2e
const JOINER = 0x200c
const TATWEEL = 0x640

/** The word that begins at an offset: letters, with hyphens and joiners inside; a stop behind few letters belongs to it. */
export function wordAt(text: string, at: number): Word | undefined {
  let end = at
  for (; end < at + LONGEST; end++) {
    const code = text.charCodeAt(end)
    if (isLetter(code) || code === JOINER) continue
    if (code === HYPHEN && end > at && isLetter(text.charCodeAt(end + 1))) continue
    break
  }
  if (end === at) return undefined
  return word(text, at, end)
}

const LONGEST = 40

function word(text: string, start: number, end: number): Word {
  const printed = text.slice(start, end)
  const small = printed.toLowerCase()
  return { start, end, text: printed, lower: small.includes('ـ') ? small.replace(/ـ/g, '') : small }
}

/** The word together with the stop behind it, when there is one: `art.`. */
export function withStop(text: string, { start, end }: Word): Word | undefined {
  return text.charCodeAt(end) === DOT && end - start <= 5 ? word(text, start, end + 1) : undefined
}

/** The word that ends before an offset, with nothing but white space between. */
export function wordBefore(text: string, at: number): Word | undefined {
  let end = at
  while (end > 0 && end > at - 4 && isSpace(text.charCodeAt(end - 1))) end--
  if (end === at) return undefined
  let start = end
  while (start > 0 && start > end - LONGEST) {
    const code = text.charCodeAt(start - 1)
    if (!isLetter(code) && code !== HYPHEN && code !== JOINER && code !== TATWEEL) break
    start--
  }
  return start === end ? undefined : word(text, start, end)
}

/** Whether a UTF-16 unit is white space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x3000
}

/** The offset behind white space, of at most four units: more parts paragraphs. */
export function skipSpace(text: string, at: number): number {
  let to = at
  while (to < at + 4 && isSpace(text.charCodeAt(to))) to++
  return to
}

/** Runs a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Whether a word begins with a capital letter. */
export function isCapitalised({ text }: Word): boolean {
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}
