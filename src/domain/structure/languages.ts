import { EVERY_LANGUAGE } from './bare-headings.ts'
import { phrases } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import type { Heading } from './heading.ts'

/** So much of a text shows its language. */
const SAMPLE = 3_000

/** Small words with the places of their languages in GRAMMARS. */
const SMALL_WORDS: ReadonlyMap<string, readonly number[]> = smallWords()

function smallWords(): Map<string, number[]> {
  const languages = new Map<string, number[]>()
  GRAMMARS.forEach(({ breaksOff }, i) => {
    for (const word of new Set(phrases(breaksOff).filter((each) => !each.includes("'"))))
      languages.set(word, [...(languages.get(word) ?? []), i])
  })
  return languages
}

/**
 * ISO 639-1 codes of the languages whose grammar the headings of a text follow, the most frequent first. Languages
 * that share their words for headings (`Art. 5`) are told apart by the small words of the text.
 */
export function languagesOf(text: string, headings: readonly Heading[]): string[] {
  const counts = GRAMMARS.map(() => 0)
  const telling = headings.filter(({ candidate }) => candidate.languages !== EVERY_LANGUAGE)
  for (const { candidate } of telling)
    for (let i = 0; i < counts.length; i++)
      if ((candidate.languages & (1 << i)) !== 0) counts[i] = (counts[i] ?? 0) + 1
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const small = GRAMMARS.map(() => 0)
  for (const word of words) for (const i of SMALL_WORDS.get(word) ?? []) small[i] = (small[i] ?? 0) + 1
  // Numbers alone are of no language: the small words tell it, where there are any.
  if (telling.length === 0 && headings.length > 0) {
    const most = Math.max(...small)
    return most === 0 ? [] : GRAMMARS.flatMap(({ language }, i) => (small[i] === most ? [language] : []))
  }
  return GRAMMARS.map(({ language }, i) => ({ language, count: counts[i] ?? 0, small: small[i] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.small - a.small)
    .map(({ language }) => language)
}
