/** Words that are frequent in one language and rare in the others, so that a page of a treaty has many of them. */
const FREQUENT_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'shall', 'this', 'with', 'which'],
  fr: ['le', 'les', 'des', 'et', 'du', 'dans', 'présent'],
  es: ['el', 'los', 'las', 'y', 'del', 'presente', 'por'],
  pt: ['os', 'as', 'e', 'da', 'do', 'em', 'presente'],
  de: ['der', 'die', 'und', 'das', 'den', 'dieses', 'von'],
  nl: ['het', 'van', 'een', 'en', 'dit', 'de', 'zijn'],
  it: ['il', 'gli', 'delle', 'della', 'che', 'di', 'presente'],
}

/** More is not needed to tell languages apart. UTF-16 units. */
const SAMPLE = 20_000

/**
 * The language of a text as a BCP 47 tag, from its letters and its most frequent words; nothing when there are too
 * few. A guess to begin with: the analyst can change it.
 */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE)
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return undefined
  // Chinese says in one sign what takes others five letters.
  if (count(/\p{Script=Hangul}/gu) * 3 > letters) return 'ko'
  if (count(/\p{Script=Han}/gu) * 3 > letters) return 'zh'
  if (count(/\p{Script=Arabic}/gu) * 2 > letters) return count(/[پچژگکی]/g) * 40 > letters ? 'fa' : 'ar'
  if (count(/\p{Script=Hebrew}/gu) * 2 > letters) return 'he'
  if (count(/\p{Script=Cyrillic}/gu) * 2 > letters) return count(/[іїєґ]/gi) * 50 > letters ? 'uk' : 'ru'
  return latinLanguage(sample)
}

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur|ps|ku|ug|yi|sd|dv)\b/i.test(language) ? 'rtl' : 'ltr'
}

function latinLanguage(sample: string): string | undefined {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: string | undefined
  let most = 0
  for (const [language, frequent] of Object.entries(FREQUENT_WORDS)) {
    const hits = words.filter((word) => frequent.includes(word)).length
    if (hits > most) [best, most] = [language, hits]
  }
  return most * 30 >= words.length ? best : undefined
}
