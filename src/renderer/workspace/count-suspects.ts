import { suspectsOf } from '#domain/structure/doubts.ts'
import type { TextId } from '#domain/shared/id.ts'
import { fetchContent, type Workspace } from './workspace.ts'

/** How many provisions of a text should be looked at. */
export async function countSuspects({ client, projection }: Workspace, textId: TextId): Promise<number> {
  const model = await projection.loadText(textId)
  const text = projection.catalog.texts.get(textId)
  if (!model || !text) return 0
  return suspectsOf(model.tree, await fetchContent(client, text.content.hash)).length
}
