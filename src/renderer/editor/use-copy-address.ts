import { useCallback } from 'react'
import { notifyError, notifyStep } from '../workspace/notify.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Copies the address of a link: Pacta opens nothing outside itself. */
export function useCopyAddress(): (url: string) => void {
  const { client } = useWorkspace()
  return useCallback(
    (url) => {
      client
        .invoke('clipboard.write', { text: url })
        .then(() => notifyStep(`Copied: ${url}`))
        .catch(notifyError)
    },
    [client],
  )
}
