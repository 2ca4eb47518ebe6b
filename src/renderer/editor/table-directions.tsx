import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { TableNode } from '@lexical/table'
import { $getNodeByKey } from 'lexical'
import { useEffect, type ReactNode } from 'react'
import { directionOfWords } from '#domain/rich-text/direction.ts'

/** In an editor, tables run the way their words are read: of a Persian one the first column is on the right. */
export function TableDirections(): ReactNode {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerMutationListener(TableNode, (changes) => {
        for (const [key, change] of changes) {
          const element = editor.getElementByKey(key)
          if (change === 'destroyed' || !element) continue
          const table = element instanceof HTMLTableElement ? element : element.querySelector('table')
          const words = editor.getEditorState().read(() => $getNodeByKey(key)?.getTextContent() ?? '')
          table?.setAttribute('dir', directionOfWords(words))
        }
      }),
    [editor],
  )
  return undefined
}
