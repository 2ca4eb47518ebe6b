const segmenters = new Map<string, Intl.Segmenter>()

/**
 * What takes a text in a language apart into words or sentences. A language tag that the runtime does not understand is
 * read by the general rules.
 */
export function segmenterOf(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language}`
  const known = segmenters.get(key)
  if (known) return known
  let locale: string | undefined
  try {
    ;[locale] = Intl.getCanonicalLocales(language)
  } catch {
    locale = undefined
  }
  const made = new Intl.Segmenter(locale, { granularity })
  segmenters.set(key, made)
  return made
}
