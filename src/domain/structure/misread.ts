import type { Candidate } from './candidate.ts'
import { printedRomanValue, type Numeral } from './numerals.ts'

/** What scanners read in the place of a figure. */
const FIGURES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  Z: '2',
  S: '5',
  s: '5',
  G: '6',
  B: '8',
}
/** What they read in the place of a roman I. */
const ROMAN_ONE = /[l1i|]/g
const MISREAD = /[0-9OoQIlisZSGBXVLC|]{1,6}(?![\p{L}\p{N}])/uy
/** Signs that may be a figure or a roman number misread; a number of figures alone is none. */
const DOUBTFUL = /^(?=.*[^0-9])[0-9OoQIlisZSGBXVLC|]{1,6}$/

/** The whole numbers that a number with misread signs may be: as figures, as a roman number. */
function readings(printed: string): { readonly value: number; readonly style: Numeral['style'] }[] {
  const figures = printed.replace(/\D/g, (sign) => FIGURES[sign] ?? '?')
  const roman = printedRomanValue(printed.replace(ROMAN_ONE, 'I'))
  const found: { value: number; style: Numeral['style'] }[] = []
  if (/^\d{1,3}$/.test(figures) && Number(figures) > 0)
    found.push({ value: Number(figures), style: 'arabic' })
  if (roman !== undefined) found.push({ value: roman, style: 'roman' })
  return found
}

/** Reads a number of which a scanner misread a sign: `1O`, `l2`, `Vl`. The numbers around it may show another. */
export function misreadAt(text: string, at: number): { numeral: Numeral; end: number } | undefined {
  MISREAD.lastIndex = at
  const printed = MISREAD.exec(text)?.[0]
  if (printed === undefined || !/[0-9IVXLCl|]/.test(printed)) return undefined
  const found = readings(printed)
  const reading = /\d/.test(printed) ? found[0] : found.at(-1)
  if (!reading) return undefined
  return { numeral: { printed, value: [reading.value], style: reading.style }, end: at + printed.length }
}

/** So many headings before a number show what it should be: one of them may be a reference. */
const NEIGHBOURS = 3

/**
 * Numbers at line starts of which a scanner misread a sign, as the headings before them count on: `1O` behind 9 is 10
 * and no insertion, `S` behind 4 is 5, `II` behind 10 is 11.
 */
export function withMisreadNumbers(found: readonly Candidate[]): Candidate[] {
  const before: Numeral[] = []
  return found.map((candidate) => {
    const { kind, numeral, opensLine } = candidate
    if (kind !== 'article' || !numeral || !opensLine) return candidate
    const isDoubtful = numeral.style !== 'han' && numeral.style !== 'word' && DOUBTFUL.test(numeral.printed)
    const reading = isDoubtful ? readingBehind(before, numeral) : undefined
    const read: Numeral = reading ? { printed: numeral.printed, ...reading } : numeral
    before.push(read)
    if (before.length > NEIGHBOURS) before.shift()
    return reading ? { ...candidate, numeral: read, isMisspelt: true } : candidate
  })
}

/** What a number must be to come next behind one of some others, where it does not as it was read. */
function readingBehind(
  before: readonly Numeral[],
  numeral: Numeral,
): Pick<Numeral, 'value' | 'style'> | undefined {
  const isNext = (value: number | undefined): Numeral | undefined =>
    before.findLast((other) => other.value.length === 1 && value === (other.value[0] ?? 0) + 1)
  const fits =
    numeral.value.length === 1 &&
    numeral.suffix === undefined &&
    numeral.style !== 'letter' &&
    isNext(numeral.value[0])
  if (fits) return undefined
  for (const { value } of readings(numeral.printed)) {
    const other = isNext(value)
    if (other) return { value: [value], style: other.style }
  }
  return undefined
}
