import { useEffect, useMemo, useState } from 'react'
import { isCodable } from '#domain/codebook/theme.ts'
import { codedPassages, countedUnits, type CountedUnit } from '#domain/suggestion/passages.ts'
import { suggestionModel, type SuggestionModel } from '#domain/suggestion/suggest.ts'
import type { TextId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { notifyError } from '../../workspace/notify.ts'
import { useAllAnnotations } from '../../workspace/use-all-annotations.ts'
import { fetchContent, useCatalog, useWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { themesInOrder } from '../../projection/library-model.ts'

/** How long words are counted before the window may draw again. */
const SLICE_MS = 6

/** What has just been coded is learnt from when the analyst pauses. */
const PAUSE_MS = 1000

/** The counted words of texts, by text: a text's words never change, so they are counted once. */
const counted = new Map<TextId, Promise<readonly CountedUnit[]>>()

/**
 * What suggestions follow from, kept up to date; nothing while it is being learnt. The text that is read teaches which
 * words are common, coded or not.
 */
export function useSuggestionModel(readId: TextId): SuggestionModel | undefined {
  const workspace = useWorkspace()
  const catalog = useCatalog()
  const annotations = useAllAnnotations(PAUSE_MS)
  const [units, setUnits] = useState<ReadonlyMap<TextId, readonly CountedUnit[]>>()
  const textIds = useMemo(
    () =>
      [...new Set([readId, ...(annotations ?? []).filter(isKept).map((a) => a.textId)])].sort().join('\n'),
    [annotations, readId],
  )
  useEffect(() => {
    let isWanted = true
    const learn = async (): Promise<void> => {
      const learnt = new Map<TextId, readonly CountedUnit[]>()
      for (const textId of textIds.split('\n').filter(Boolean))
        learnt.set(textId, await unitsOf(workspace, textId))
      if (isWanted) setUnits(learnt)
    }
    learn().catch(notifyError)
    return () => {
      isWanted = false
    }
  }, [workspace, textIds])
  return useMemo(() => {
    if (!units || !annotations) return undefined
    const analyst = workspace.author().name
    const passages = [...units].flatMap(([textId, of]) =>
      codedPassages(
        textId,
        of,
        annotations.filter((a) => a.textId === textId),
        analyst,
      ),
    )
    return suggestionModel(themesInOrder(catalog).filter(isCodable), passages)
  }, [units, annotations, catalog, workspace])
}

function unitsOf(workspace: Workspace, textId: TextId): Promise<readonly CountedUnit[]> {
  const known = counted.get(textId)
  if (known) return known
  const counting = countUnits(workspace, textId)
  counted.set(textId, counting)
  counting.catch(() => counted.delete(textId))
  return counting
}

async function countUnits(
  { client, projection }: Workspace,
  textId: TextId,
): Promise<readonly CountedUnit[]> {
  const model = await projection.loadText(textId)
  const text = projection.catalog.texts.get(textId)
  // A text whose words are missing teaches nothing; the reader says so when it is opened.
  const content = text && (await fetchContent(client, text.content.hash).catch(() => undefined))
  if (!model || content === undefined) return []
  const units: CountedUnit[] = []
  let sliceEnd = performance.now() + SLICE_MS
  for (const unit of countedUnits(model.tree, content)) {
    units.push(unit)
    if (performance.now() < sliceEnd) continue
    await new Promise((resolve) => setTimeout(resolve))
    sliceEnd = performance.now() + SLICE_MS
  }
  return units
}
