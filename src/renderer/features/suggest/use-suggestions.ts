import { useEffect, useMemo, useState } from 'react'
import type { SuggestedTheme } from '#contract/calls.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { settledThemes } from '#domain/suggestion/passages.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { notifyError } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'

/** What has just been coded is learnt from when the analyst pauses. */
const PAUSE_MS = 1000

/**
 * The themes proposed for a provision, kept up to date; nothing before they are found. What is given or refused there
 * meanwhile is proposed no more.
 */
export function useSuggestions(
  { id: textId }: Text,
  model: TextModel,
  provision: Provision,
): readonly SuggestedTheme[] | undefined {
  const { client, projection } = useWorkspace()
  const { themes, codebooks } = useCatalog()
  const [found, setFound] = useState<{
    readonly provisionId: ProvisionId
    readonly suggestions: readonly SuggestedTheme[]
  }>()
  const provisionId = provision.id
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = (): void => {
      client
        .invoke('suggestions.list', { textId, provisionId })
        .then((suggestions) => isWanted && setFound({ provisionId, suggestions }))
        .catch((error: unknown) => {
          if (!isWanted) return
          notifyError(error)
          // There is nothing more to wait for.
          setFound({ provisionId, suggestions: [] })
        })
    }
    const askAfterPause = (): void => {
      clearTimeout(timer)
      timer = setTimeout(ask, PAUSE_MS)
    }
    ask()
    const stop = projection.onMarks(askAfterPause)
    return () => {
      isWanted = false
      clearTimeout(timer)
      stop()
    }
    // Themes and codebooks are what the suggestions are made of.
  }, [client, projection, textId, provisionId, themes, codebooks])

  const refused = model.assessments.get(provisionId)?.refusedThemes
  return useMemo(() => {
    if (found?.provisionId !== provisionId) return undefined
    const marks = model.spans.overlapping(provision.start, provision.end)
    const settled = settledThemes(provision, marks, refused ?? [])
    return found.suggestions.filter(({ themeId }) => !settled.has(themeId))
  }, [found, provisionId, provision, model.spans, refused])
}
