import type { Grammar } from '../grammar.ts'
import { ARABIC } from './arabic.ts'
import { CHINESE } from './chinese.ts'
import { DUTCH } from './dutch.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { ITALIAN } from './italian.ts'
import { KOREAN } from './korean.ts'
import { PERSIAN } from './persian.ts'
import { PORTUGUESE } from './portuguese.ts'
import { RUSSIAN } from './russian.ts'
import { SPANISH } from './spanish.ts'

/** Every language whose treaties are read. Their words hardly collide, so a text is read with all of them at once. */
export const GRAMMARS: readonly Grammar[] = [
  ENGLISH,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  GERMAN,
  DUTCH,
  ITALIAN,
  RUSSIAN,
  ARABIC,
  PERSIAN,
  CHINESE,
  KOREAN,
]
