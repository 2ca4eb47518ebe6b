import { type Grammar, type NumberWords } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import type { Numeral } from './numerals.ts'

/** A number read from words, and how many of the words it took. */
export interface WordsRead {
  readonly value: number
  readonly words: number
}

/** Folds a word for look-up: lower case, without accents, tatweel and vowel signs, Persian and Arabic letters one. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  // Plain Latin needs none of the rest.
  if (/^[a-z]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036F\u064B-\u0655\u0670\u0640\u200C\u200F]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss')
}

const SOLE: ReadonlySet<string> = new Set(
  GRAMMARS.flatMap(({ numbers }) => (numbers.sole ?? '').split(' ')).map(foldWord),
)

/** Whether a number says that there is no other: `ماده واحده`, `Article unique`. */
export function isSole({ style, printed }: Numeral): boolean {
  return style === 'word' && SOLE.has(foldWord(printed))
}

interface Vocabulary {
  readonly values: ReadonlyMap<string, number>
  /** Tens that ordinals are counted on from: `décimo primero`. */
  readonly ordinalTens: ReadonlySet<string>
  readonly hundreds: ReadonlySet<string>
  readonly joiners: ReadonlySet<string>
  /** Folded words by their first letter, for misspelt ones. */
  readonly byStart: ReadonlyMap<string, readonly string[]>
}

const VOCABULARY = vocabularyOf(GRAMMARS)

function vocabularyOf(grammars: readonly Grammar[]): Vocabulary {
  const values = new Map<string, number>()
  const ordinalTens = new Set<string>()
  const hundreds = new Set<string>()
  const joiners = new Set<string>()
  const set = (word: string, value: number): void => {
    const folded = foldWord(word)
    if (folded !== '' && !values.has(folded)) values.set(folded, value)
  }
  for (const { numbers } of grammars) {
    for (const [word, value] of [...counted(numbers.ones, 1), ...counted(numbers.ordinals, 1)])
      set(word, value)
    for (const [word, value] of counted(numbers.tens, 10)) set(word, value)
    for (const [word, value] of counted(numbers.ordinalTens, 10)) {
      set(word, value)
      ordinalTens.add(foldWord(word))
    }
    for (const [word, value] of compounds(numbers)) set(word, value)
    for (const word of numbers.hundreds?.split('|') ?? []) hundreds.add(foldWord(word))
    if (numbers.joiners !== '') joiners.add(foldWord(numbers.joiners))
  }
  const byStart = new Map<string, string[]>()
  for (const word of values.keys()) {
    const start = word.slice(0, 1)
    byStart.set(start, [...(byStart.get(start) ?? []), word])
  }
  return { values, ordinalTens, hundreds, joiners, byStart }
}

function counted(list: string, step: 1 | 10): [string, number][] {
  if (list === '') return []
  return list
    .split(' ')
    .flatMap((words, i) =>
      words === '-' ? [] : words.split('|').map((word): [string, number] => [word, (i + 1) * step]),
    )
}

/** Numbers that a language writes in one word: `einundzwanzig`, `ventidue`. */
function compounds({ ones, tens, joined }: NumberWords): [string, number][] {
  if (joined === undefined) return []
  const units = counted(ones, 1).filter(([, value]) => value < 10)
  const decades = counted(tens, 10).filter(([, value]) => value >= 20)
  return decades.flatMap(([ten, tenValue]) =>
    units.flatMap(([unit, unitValue]): [string, number][] => {
      const value = tenValue + unitValue
      if (joined !== '') return [`${unit}${joined}${ten}`, `${unit}${joined}${ten}ste`].map((w) => [w, value])
      // Italian drops the last vowel of the tens before `uno` and `otto`.
      const stem = /^[uo]/.test(unit) ? ten.slice(0, -1) : ten
      return [[`${stem}${unit}`, value]]
    }),
  )
}

/** No number has more words: `one hundred and twenty first`. */
const MOST_WORDS = 6

/**
 * Reads a number from the first of some words, in any language: `Twenty One`, `vingt et un`, `décimo primero`,
 * `الحادية عشرة`, `بیست و یکم`, `One Hundred and Five`, `الخامسة بعد المائة`. Takes as many words as belong to it;
 * undefined when the first word is no number.
 */
export function readNumberWords(words: readonly string[]): WordsRead | undefined {
  // Most words behind a word for articles are no number, and the others need not be looked at.
  const first = foldWord(words[0] ?? '')
  if (valueOf(first) === undefined && !isHundred(first)) return undefined
  const folded = [first, ...words.slice(1, MOST_WORDS).map(foldWord)]
  const below = belowHundred(folded)
  if (below) {
    const [next, hundred] = [folded[below.words], folded[below.words + 1]]
    if (below.value === 1 && isHundred(next)) return pastHundred(folded, below.words + 1)
    if (next === AFTER && isHundred(hundred)) return { value: 100 + below.value, words: below.words + 2 }
    return below
  }
  return isHundred(folded[0]) ? pastHundred(folded, 1) : undefined
}

/** Arabic counts past a hundred: the fifth after the hundredth. */
const AFTER = 'بعد'

function isHundred(folded: string | undefined): boolean {
  return folded !== undefined && VOCABULARY.hundreds.has(folded)
}

function pastHundred(folded: readonly string[], used: number): WordsRead {
  const joined = VOCABULARY.joiners.has(folded[used] ?? '') ? 1 : 0
  const [next = '', ...rest] = folded.slice(used + joined)
  const below =
    belowHundred([next, ...rest]) ??
    (next.startsWith('و') ? belowHundred([next.slice(1), ...rest]) : undefined)
  return below
    ? { value: 100 + below.value, words: used + joined + below.words }
    : { value: 100, words: used }
}

function belowHundred(folded: readonly string[]): WordsRead | undefined {
  const first = valueOf(folded[0])
  if (first === undefined) return undefined
  const [, second = '', third = ''] = folded
  const hyphened = VOCABULARY.values.get(`${folded[0]}-${second}`)
  if (hyphened !== undefined) return withUnits(hyphened, folded, 2)
  const next = valueOf(second)
  // Arabic teens and tens follow the ones: third ten, first and-twenty.
  if (first < 10 && next === 10 && isArabicScript(second)) return { value: first + 10, words: 2 }
  if (first < 10 && second.startsWith('و')) {
    const tens = valueOf(second.slice(1))
    if (tens !== undefined && tens >= 20 && tens % 10 === 0) return { value: first + tens, words: 2 }
    const apart = second === 'و' ? (valueOf(third) ?? 0) : 0
    if (apart >= 20 && apart % 10 === 0) return { value: first + apart, words: 3 }
  }
  if (first === 10 && next !== undefined && next < 10 && VOCABULARY.ordinalTens.has(folded[0] ?? ''))
    return { value: 10 + next, words: 2 }
  return third === '' && second === '' ? { value: first, words: 1 } : withUnits(first, folded, 1)
}

/** Adds the ones that follow tens; French counts on to nineteen from sixty and eighty. */
function withUnits(tens: number, folded: readonly string[], used: number): WordsRead {
  if (tens < 20 || tens % 10 !== 0) return { value: tens, words: used }
  const joined = VOCABULARY.joiners.has(folded[used] ?? '') ? 1 : 0
  const unit = valueOf(folded[used + joined])
  const most = tens === 60 || tens === 80 ? 19 : 9
  return unit !== undefined && unit <= most
    ? { value: tens + unit, words: used + joined + 1 }
    : { value: tens, words: used }
}

function isArabicScript(word: string): boolean {
  return /^[\u0600-\u06FF]/.test(word)
}

function valueOf(folded: string | undefined): number | undefined {
  if (folded === undefined) return undefined
  return (
    VOCABULARY.values.get(folded) ??
    (folded.length > 5 && folded.includes('و') ? joinedValue(folded) : undefined)
  )
}

/** Persian joins tens and ones without blanks: `بیست‌ودوم`. */
function joinedValue(folded: string): number | undefined {
  for (let at = folded.indexOf('و', 2); at > 0; at = folded.indexOf('و', at + 1)) {
    const tens = VOCABULARY.values.get(folded.slice(0, at)) ?? 0
    const ones = VOCABULARY.values.get(folded.slice(at + 1)) ?? 0
    if (tens >= 20 && tens % 10 === 0 && ones > 0 && ones < 10) return tens + ones
  }
  return undefined
}

/**
 * The value of a number word with one wrong letter (`Thwenty`): typists and scanners make such. Only for words long
 * enough to be no other word.
 */
export function readMisspelt(word: string): number | undefined {
  const folded = foldWord(word)
  if (folded.length < 5) return undefined
  const near = VOCABULARY.byStart.get(folded.slice(0, 1)) ?? []
  const found = near.find((known) => known.length >= 5 && isOneEditAway(folded, known))
  return found === undefined ? undefined : VOCABULARY.values.get(found)
}

/** Whether two words differ by one letter put in, left out or changed, or by two neighbours swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < Math.min(a.length, b.length) - head &&
    a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)
  )
    tail++
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right === `${left.charAt(1)}${left.charAt(0)}`
}
