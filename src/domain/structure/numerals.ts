/** A number as printed in a heading, read. */
export interface Numeral {
  /** As printed: `IV`, `12`, `1.3`, `6 bis`. */
  readonly printed: string
  /** What it counts: `[4]`, `[12]`, `[1, 3]`. */
  readonly value: readonly number[]
  /** Suffix that inserts it after its value: `bis`, `a`. */
  readonly suffix?: string
  /** Place of the suffix among the insertions after one value, from 1; absent without a suffix. */
  readonly suffixRank?: number
  readonly style: NumeralStyle
}

/** How a numeral is written. */
export type NumeralStyle = 'arabic' | 'roman' | 'word' | 'letter' | 'han'

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/i
const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** The value of a well-formed roman numeral (`XLIV`, not `IIII`), or nothing. */
export function romanValue(printed: string): number | undefined {
  return printed !== '' && ROMAN.test(printed) ? valueOf(printed) : undefined
}

/** Four of a kind, as old prints have: `IIII`, `VIIII`, `XXXX`. */
const ADDED = /^(?=.*(?:IIII|XXXX|CCCC))M{0,4}D?C{0,4}L?X{0,4}V?I{0,4}$/

/** The value of a roman numeral in capitals, well-formed or as old prints have it (`IIII`), or nothing. */
export function printedRomanValue(printed: string): number | undefined {
  return romanValue(printed) ?? (ADDED.test(printed) ? valueOf(printed) : undefined)
}

function valueOf(printed: string): number {
  const values = printed
    .toUpperCase()
    .split('')
    .map((letter) => ROMAN_VALUES[letter] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

/** The place of a single letter in its alphabet (`a` → 1), or nothing. */
export function letterValue(printed: string): number | undefined {
  return /^[a-z]$/i.test(printed) ? printed.toLowerCase().charCodeAt(0) - 96 : undefined
}

const ONES = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The value of an English cardinal from one to ninety-nine, or nothing. */
export function wordValue(printed: string): number | undefined {
  const [first = '', second, ...rest] = printed.toLowerCase().split(/[\s-]+/)
  if (rest.length > 0) return undefined
  const one = ONES.indexOf(first)
  if (one >= 0) return second === undefined ? one + 1 : undefined
  const ten = TENS.indexOf(first)
  if (ten < 0) return undefined
  const unit = second === undefined ? 0 : ONES.indexOf(second) + 1
  return second === undefined || (unit >= 1 && unit <= 9) ? (ten + 2) * 10 + unit : undefined
}

/** The numeral in arabic digits with its suffix: `IV` → `4`, `6 bis` → `6 bis`. Letters stay letters. */
export function arabicOf(numeral: Numeral): string {
  if (numeral.style === 'letter') return numeral.printed
  const digits = numeral.value.join('.')
  return numeral.suffix === undefined ? digits : `${digits} ${numeral.suffix}`
}
