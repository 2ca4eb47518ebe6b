import { displayTitle } from '#domain/agreement/agreement.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { ZipArchive } from './zip-reader.ts'

/** The titles of the agreements whose words, or whose files as they came, are not in an archive. */
export function missingSources(archive: ZipArchive, state: LibraryState): string[] {
  const isThere = (hash: string): boolean => archive.entries.has(`sources/${hash}`)
  const lacking = state
    .all('text')
    .filter(({ content, original }) => !isThere(content.hash) || !isThere(original.hash))
  const ids = new Set(lacking.map(({ agreementId }) => agreementId))
  return [...ids].map((id) => {
    const agreement = state.find('agreement', id)
    return agreement ? displayTitle(agreement) : id
  })
}

/** A few titles as a part of a sentence: `“A”, “B” and 3 more`. */
export function titlesInWords(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`)
  const left = titles.length - shown.length
  return left > 0 ? `${shown.join(', ')} and ${left} more` : shown.join(', ')
}
