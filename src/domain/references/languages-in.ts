import { guessLanguage } from '../text/guess-language.ts'
import { REFERENCE_LANGUAGES } from './find-references.ts'

/** So many places of a text are looked at; a file may hold a treaty in two languages, one after the other. */
const PLACES = 8
/** UTF-16 units looked at in each. */
const SAMPLE = 2_000

/** The languages a text is written in (ISO 639-1): the one it is recorded under, and those that show in its words. */
export function languagesIn(text: string, recorded: string | undefined): string[] {
  const known = new Set<string>(REFERENCE_LANGUAGES)
  const counts = new Map<string, number>()
  for (let i = 0; i < PLACES; i++) {
    const at = Math.floor((text.length * i) / PLACES)
    const language = guessLanguage(text.slice(at, at + SAMPLE))
    if (language !== undefined && known.has(language)) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const own = recorded?.slice(0, 2).toLowerCase()
  const all = own !== undefined && known.has(own) ? [own] : []
  // One sample alone may be a list of names; a language that shows in three places is there.
  for (const [language, count] of counts)
    if (!all.includes(language) && (count >= 3 || counts.size === 1)) all.push(language)
  return all
}
