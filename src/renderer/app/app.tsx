import { useCallback, type ReactNode } from 'react'
import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { Welcome } from '../features/library/welcome.tsx'
import { useCommand } from '../workspace/commands.ts'
import { notifyError } from '../workspace/notify.ts'
import { WorkspaceContext } from '../workspace/workspace.ts'
import { ArchiveCommands } from './archive-commands.tsx'
import { GlobalCommands } from './global-commands.tsx'
import { Opening } from './opening.tsx'
import { enterLibrary, leaveLibrary, useStage } from './session.ts'
import { Workbench } from './workbench.tsx'

/** The window: the first screen, a library being opened, or the workbench. */
export function App({ client }: { readonly client: Client }): ReactNode {
  const { stage } = useStage()
  const opened = useCallback(
    (info: LibraryInfo) => {
      enterLibrary(client, info).catch(notifyError)
    },
    [client],
  )
  const close = useCallback(() => {
    leaveLibrary(client).catch(notifyError)
  }, [client])
  useCommand('library.close', stage.kind === 'open' ? close : undefined)
  return (
    <>
      <GlobalCommands
        client={client}
        catalog={() => (stage.kind === 'open' ? stage.workspace.projection.catalog : undefined)}
        onOpened={opened}
      />
      <ArchiveCommands client={client} isStarted={stage.kind !== 'starting'} onOpened={opened} />
      {stage.kind === 'welcome' && (
        <Welcome
          client={client}
          suggested={stage.start.suggested}
          recent={stage.start.recent}
          onOpened={opened}
        />
      )}
      {stage.kind === 'opening' && <Opening name={stage.info.name} share={stage.share} />}
      {stage.kind === 'open' && (
        <WorkspaceContext value={stage.workspace}>
          <Workbench />
        </WorkspaceContext>
      )}
    </>
  )
}
