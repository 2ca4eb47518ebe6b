import { create } from 'zustand'
import type { ImportResult } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { isolated } from '../ui/isolated.ts'
import { runCommand } from '../workspace/commands.ts'
import { countSuspects } from '../workspace/count-suspects.ts'
import { openScreen, show } from '../workspace/navigation.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Whether the analyst has asked to say how the file that was refused last is written. */
export const useRefusedFile = create<{ readonly isAsked: boolean }>(() => ({ isAsked: false }))

/** Tells why an import failed; of a file whose encoding is not known, the analyst can say which it is. */
function notifyRefusal(error: unknown): void {
  const isAboutEncoding =
    error instanceof PactaError && (error.code === 'file-encoding' || error.code === 'file-mixed-encoding')
  notifyError(
    error,
    isAboutEncoding
      ? { label: 'Choose the encoding…', run: () => useRefusedFile.setState({ isAsked: true }) }
      : undefined,
  )
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
    notifyRefusal(error)
  }
}
