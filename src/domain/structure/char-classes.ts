import { COUNTERS, isLetter, OPENING_CODES } from './openers.ts'

/** A letter, digit or mark: part of a word. */
export const LETTER = 1
/** A letter that can open a heading. */
export const OPENS = 2
/** A sign before a number that its kind follows. */
export const COUNTS = 4
/** A capital of the Latin alphabet without accents. */
export const CAPITAL = 8
/** A small letter of the Latin alphabet without accents. */
export const SMALL = 16

/** What a UTF-16 unit is to the scanner; a text has many, so one table answers every question about each. */
export const CLASSES = classTable()

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const set = (code: number, flag: number): void => {
    table[code] = (table[code] ?? 0) | flag
  }
  for (let code = 0; code < table.length; code++) if (isLetter(code)) set(code, LETTER)
  for (const code of OPENING_CODES) set(code, OPENS)
  for (const code of COUNTERS.keys()) set(code, OPENS | COUNTS)
  for (let code = 65; code <= 90; code++) set(code, CAPITAL)
  for (let code = 97; code <= 122; code++) set(code, SMALL)
  return table
}
