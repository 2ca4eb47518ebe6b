import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import { isPassing } from './commit.ts'
import { notifyError } from './notify.ts'
import type { Workspace } from './workspace.ts'

/** Sittings of which something is on its way to the disk. */
const onTheWay = new Set<string>()

/**
 * Saves what has been typed in one sitting. While something of the same sitting is still on its way (a disk that
 * hangs), what has been typed since is kept as a draft, and the answer is false. False when the disk refuses for now: the editor still holds the words
 * and tries again with all that has been typed by then. True also when the change does not fit any more, which is
 * told to the user once.
 */
export async function saveTyped(
  { client, info: { libraryId }, projection }: Workspace,
  action: ActionName,
  sitting: string,
  operations: readonly Operation[],
): Promise<boolean> {
  if (operations.length === 0) return true
  const transaction = { action, group: sitting, operations }
  if (onTheWay.has(sitting)) {
    await client.invoke('drafts.keep', { libraryId, transaction }).catch(notifyError)
    return false
  }
  onTheWay.add(sitting)
  try {
    const { seq } = await client.invoke('library.commit', { libraryId, transaction })
    await projection.applied(seq)
    return true
  } catch (error) {
    if (isPassing(error)) return false
    notifyError(error)
    return true
  } finally {
    onTheWay.delete(sitting)
  }
}
