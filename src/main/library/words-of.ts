import type { ContentHash } from '#domain/text/text.ts'
import type { OpenLibrary } from './open-library.ts'

/** The words of a text, by the hash of its content. @throws PactaError as the library's sources. */
export async function wordsOf({ sources }: Pick<OpenLibrary, 'sources'>, hash: ContentHash): Promise<string> {
  return Buffer.from(await sources.get(hash)).toString('utf8')
}
