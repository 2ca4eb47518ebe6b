import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from 'lexical'
import { useEffect, type ReactNode } from 'react'
import { directionOfWords } from '#domain/rich-text/direction.ts'

/**
 * In an editor, tables follow what is written in them. They run the way their words are read: of a Persian one the first column is
 * on the right. A cell of a heading row heads its column once there are words in it, for screen readers too: an empty one heads
 * nothing, whatever it looks like, as where the note is read.
 */
export function TableLooks(): ReactNode {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    // Of what is written in a cell neither the cell nor its table is told: the listeners of their mutations are not enough.
    const follow = (): void => followWords(editor.getRootElement())
    return mergeRegister(editor.registerRootListener(followWords), editor.registerUpdateListener(follow))
  }, [editor])
  return undefined
}

/** The elements stay the same, because the caret is in one of them: only their attributes change. */
function followWords(root: HTMLElement | null): void {
  for (const table of root?.querySelectorAll('table') ?? []) {
    table.dir = directionOfWords(table.textContent)
    for (const cell of table.querySelectorAll('th')) {
      if (cell.textContent.trim() === '') cell.setAttribute('role', 'cell')
      else cell.removeAttribute('role')
    }
  }
}
