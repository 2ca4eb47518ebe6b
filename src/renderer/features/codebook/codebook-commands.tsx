import { useCallback, useState, type ReactNode } from 'react'
import type { ExchangedCodebook } from '#domain/codebook/exchanged.ts'
import { createCodebook } from '#domain/library/changes/codebook-changes.ts'
import { isKept } from '#domain/shared/trash.ts'
import { useCommand } from '../../workspace/commands.ts'
import { openScreen, useNavigation } from '../../workspace/navigation.ts'
import { notifyError } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import { ImportDialog } from './import-dialog.tsx'

/** What can be asked of codebooks anywhere in a library: open one, begin one, bring one in. */
export function CodebookCommands(): ReactNode {
  const { client, commit } = useWorkspace()
  const catalog = useCatalog()
  const view = useNavigation((state) => state.view)
  const [read, setRead] = useState<ExchangedCodebook>()

  const first = [...catalog.codebooks.values()].find(isKept)
  const open = useCallback(() => first && openScreen({ kind: 'codebook', codebookId: first.id }), [first])
  useCommand('codebook.open', first ? open : undefined)

  const begin = useCallback(() => {
    const id = crypto.randomUUID()
    const operations = createCodebook({ id, name: 'New codebook' })
    void commit({ action: 'codebook.create', operations }).then(
      (outcome) => outcome === 'saved' && openScreen({ kind: 'codebook', codebookId: id }),
    )
  }, [commit])
  useCommand('codebook.create', begin)

  const bring = useCallback(() => {
    client.invoke('codebook.read').then(setRead).catch(notifyError)
  }, [client])
  useCommand('codebook.import', bring)

  if (!read) return undefined
  const current = view.kind === 'codebook' ? catalog.codebooks.get(view.codebookId) : undefined
  return <ImportDialog exchanged={read} current={current} onClose={() => setRead(undefined)} />
}
