import { asciiDigits } from '../shared/ascii-digits.ts'

/** A text with what a search overlooks taken out, and the way back to the text as it is. */
export interface FoldedText {
  readonly folded: string
  /** Length of the text as it is, in UTF-16 units. */
  readonly length: number
  /** For each unit of `folded`, the UTF-16 offset of the character of the text that it comes from. */
  readonly starts: Int32Array
}

/** Arabic letters that Persian and Arabic keyboards write differently, and signs that are typed in several ways. */
const SAME: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '\u2010': '-',
  '\u2011': '-',
  '–': '-',
}

/** Tatweel, soft hyphen, joiners and direction marks: they are not seen, so nobody types them. */
const UNSEEN = /[\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/

const ALIKE = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')
const UNHEEDED = new RegExp(`${UNSEEN.source}|\\p{M}`, 'gu')

/**
 * Words as they are compared with others: what `foldText` overlooks is overlooked here too. Many times faster, and
 * without the way back.
 */
export function foldWords(words: string): string {
  if (!/[\u0080-\uFFFF]/.test(words)) return words.toLowerCase()
  return asciiDigits(words)
    .normalize('NFKC')
    .replace(ALIKE, (character) => SAME[character] ?? character)
    .normalize('NFD')
    .replace(UNHEEDED, '')
    .toLowerCase()
}

/**
 * Folds a text for searching: accents, vowel signs and unseen characters are dropped, Arabic and Persian letters and
 * digits of any script become one, a run of white space becomes one space, and capitals become small unless
 * `keepCase`.
 */
export function foldText(text: string, keepCase: boolean): FoldedText {
  const known = new Map<string, string>()
  const starts: number[] = []
  let folded = ''
  let offset = 0
  for (const character of text) {
    let piece = known.get(character)
    if (piece === undefined) {
      piece = foldCharacter(character, keepCase)
      known.set(character, piece)
    }
    const isRepeatedSpace = piece === ' ' && folded.endsWith(' ')
    if (!isRepeatedSpace) {
      folded += piece
      for (let i = 0; i < piece.length; i++) starts.push(offset)
    }
    offset += character.length
  }
  return { folded, length: text.length, starts: Int32Array.from(starts) }
}

function foldCharacter(character: string, keepCase: boolean): string {
  if (/\s/.test(character)) return ' '
  if (UNSEEN.test(character)) return ''
  const same = SAME[character] ?? character
  const plain = digitOf(same) ?? same.normalize('NFD').replace(/\p{M}/gu, '')
  return keepCase ? plain : plain.toLowerCase()
}

/** A decimal digit of Arabic, Persian or full-width writing as an ASCII digit. */
function digitOf(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = [0x0660, 0x06f0, 0xff10].find((first) => code >= first && code <= first + 9)
  return zero === undefined ? undefined : String(code - zero)
}
