/**
 * The most frequent letters and signs of scripts, by which text read in a wrong encoding is told from text: about two
 * thirds of the letters of any prose in an alphabet, and about a third of the signs of a treaty in Chinese or the
 * syllables of one in Korean.
 */
export interface Script {
  /** A run of its letters as long as a word. */
  readonly words: RegExp
  readonly frequent: ReadonlySet<string>
  /** The share of its letters that the frequent ones make in prose, at the least. */
  readonly enough: number
}

function script(words: RegExp, frequent: string, enough: number): Script {
  return { words, frequent: new Set(frequent), enough }
}

/** Russian, in small letters and capitals. */
export const CYRILLIC = script(/[А-Яа-яЁёІіЇїЄєҐґ]{3,}/gu, 'оеаинтсрвлкміОЕАИНТСРВЛКМІ', 0.6)

/** Arabic and Persian. */
export const ARABIC = script(
  /[\u0621-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC\u200C]{3,}/gu,
  'اليمنرتوهبعدسفکكةی',
  0.5,
)

/** Chinese, simplified and traditional. */
export const HAN = script(
  /\p{Script=Han}+/gu,
  '的国國一条條约約方和本各在之第不应應为為与與以于於有其或中政府定双雙締缔会會所规規款日据據协協公任何人对對行十二三员員成此力如家大合事由同及议議关關得将將内內间間文签簽生效',
  0.15,
)

/** Korean. */
export const HANGUL = script(
  /\p{Script=Hangul}+/gu,
  '이다의는에을를가고한하지로과대정사인조제국와및협약서어여은기당체력일부자위경시상관게그',
  0.25,
)

/** How many of the letters of a script stand in words, and the share of them that is frequent. */
export interface Reading {
  readonly letters: number
  readonly frequent: number
}

/** Counts the letters of a script in a text. */
export function readingOf(text: string, { words, frequent }: Script): Reading {
  let letters = 0
  let hits = 0
  for (const [word] of text.matchAll(words)) {
    for (const letter of word) {
      letters++
      if (frequent.has(letter)) hits++
    }
  }
  return { letters, frequent: letters === 0 ? 0 : hits / letters }
}
