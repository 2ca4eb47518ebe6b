/**
 * The marks that a language puts around a quotation, by its primary subtag. Source: Unicode CLDR, delimiters. Languages
 * that are not listed take the English ones.
 */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  ar: ['”', '“'],
  de: ['„', '“'],
  es: ['«', '»'],
  fa: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  it: ['«', '»'],
  nl: ['‘', '’'],
  pt: ['«', '»'],
  ru: ['«', '»'],
}

const ENGLISH = ['“', '”'] as const

/** Words of a text between the quotation marks of its language. The words themselves are never changed. */
export function quoted(words: string, language: string | undefined): string {
  const [opening, closing] = MARKS[language?.split('-')[0]?.toLowerCase() ?? ''] ?? ENGLISH
  return `${opening}${words}${closing}`
}
