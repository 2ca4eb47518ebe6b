import type { Before, Candidate } from './candidate.ts'
import { CONNECTORS, COUNTERS, isLetter } from './openers.ts'
import { isDivision } from './provision.ts'

/** A line this long carries running text; shorter ones may be headings. */
const FULL_LINE = 45
const QUOTES = '“„«「『"＂‹'
/** Marks that typists and Markdown put before a heading; the numbering of lists is not among them. */
const FURNITURE = '#*_>=|•·\u200E\u200F\u202A\u202B\uFEFF' + QUOTES + '([【'
const STOPS = '.;:!?。；：！？…．؛؟»”"\')]}）」』|*_>–—-'

type Context = Pick<
  Candidate,
  'start' | 'opensLine' | 'afterBlankLine' | 'afterLongLine' | 'before' | 'isQuoted'
>

/** Looks back from a hit over white space and mark-up to the words before it. */
export function contextBefore(text: string, at: number, isFirstWord: boolean, languages: number): Context {
  const isQuoted = QUOTES.includes(text.charAt(at - 1)) && at > 0
  let start = at
  while (start > 0 && isFurniture(text, start - 1)) start--
  const opensLine = isFirstWord && (start === 0 || text.charCodeAt(start - 1) === 10)
  let last = start - 1
  let lines = 0
  while (last >= 0 && isSpace(text.charCodeAt(last))) {
    if (text.charCodeAt(last) === 10) lines++
    last--
  }
  while (start < at && isSpace(text.charCodeAt(start))) start++
  return {
    start: opensLine ? start : at,
    opensLine,
    afterBlankLine: lines >= 2,
    afterLongLine: opensLine && isLong(text, last),
    before: last === at - 1 && isLetter(text.charCodeAt(last)) ? 'lower' : beforeAt(text, last, languages),
    isQuoted,
  }
}

/** Headings of divisions take no more where a text without spaces lost its lines. UTF-16 units. */
const LONGEST_DIVISIONS = 64
/** `第二部分用语第一章：总则` behind the end of a sentence: divisions, each with its name. */
const DIVISIONS = divisionsPattern()

function divisionsPattern(): RegExp {
  const headings = [...COUNTERS.values()].flatMap(({ before, after }) => {
    const signs = after.flatMap(({ sign, kind }) => (isDivision(kind) ? [sign] : []))
    return `${before} ?[^${before}。：；，]{1,6}?(?:${signs.join('|')})[ ：:]?[^${before}。：；，]{0,40}`
  })
  return new RegExp(`(?:^|[。：；！？”」』）.:;?!)\n])[ \u3000]?(?:${headings.join('|')}){1,3}$`)
}

/** Whether nothing but the headings of divisions stands between an offset and the end of the sentence before it. */
export function followsCountedDivision(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_DIVISIONS), at)
  return /[章节節编編款部장절부편]/.test(before) && DIVISIONS.test(before)
}

function isFurniture(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code !== 10 && isSpace(code)) || FURNITURE.includes(text.charAt(at))
}

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a)
  )
}

function isLong(text: string, last: number): boolean {
  const feed = text.lastIndexOf('\n', last)
  // Looking back a whole long line costs no more than the text between two hits.
  return last - feed >= FULL_LINE
}

function beforeAt(text: string, last: number, languages: number): Before {
  if (last < 0) return 'nothing'
  const char = text.charAt(last)
  if (char === ',' || char === '،' || char === '、' || char === '，') return 'comma'
  if (STOPS.includes(char)) return 'stop'
  if (!isLetter(char.charCodeAt(0))) return 'other'
  let from = last
  while (from > last - 16 && isLetter(text.charCodeAt(from - 1))) from--
  const word = text.slice(from, last + 1)
  const lower = word.toLowerCase()
  // A lone capital is an initial or a number, not the Spanish `a`.
  const isConnector = ((CONNECTORS.get(lower) ?? 0) & languages) !== 0
  if (isConnector && (word.length > 1 || word === lower)) return 'connector'
  return char.toLowerCase() === char && char.toUpperCase() !== char ? 'lower' : 'other'
}
