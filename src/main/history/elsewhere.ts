import type { Elsewhere } from '#domain/library/changes/correction-follows.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { Text } from '#domain/text/text.ts'
import { earlierVersions } from '#domain/text/versions.ts'

/** What stands elsewhere in a library and may name places of a text. */
export function elsewhereOf(state: LibraryState, text: Text): Elsewhere {
  const texts = new Map(state.all('text').map((one) => [one.id, one]))
  const earlier = earlierVersions(texts, text).flatMap(({ id }) => [
    ...state.annotationsOf(id).map((value) => ({ kind: 'annotation' as const, value })),
    ...state.assessmentsOf(id).map((value) => ({ kind: 'assessment' as const, value })),
  ])
  return { briefs: state.all('brief'), themes: state.all('theme'), earlier }
}
