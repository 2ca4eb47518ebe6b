import { useEffect, useState, type ReactNode } from 'react'
import type { EncodingChoices } from '#contract/encodings.ts'
import { EncodingPicker } from '../ui/encoding-picker.tsx'
import { notifyError } from '../workspace/notify.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { importing, useRefusedFile } from './importing.ts'

/** Asks for the encoding of the file that was refused last, and imports it in that. */
export function RefusedFile(): ReactNode {
  const workspace = useWorkspace()
  const { client } = workspace
  const { isAsked } = useRefusedFile()
  const [choices, setChoices] = useState<EncodingChoices>()
  useEffect(() => {
    if (isAsked) client.invoke('import.encodings').then(setChoices, notifyError)
  }, [client, isAsked])
  if (!isAsked || !choices) return undefined
  return (
    <EncodingPicker
      {...choices}
      onClose={() => {
        setChoices(undefined)
        useRefusedFile.setState({ isAsked: false })
      }}
      onChoose={(encoding) =>
        void importing(workspace, async () => [await client.invoke('import.as', { encoding })])
      }
    />
  )
}
