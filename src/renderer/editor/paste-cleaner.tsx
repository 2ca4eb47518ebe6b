import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $generateNodesFromDOM } from '@lexical/html'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getSelection, COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from 'lexical'
import { useEffect } from 'react'
import { cleanPaste } from './clean-paste.ts'

/** What the editor itself has copied carries its nodes; that is taken as it is. */
const OWN_TYPE = 'application/x-lexical-editor'

/** Whether nodes were copied in an editor of ours: other programs are made with the same editor. */
function isOwn(copied: string): boolean {
  try {
    return (JSON.parse(copied) as { readonly namespace?: unknown }).namespace === 'pacta'
  } catch {
    return false
  }
}

/** Cleans what is pasted from elsewhere. */
export function PasteCleaner(): undefined {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const data = event instanceof ClipboardEvent ? event.clipboardData : null
          const html = data?.getData('text/html') ?? ''
          const selection = $getSelection()
          if (html === '' || !selection || isOwn(data?.getData(OWN_TYPE) ?? '')) return false
          event.preventDefault()
          $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, cleanPaste(html)), selection)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  )
}
