import type { Annotation } from '#domain/annotation/annotation.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { TextId } from '#domain/shared/id.ts'
import { makePause } from '../files/pause.ts'

/**
 * Goes through every annotation of a library as it is now, text by text, for what nobody waits for: others get their turn
 * in between, and nothing is kept that had not been read before.
 */
export async function* storedAnnotations(
  state: LibraryState,
): AsyncGenerator<{ readonly textId: TextId; readonly annotations: readonly Annotation[] }> {
  const pause = makePause()
  for (const { textId, stored } of state.storedTexts()) {
    await pause()
    // Safe: annotations are kept as annotations.
    yield { textId, annotations: stored().annotations.map((json) => JSON.parse(json) as Annotation) }
  }
}
