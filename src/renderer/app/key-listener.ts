import type { Client } from '#contract/client.ts'
import { focusedEditor } from '../editor/focused-editor.ts'
import { runCommand } from '../workspace/commands.ts'
import { commandOfKey, takesLetters } from '../workspace/keys.ts'
import { leavesLetters } from '../workspace/letter-keys.ts'
import { redo, undo } from './undo.ts'

/** Whether this computer writes ⌘ where others write Ctrl. */
export const IS_MAC = navigator.userAgent.includes('Macintosh')

/**
 * Turns key presses into commands. Undo is decided here, before the editor sees it: while the caret is in an editor
 * that has something of its own to take back, the editor does; otherwise the library does.
 */
export function listenToKeys(client: Client): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const id = commandOfKey(event, IS_MAC, leavesLetters())
      if (id !== 'edit.undo' && id !== 'edit.redo') return
      const editor = focusedEditor()
      const isEditorsOwn = id === 'edit.undo' ? editor?.canUndo() : editor?.canRedo()
      // A plain text field has a history of its own, which the browser keeps.
      const isField = editor === undefined && takesLetters(document.activeElement)
      if (isEditorsOwn || isField) return
      event.preventDefault()
      event.stopPropagation()
      void (id === 'edit.undo' ? undo(client) : redo(client))
    },
    { capture: true },
  )
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    const id = commandOfKey(event, IS_MAC, leavesLetters())
    if (id === undefined || id === 'edit.undo' || id === 'edit.redo') return
    if (runCommand(id)) event.preventDefault()
  })
}
