import type { RecordVocabulary } from '../vocabulary.ts'
import { ARABIC_RECORD } from './arabic.ts'
import { CHINESE_RECORD } from './chinese.ts'
import { DUTCH_RECORD } from './dutch.ts'
import { ENGLISH_RECORD } from './english.ts'
import { FRENCH_RECORD } from './french.ts'
import { GERMAN_RECORD } from './german.ts'
import { ITALIAN_RECORD } from './italian.ts'
import { KOREAN_RECORD } from './korean.ts'
import { PERSIAN_RECORD } from './persian.ts'
import { PORTUGUESE_RECORD } from './portuguese.ts'
import { RUSSIAN_RECORD } from './russian.ts'
import { SPANISH_RECORD } from './spanish.ts'

/** Every language in which the facts of a record are found: those of the structure grammars. */
export const RECORD_VOCABULARIES: readonly RecordVocabulary[] = [
  ENGLISH_RECORD,
  FRENCH_RECORD,
  SPANISH_RECORD,
  PORTUGUESE_RECORD,
  GERMAN_RECORD,
  DUTCH_RECORD,
  ITALIAN_RECORD,
  RUSSIAN_RECORD,
  ARABIC_RECORD,
  PERSIAN_RECORD,
  CHINESE_RECORD,
  KOREAN_RECORD,
]
