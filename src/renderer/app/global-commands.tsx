import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Catalog } from '../projection/library-model.ts'
import { useCommand } from '../workspace/commands.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { notifyError } from '../workspace/notify.ts'
import { isDark } from './appearance.ts'
import { Guide } from './guide.tsx'
import { Palette } from './palette.tsx'
import { setAppearance, stepLooks, toggleLetterKeys } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'
import { redoAnywhere, undoAnywhere } from './undo.ts'

/** What can be asked for anywhere: libraries, undo, the palette, the looks of the window, help. */
export function GlobalCommands({
  client,
  catalog,
  onOpened,
}: {
  readonly client: Client
  /** What the open library holds, for the palette; asked for when it opens. */
  readonly catalog: () => Catalog | undefined
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
  useLooksCommands(client)
  useCommand('view.sidebar', toggleSidebar)
  useCommand('view.inspector', toggleInspector)
  const close = (): void => setPanel(undefined)
  return (
    <>
      {panel === 'palette' && <Palette open catalog={catalog()} onClose={close} />}
      <Shortcuts open={panel === 'shortcuts'} onClose={close} />
      <Guide open={panel === 'guide'} onClose={close} />
    </>
  )
}

const toggleSidebar = (): void => useNavigation.setState(({ sidebarOpen }) => ({ sidebarOpen: !sidebarOpen }))
const toggleInspector = (): void =>
  useNavigation.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen }))

function useLooksCommands(client: Client): void {
  const run = useMemo(() => {
    const step = (size: number, lines: number) => (): void =>
      void stepLooks(client, size, lines).catch(notifyError)
    return {
      larger: step(1, 0),
      smaller: step(-1, 0),
      wider: step(0, 1),
      narrower: step(0, -1),
      usual: step(0, 0),
      letterKeys: () => void toggleLetterKeys(client).catch(notifyError),
    }
  }, [client])
  useCommand('view.textLarger', run.larger)
  useCommand('view.textSmaller', run.smaller)
  useCommand('view.textWider', run.wider)
  useCommand('view.textNarrower', run.narrower)
  useCommand('view.textUsual', run.usual)
  useCommand('view.letterKeys', run.letterKeys)
}

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
