import type { Text } from '#domain/text/text.ts'

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

/** How a text is told from those in other languages: `French`. */
export function languageName({ language }: Pick<Text, 'language'>): string {
  if (language === 'und') return 'Language not known'
  try {
    return LANGUAGES.of(language) ?? language
  } catch {
    // A file may state a language in words of its own.
    return language
  }
}

/** How an earlier version is told from others: by its language, its file and its day of import. */
export function versionName(text: Text): string {
  const day = new Date(text.importedAt).toLocaleDateString()
  return `${languageName(text)}, earlier version: ${text.original.fileName}, ${day}`
}
