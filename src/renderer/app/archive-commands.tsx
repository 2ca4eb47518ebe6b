import { useCallback, useEffect } from 'react'
import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { WaitingArchive } from '#contract/safety.ts'
import { useCommand } from '../workspace/commands.ts'
import { notify, notifyError } from '../workspace/notify.ts'

/** Opens library archives: those the user asks for here, and those opened from the file manager. */
export function ArchiveCommands({
  client,
  isStarted,
  onOpened,
}: {
  readonly client: Client
  readonly isStarted: boolean
  readonly onOpened: (info: LibraryInfo) => void
}): undefined {
  const open = useCallback(
    async (find: () => Promise<WaitingArchive | undefined>): Promise<void> => {
      const archive = await find()
      const folder = archive && (await client.invoke('archive.unpack', { token: archive.token }))
      if (!archive || !folder) return
      onOpened(await client.invoke('library.open', { token: folder.token }))
      notify(`“${archive.name}” is unpacked and open.`)
    },
    [client, onOpened],
  )
  useCommand(
    'archive.open',
    useCallback(() => void open(() => client.invoke('archive.choose')).catch(notifyError), [client, open]),
  )
  useEffect(() => {
    if (!isStarted) return undefined
    const take = (): void => void open(() => client.invoke('archive.waiting')).catch(notifyError)
    take()
    return client.on('app.archiveWaiting', take)
  }, [client, isStarted, open])
  return undefined
}
