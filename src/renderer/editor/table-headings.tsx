import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from 'lexical'
import { useEffect, type ReactNode } from 'react'

/**
 * In an editor, a cell of a heading row heads its column as soon as there are words in it, for screen readers too: an
 * empty one heads nothing, whatever it looks like, as where the note is read.
 */
export function TableHeadings(): ReactNode {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    // Of what is written in a cell, the cell itself is not told: the listeners of its mutations are not enough.
    const follow = (): void => markEmpty(editor.getRootElement())
    return mergeRegister(editor.registerRootListener(markEmpty), editor.registerUpdateListener(follow))
  }, [editor])
  return undefined
}

/** The element stays the same, because the caret is in it: only what it is for screen readers changes. */
function markEmpty(root: HTMLElement | null): void {
  for (const cell of root?.querySelectorAll('th') ?? []) {
    if (cell.textContent.trim() === '') cell.setAttribute('role', 'cell')
    else cell.removeAttribute('role')
  }
}
