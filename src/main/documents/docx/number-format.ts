import { repeatedLetterOf, romanOf } from '../counters.ts'

const ONES =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen`.split(/\s+/)
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя'
const ARABIC_ALPHA = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const ARABIC_ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const HAN_DIGITS = '〇一二三四五六七八九'

/** A counter in one of Word's number formats (`ST_NumberFormat`); a format we do not know prints arabic digits. */
export function formatCounter(number: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerRoman':
      return romanOf(number)
    case 'upperRoman':
      return romanOf(number).toUpperCase()
    case 'lowerLetter':
      return repeatedLetterOf(number)
    case 'upperLetter':
      return repeatedLetterOf(number).toUpperCase()
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`
    case 'cardinalText':
      return capital(cardinal(number))
    case 'ordinalText':
      return capital(ordinal(number))
    case 'russianLower':
      return letterIn(RUSSIAN, number)
    case 'russianUpper':
      return letterIn(RUSSIAN, number).toUpperCase()
    case 'arabicAlpha':
      return letterIn(ARABIC_ALPHA, number)
    case 'arabicAbjad':
      return letterIn(ARABIC_ABJAD, number)
    case 'hindiNumbers':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    case 'decimalEnclosedCircle':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return hanOf(number)
    default:
      return String(number)
  }
}

function letterIn(letters: string, number: number): string {
  const letter = letters.charAt((number - 1) % letters.length)
  return number < 1
    ? String(number)
    : letter.repeat(Math.min(30, Math.floor((number - 1) / letters.length) + 1))
}

function hanOf(number: number): string {
  if (number < 1 || number > 9999) return String(number)
  let text = ''
  let gap = false
  for (const [value, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / value) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '〇' : ''}${HAN_DIGITS.charAt(digit)}${unit}`
      gap = false
    }
  }
  return text.replace(/^一十/, '十')
}

function cardinal(number: number): string {
  if (number < 20) return ONES[number] ?? String(number)
  if (number < 100)
    return `${TENS[Math.floor(number / 10)] ?? ''}${number % 10 ? `-${cardinal(number % 10)}` : ''}`
  return String(number)
}

function ordinal(number: number): string {
  if (number >= 100) return `${number}${ordinalEnding(number)}`
  return cardinal(number).replace(/[a-z]+$/, (word) => ORDINALS[word] ?? `${word.replace(/y$/, 'ie')}th`)
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th'
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
