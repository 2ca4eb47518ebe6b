import type { InstrumentWords } from './instrument.ts'
import { matchAt } from './read-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The short names that a text has defined up to a place. */
export interface ShortNames {
  /** The full name behind a short one. */
  find(words: string): string | undefined
  /** Takes the definition right behind a name (`hereinafter “the Convention”`); a name without one is left alone. */
  define(text: string, name: InstrumentWords): void
}

const DETERMINER = /^(?:the|la|le|les|l['’]|el|los|las|o|a|die|das|der|het|de|il|lo)\s+/i

/** A term defined before the name: `“Charter” means the Charter of the League`. */
const DEFINED_BEFORE = /[“"«„‘]([^“”"»„’\n]{2,40})[”"»“’]\s+(?:\p{L}+\s+){1,4}$/u

/** Collects short names as a text is read. */
export function shortNames({ patterns }: Vocabulary): ShortNames {
  const known = new Map<string, string>()
  return {
    find: (words) => known.get(keyOf(words)),
    define: (text, { start, end }) => {
      const before = DEFINED_BEFORE.exec(text.slice(Math.max(0, start - 80), start))
      if (before?.[1] !== undefined) known.set(keyOf(before[1]), text.slice(start, end))
      const definition = matchAt(patterns.shortName, text, end)
      if (!definition) return
      const short = definition[1] ?? definition[2] ?? ''
      // A definition names an instrument by a word of its own name, or by an abbreviation.
      if (short.trim() !== '') known.set(keyOf(short), text.slice(start, end))
    },
  }
}

/** Words as they are compared; Russian ones by their first letters, because their endings change. */
function keyOf(words: string): string {
  const plain = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DETERMINER, '')
    .replace(/^[-–—"«]\s*/, '')
    .toLowerCase()
  return /^[а-яё]/.test(plain)
    ? plain
        .split(' ')
        .map((word) => word.slice(0, 5))
        .join(' ')
    : plain
}
