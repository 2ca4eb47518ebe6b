import { useCallback, useEffect, type ReactNode } from 'react'
import { createBrief } from '#domain/library/changes/brief-changes.ts'
import { useCommand } from '../workspace/commands.ts'
import { takesLetters } from '../workspace/keys.ts'
import { show } from '../workspace/navigation.ts'
import { useWorkspace, type Workspace } from '../workspace/workspace.ts'
import { importing } from './importing.ts'
import { RefusedFile } from './refused-file.tsx'
import { VerifyPanel } from './verify-panel.tsx'

/** What is pasted outside a text field counts as an agreement from this many letters on; less is a slip of the hand. */
const SHORTEST_AGREEMENT = 200

/** What can be asked for while a library is open: bringing agreements in, starting briefs. */
export function LibraryCommands(): ReactNode {
  const workspace = useWorkspace()
  useCommand(
    'agreement.import',
    useCallback(() => void importing(workspace, () => workspace.client.invoke('import.choose')), [workspace]),
  )
  useCommand(
    'agreement.paste',
    useCallback(
      () => void importing(workspace, async () => [await workspace.client.invoke('import.clipboard')]),
      [workspace],
    ),
  )
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (takesLetters(document.activeElement) || text.length < SHORTEST_AGREEMENT) return
      event.preventDefault()
      void importing(workspace, async () => [await workspace.client.invoke('import.text', { text })])
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [workspace])
  useCommand(
    'brief.create',
    useCallback(() => void newBrief(workspace), [workspace]),
  )
  return (
    <>
      <VerifyPanel />
      <RefusedFile />
    </>
  )
}

async function newBrief({ commit, author }: Workspace): Promise<void> {
  const id = crypto.randomUUID()
  const operations = createBrief({ id, title: 'Untitled brief', language: 'en', paper: 'A4' }, author())
  const outcome = await commit({ action: 'brief.create', operations })
  if (outcome === 'saved') show({ kind: 'brief', briefId: id })
}
