import type { LibraryState } from '#domain/library/library-state.ts'
import type { TextId } from '#domain/shared/id.ts'
import { codingsOf } from '#domain/suggestion/passages.ts'
import { storedAnnotations } from '../library/stored-annotations.ts'

/**
 * The texts that an analyst has coded, those coded last first. Goes through the library bit by bit, and reads nothing for
 * good.
 */
export async function codedLately(state: LibraryState, analyst: string): Promise<TextId[]> {
  const latest = new Map<TextId, string>()
  for await (const { textId, annotations } of storedAnnotations(state)) {
    const times = annotations.filter((a) => codingsOf([a], analyst).length > 0).map((a) => a.createdAt)
    const last = times.reduce((a, b) => (a > b ? a : b), '')
    if (last !== '') latest.set(textId, last)
  }
  return [...latest].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([textId]) => textId)
}
