import { ARABIC_REFERENCES } from './arabic.ts'
import { DUTCH_REFERENCES } from './dutch.ts'
import { ENGLISH_REFERENCES } from './english.ts'
import { FRENCH_REFERENCES } from './french.ts'
import { GERMAN_REFERENCES } from './german.ts'
import { ITALIAN_REFERENCES } from './italian.ts'
import { PERSIAN_REFERENCES } from './persian.ts'
import { PORTUGUESE_REFERENCES } from './portuguese.ts'
import type { ReferenceWords } from './reference-words.ts'
import { RUSSIAN_REFERENCES } from './russian.ts'
import { SPANISH_REFERENCES } from './spanish.ts'

/** Every language that writes words apart. Chinese and Korean are read by `counted-steps.ts`. */
export const REFERENCE_WORDS: readonly ReferenceWords[] = [
  ENGLISH_REFERENCES,
  FRENCH_REFERENCES,
  SPANISH_REFERENCES,
  PORTUGUESE_REFERENCES,
  GERMAN_REFERENCES,
  DUTCH_REFERENCES,
  ITALIAN_REFERENCES,
  RUSSIAN_REFERENCES,
  ARABIC_REFERENCES,
  PERSIAN_REFERENCES,
]
