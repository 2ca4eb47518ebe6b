import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { useEffect, type ReactNode } from 'react'

/**
 * Keys held with Ctrl or Cmd act on what is selected when they are pressed. The browser tells a selection made by key
 * a moment later, and Lexical 0.52 believes it only when told: Shift+Ctrl+← and at once Ctrl+B would format
 * what was selected before.
 */
export function SelectionOfKeys(): ReactNode {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.ctrlKey || event.metaKey) $takeSelectionOfWindow(editor)
          return false
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  )
  return null
}

function $takeSelectionOfWindow(editor: LexicalEditor): void {
  const held = $getSelection()
  // Selected cells and blocks have no counterpart in the window.
  if (held !== null && !$isRangeSelection(held)) return
  // What Lexical itself has just selected is not yet in the window.
  if (held?.dirty) return
  const shown = $createRangeSelectionFromDom(window.getSelection(), editor)
  // The same place stays as it is held: it knows also what has been made bold for the words to come.
  if (!shown || (held?.anchor.is(shown.anchor) && held.focus.is(shown.focus))) return
  const node = shown.anchor.getNode()
  if ($isTextNode(node)) shown.format = node.getFormat()
  $setSelection(shown)
}
