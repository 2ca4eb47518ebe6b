import type { Client } from '#contract/client.ts'
import { PactaError } from '#contract/errors.ts'
import { focusedEditor } from '../editor/focused-editor.ts'
import { flushAll } from '../workspace/flush.ts'
import { notifyError, notifyStep } from '../workspace/notify.ts'

/** Takes back the last thing done to the library, and says what. */
export async function undo(client: Client): Promise<void> {
  await step(client, 'library.undo', 'Undone')
}

/** Does the last undone thing again, and says what. */
export async function redo(client: Client): Promise<void> {
  await step(client, 'library.redo', 'Redone')
}

/** Undo as the menu means it: in the editor that has the caret if it can, else in the library. */
export async function undoAnywhere(client: Client): Promise<void> {
  const editor = focusedEditor()
  if (editor?.canUndo()) return editor.undo()
  await undo(client)
}

/** See {@link undoAnywhere}. */
export async function redoAnywhere(client: Client): Promise<void> {
  const editor = focusedEditor()
  if (editor?.canRedo()) return editor.redo()
  await redo(client)
}

async function step(client: Client, call: 'library.undo' | 'library.redo', done: string): Promise<void> {
  try {
    // What is typed and not yet saved comes before the undo.
    await flushAll()
    const { label } = await client.invoke(call)
    notifyStep(`${done}: ${label.toLowerCase()}.`)
  } catch (error) {
    if (error instanceof PactaError && error.code === 'nothing-to-undo')
      notifyStep(`Nothing to ${call === 'library.undo' ? 'undo' : 'redo'}.`)
    else notifyError(error)
  }
}
