import { isOneEditAway } from '../../structure/number-words.ts'
import { GRAMMARS } from '../../structure/grammars/grammars.ts'
import { foldPattern, foldText } from './fold.ts'
import { once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** Number words of one language, up to the thousands that years need. */
export interface NumberReader {
  readonly values: ReadonlyMap<string, number>
  /** Those words that count and do not rank: `seven`, not `seventh`. */
  readonly cardinals: readonly string[]
  readonly joiners: ReadonlySet<string>
  /** The numbers that a folded word says, several when words are written together; nothing when it says none. */
  valuesOf(word: string): readonly number[] | undefined
  /** The number of a word with one wrong letter. */
  misspelt(word: string): number | undefined
}

/** The reader of a vocabulary. */
export const numberReader: (vocabulary: RecordVocabulary) => NumberReader = once(makeReader)

function makeReader(vocabulary: RecordVocabulary): NumberReader {
  const numbers = GRAMMARS.find(({ language }) => language === vocabulary.language)?.numbers
  const values = new Map<string, number>()
  const count = (list: string, step: number): void => {
    list.split(' ').forEach((words, i) => {
      for (const word of words.split('|')) if (/\p{L}/u.test(word)) add(word, (i + 1) * step)
    })
  }
  const add = (word: string, value: number): void => {
    const folded = foldText(word)
    if (!values.has(folded)) values.set(folded, value)
  }
  const addPairs = (list: string): void => {
    for (const entry of list.split('|')) {
      const [word = '', value] = entry.split('=')
      if (word !== '') add(word, Number(value))
    }
  }
  count(numbers?.ones ?? '', 1)
  count(numbers?.tens ?? '', 10)
  addPairs(vocabulary.dates.numbers)
  const cardinals = [...values.keys()]
  count(numbers?.ordinals ?? '', 1)
  count(numbers?.ordinalTens ?? '', 10)
  addPairs(vocabulary.dates.ordinals ?? '')
  const endings = (vocabulary.dates.ordinalEndings ?? '').split('|').filter((ending) => ending !== '')
  const joined = foldPattern(numbers?.joined ?? '')
  const joiners = new Set([foldPattern(numbers?.joiners ?? ''), joined].filter((word) => word !== ''))
  const prefixed = vocabulary.language === 'ar' || vocabulary.language === 'fa'
  const valuesOf = (word: string): readonly number[] | undefined => {
    const value = values.get(word)
    if (value !== undefined) return [value]
    if (prefixed && word.startsWith('و')) return valuesOf(word.slice(1))
    // Tens stand with their article in the grammar of headings, and without it in years.
    const withArticle = prefixed ? values.get(`ال${word}`) : undefined
    if (withArticle !== undefined) return [withArticle]
    for (const ending of endings)
      if (word.endsWith(ending)) {
        const stem = values.get(word.slice(0, -ending.length))
        if (stem !== undefined) return [stem]
      }
    return word.length < 6 ? undefined : splitWord(word, values, joined, endings)
  }
  const long = [...values.keys()].filter((word) => word.length >= 5)
  return {
    values,
    cardinals,
    joiners,
    valuesOf,
    misspelt: (word) => {
      const near = word.length >= 5 ? long.find((known) => isOneEditAway(word, known)) : undefined
      return near === undefined ? undefined : values.get(near)
    },
  }
}

/** The numbers of a word that is made of number words: `zweitausendvierzehn`. */
function splitWord(
  word: string,
  values: ReadonlyMap<string, number>,
  joined: string,
  endings: readonly string[],
): number[] | undefined {
  if (word === '' || endings.includes(word)) return []
  for (let length = word.length; length >= 3; length--) {
    const value = values.get(word.slice(0, length))
    if (value === undefined) continue
    const rest = word.slice(length)
    const more =
      splitWord(rest, values, joined, endings) ??
      (joined !== '' && rest.startsWith(joined)
        ? splitWord(rest.slice(joined.length), values, joined, endings)
        : undefined)
    if (more) return [value, ...more]
  }
  return undefined
}

/**
 * Adds up number words as they are said: `one thousand nine hundred and forty-nine`, `mil neuf cent quarante-cinq`.
 * Ones may stand before tens, as in German and Arabic. Undefined when a word does not go on with the number.
 */
export class NumberSum {
  private total = 0
  private current = 0
  private last = 0

  get value(): number {
    return this.total + this.current
  }

  /** Takes the next number word; false when it begins another number. */
  take(value: number): boolean {
    if (!this.goesOn(value)) return false
    if (value === 1000) {
      this.total += (this.current || 1) * 1000
      this.current = 0
    } else if (value >= 1000) this.total += value
    else if (value === 100) this.current = this.current === 0 ? 100 : this.current * 100
    else if (value === 20 && this.last === 4) this.current += 76
    else this.current += value
    this.last = value
    return true
  }

  private goesOn(value: number): boolean {
    const { current, last, total } = this
    if (last === 0) return true
    if (value === 1000) return total === 0 && current < 100
    if (value > 1000) return false
    if (value >= 100) return value === 100 ? current < 100 : current === 0
    const low = current % 100
    if (low === 0) return true
    if (last >= 20 && last < 100) return value < 10 || ((last === 60 || low === 80) && value < 20)
    if (last === 4 && value === 20) return true
    if (last < 10) return value >= 20 || value === 10
    return last === 10 && value < 10
  }
}
