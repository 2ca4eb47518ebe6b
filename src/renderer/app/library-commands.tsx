import { useCallback, useEffect, type ReactNode } from 'react'
import type { ImportResult } from '#contract/calls.ts'
import { createBrief } from '#domain/library/changes/brief-changes.ts'
import { isolated } from '../ui/isolated.ts'
import { countSuspects } from '../workspace/count-suspects.ts'
import { runCommand, useCommand } from '../workspace/commands.ts'
import { takesLetters } from '../workspace/keys.ts'
import { openScreen, show } from '../workspace/navigation.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import { useWorkspace, type Workspace } from '../workspace/workspace.ts'
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
  return <VerifyPanel />
}

/** Runs an import, shows what came in, and offers to take it back. */
export async function importing(
  workspace: Workspace,
  work: () => Promise<readonly ImportResult[]>,
): Promise<void> {
  try {
    const results = await work()
    const last = results.at(-1)
    if (!last) return
    await workspace.projection.applied(last.seq)
    show({ kind: 'agreement', agreementId: last.agreementId })
    const articles = last.articles === 1 ? '1 article' : `${last.articles} articles`
    const imported = `“${isolated(last.title)}” is imported: ${articles}`
    const doubtful = await countSuspects(workspace, last.textId)
    if (doubtful === 0) notify(`${imported}.`, { label: 'Undo', run: () => runCommand('edit.undo') })
    else
      notify(`${imported}. ${doubtful === 1 ? '1 place looks' : `${doubtful} places look`} doubtful.`, {
        label: 'Review',
        run: () => openScreen({ kind: 'review', textId: last.textId }),
      })
  } catch (error) {
    notifyError(error)
  }
}

async function newBrief({ commit, author }: Workspace): Promise<void> {
  const id = crypto.randomUUID()
  const operations = createBrief({ id, title: 'Untitled brief', language: 'en', paper: 'A4' }, author())
  const outcome = await commit({ action: 'brief.create', operations })
  if (outcome === 'saved') show({ kind: 'brief', briefId: id })
}
