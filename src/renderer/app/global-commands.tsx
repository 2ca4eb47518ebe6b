import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { describeCommand, type CommandId } from '#contract/commands.ts'
import { Modal } from '../ui/modal.tsx'
import { Picker } from '../ui/picker.tsx'
import { availableCommands, onCommandsChanged, runCommand, useCommand } from '../workspace/commands.ts'
import { printedKeys } from '../workspace/keys.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { notifyError } from '../workspace/notify.ts'
import { isDark } from './appearance.ts'
import { Guide } from './guide.tsx'
import { IS_MAC } from './key-listener.ts'
import { setAppearance } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'
import { redoAnywhere, undoAnywhere } from './undo.ts'

/** What can be asked for anywhere: libraries, undo, the palette, the looks of the window, help. */
export function GlobalCommands({
  client,
  onOpened,
}: {
  readonly client: Client
  readonly onOpened: (info: LibraryInfo) => void
}): ReactNode {
  const [panel, setPanel] = useState<'palette' | 'shortcuts' | 'guide'>()
  useCommand(
    'view.palette',
    useCallback(() => setPanel('palette'), []),
  )
  useCommand(
    'help.shortcuts',
    useCallback(() => setPanel('shortcuts'), []),
  )
  useCommand(
    'help.guide',
    useCallback(() => setPanel('guide'), []),
  )
  useCommand(
    'edit.undo',
    useCallback(() => void undoAnywhere(client), [client]),
  )
  useCommand(
    'edit.redo',
    useCallback(() => void redoAnywhere(client), [client]),
  )
  useCommand('library.create', useLibraryCommand(client, 'create', onOpened))
  useCommand('library.open', useLibraryCommand(client, 'open', onOpened))
  useCommand(
    'view.appearance',
    useCallback(() => void setAppearance(client, isDark() ? 'light' : 'dark').catch(notifyError), [client]),
  )
  useCommand('view.sidebar', toggleSidebar)
  useCommand('view.inspector', toggleInspector)
  const close = (): void => setPanel(undefined)
  return (
    <>
      <Palette open={panel === 'palette'} onClose={close} />
      <Shortcuts open={panel === 'shortcuts'} onClose={close} />
      <Guide open={panel === 'guide'} onClose={close} />
    </>
  )
}

const toggleSidebar = (): void => useNavigation.setState(({ sidebarOpen }) => ({ sidebarOpen: !sidebarOpen }))
const toggleInspector = (): void =>
  useNavigation.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen }))

function useLibraryCommand(
  client: Client,
  purpose: 'create' | 'open',
  onOpened: (info: LibraryInfo) => void,
): () => void {
  return useCallback(() => {
    const run = async (): Promise<void> => {
      const chosen = await client.invoke('folder.choose', { purpose })
      if (!chosen) return
      const call = purpose === 'create' ? 'library.create' : 'library.open'
      onOpened(await client.invoke(call, { token: chosen.token }))
    }
    run().catch(notifyError)
  }, [client, purpose, onOpened])
}

function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const commands = useAvailable()
  const choices = commands
    .filter((id) => id !== 'view.palette')
    .map((id) => ({
      id,
      words: describeCommand(id).label,
      content: describeCommand(id).label,
      keys: printedKeys(id, IS_MAC),
    }))
  return (
    <Modal open={open} onClose={onClose} title="Search or do">
      <Picker
        label="Search or do"
        placeholder="Search or do…"
        groups={[{ choices }]}
        empty="No command has these words."
        onChoose={(id) => {
          onClose()
          runCommand(id as CommandId)
        }}
      />
    </Modal>
  )
}

let snapshot: readonly CommandId[] = []

function useAvailable(): readonly CommandId[] {
  return useSyncExternalStore(onCommandsChanged, () => {
    const now = availableCommands()
    if (now.join() !== snapshot.join()) snapshot = now
    return snapshot
  })
}
