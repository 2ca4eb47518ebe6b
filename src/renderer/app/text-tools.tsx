import { useCallback, useState, type ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import type { Place } from '#domain/library/changes/code-places.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { AnnotationActions } from '../features/annotate/annotation-actions.ts'
import { CodePlacesDialog } from '../features/annotate/code-places-dialog.tsx'
import { FindBar } from '../features/reader/find-bar.tsx'
import { useFind } from '../features/reader/find-state.ts'
import { useCommand } from '../workspace/commands.ts'

/** What stands over the text: the search in it, and the coding of what was found. */
export function TextTools({
  content,
  tree,
  themes,
  actions,
}: {
  readonly content: string
  readonly tree: ProvisionTree
  readonly themes: readonly Theme[]
  readonly actions: AnnotationActions
}): ReactNode {
  const [places, setPlaces] = useState<readonly Place[]>()
  const hasHits = useFind(({ hits }) => hits.length > 0)
  const ask = useCallback(() => setPlaces(useFind.getState().hits), [])
  useCommand('annotate.hits', hasHits ? ask : undefined)
  const close = (): void => setPlaces(undefined)
  return (
    <>
      <FindBar content={content} tree={tree} />
      {places && (
        <CodePlacesDialog
          places={places}
          content={content}
          tree={tree}
          themes={themes}
          onCode={(chosen, themeId) => {
            close()
            void actions.codePlaces('annotation.hits', chosen, themeId)
          }}
          onClose={close}
        />
      )}
    </>
  )
}
