import { useEffect } from 'react'
import { create } from 'zustand'
import type { ProvisionId, TextId } from '#domain/shared/id.ts'
import { onFlush } from './flush.ts'
import { notifyError } from './notify.ts'
import { useWorkspace, type Workspace } from './workspace.ts'

/** What has been read, by library and text. Kept by the main process, on this machine. */
const useRead = create<{ readonly byText: ReadonlyMap<string, ReadonlySet<ProvisionId>> }>(() => ({
  byText: new Map(),
}))

const NONE: ReadonlySet<ProvisionId> = new Set()

/** Those that are being asked for. */
const asked = new Set<string>()

function keyOf({ info }: Pick<Workspace, 'info'>, textId: TextId): string {
  return `${info.libraryId}/${textId}`
}

/** The provisions of a text that have been read; none while it is not known. */
export function useReadProvisions(textId: TextId | undefined): ReadonlySet<ProvisionId> {
  const workspace = useWorkspace()
  useEffect(() => {
    if (textId !== undefined) void load(workspace, textId)
  }, [workspace, textId])
  return useRead(({ byText }) => byText.get(keyOf(workspace, textId ?? ''))) ?? NONE
}

async function load(workspace: Workspace, textId: TextId): Promise<void> {
  const key = keyOf(workspace, textId)
  if (asked.has(key)) return
  asked.add(key)
  try {
    put(key, new Set(await workspace.client.invoke('reading.list', { textId })))
  } catch (error) {
    asked.delete(key)
    notifyError(error)
  }
}

function put(key: string, ids: ReadonlySet<ProvisionId>): void {
  useRead.setState(({ byText }) => ({ byText: new Map(byText).set(key, ids) }))
}

/** Whether a provision has been read. */
export function isRead(workspace: Workspace, textId: TextId, id: ProvisionId): boolean {
  return useRead.getState().byText.get(keyOf(workspace, textId))?.has(id) ?? false
}

/** Takes note that provisions have been read, or have not; waits for nothing. */
export function markRead(
  workspace: Workspace,
  textId: TextId,
  ids: readonly ProvisionId[],
  areRead: boolean,
): void {
  const before = useRead.getState().byText.get(keyOf(workspace, textId))
  // What was read before is not known yet: to write now would lose it.
  if (!before) return
  const next = new Set(before)
  for (const id of ids)
    if (areRead) next.add(id)
    else next.delete(id)
  if (next.size === before.size) return
  put(keyOf(workspace, textId), next)
  const written = workspace.client.invoke('reading.set', { textId, provisionIds: [...next] })
  // Whoever leaves at once keeps it too.
  const forget = onFlush(() => written)
  written.catch(notifyError).finally(forget)
}
