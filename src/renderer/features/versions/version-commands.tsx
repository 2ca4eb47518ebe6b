import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { EncodingChoices } from '#contract/encodings.ts'
import type { VersionPreview } from '#contract/versions.ts'
import type { Text } from '#domain/text/text.ts'
import { EncodingPicker } from '../../ui/encoding-picker.tsx'
import { isolated } from '../../ui/isolated.ts'
import { runCommand, useCommand } from '../../workspace/commands.ts'
import { show } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { VersionDialog } from './version-dialog.tsx'

/**
 * Importing a new version of the text that is read, from another file or from its own in another encoding: a preview,
 * one step that can be taken back.
 */
export function VersionCommands({ text }: { readonly text: Text }): ReactNode {
  const { client, projection } = useWorkspace()
  const [preview, setPreview] = useState<VersionPreview>()
  const [encodings, setEncodings] = useState<EncodingChoices>()
  const { id: textId, agreementId } = text
  useCommand(
    'agreement.version',
    useCallback(
      () => void client.invoke('version.choose', { textId }).then(setPreview, notifyError),
      [client, textId],
    ),
  )
  const hasCharacters = text.original.encoding !== undefined
  useCommand(
    'agreement.encoding',
    useMemo(
      () =>
        hasCharacters
          ? () => void client.invoke('version.encodings', { textId }).then(setEncodings, notifyError)
          : undefined,
      [client, textId, hasCharacters],
    ),
  )
  if (encodings)
    return (
      <EncodingPicker
        {...encodings}
        onClose={() => setEncodings(undefined)}
        onChoose={(encoding) =>
          void client.invoke('version.reread', { textId, encoding }).then(setPreview, notifyError)
        }
      />
    )
  if (!preview) return undefined
  const { previewId, fileName } = preview
  const cancel = (): void => {
    setPreview(undefined)
    client.invoke('version.cancel', { previewId }).catch(notifyError)
  }
  const run = async (): Promise<void> => {
    setPreview(undefined)
    try {
      const { seq } = await client.invoke('version.import', { previewId })
      await projection.applied(seq)
      show({ kind: 'agreement', agreementId })
      notify(`“${isolated(fileName)}” is imported as the new version.`, {
        label: 'Undo',
        run: () => runCommand('edit.undo'),
      })
    } catch (error) {
      notifyError(error)
    }
  }
  return <VersionDialog preview={preview} onCancel={cancel} onImport={() => void run()} />
}
