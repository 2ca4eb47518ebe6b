import type { Annotation } from '#domain/annotation/annotation.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { TextId } from '#domain/shared/id.ts'
import { codingsOf } from '#domain/suggestion/passages.ts'
import { makePause } from '../files/pause.ts'

/**
 * The texts that an analyst has coded, those coded last first. Goes through the library bit by bit, and reads nothing for
 * good.
 */
export async function codedLately(state: LibraryState, analyst: string): Promise<TextId[]> {
  const pause = makePause()
  const latest = new Map<TextId, string>()
  for (const { textId, stored } of state.storedTexts()) {
    await pause()
    // Safe: annotations are kept as annotations.
    const annotations = stored().annotations.map((json) => JSON.parse(json) as Annotation)
    const times = annotations.filter((a) => codingsOf([a], analyst).length > 0).map((a) => a.createdAt)
    const last = times.reduce((a, b) => (a > b ? a : b), '')
    if (last !== '') latest.set(textId, last)
  }
  return [...latest].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([textId]) => textId)
}
