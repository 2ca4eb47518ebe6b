import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import { isPassing } from './commit.ts'
import { notifyError } from './notify.ts'
import type { Workspace } from './workspace.ts'

/**
 * Saves what has been typed in one sitting. False when the disk refuses for now: the editor still holds the words
 * and tries again with all that has been typed by then. True also when the change does not fit any more, which is
 * told to the user once.
 */
export async function saveTyped(
  { client, projection }: Workspace,
  action: ActionName,
  sitting: string,
  operations: readonly Operation[],
): Promise<boolean> {
  if (operations.length === 0) return true
  try {
    const { seq } = await client.invoke('library.commit', { action, group: sitting, operations })
    await projection.applied(seq)
    return true
  } catch (error) {
    if (isPassing(error)) return false
    notifyError(error)
    return true
  }
}
