import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $insertNodes } from 'lexical'
import { Asterisk } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useNewFootnote } from './footnote-list.tsx'
import { $createFootnote } from './footnote-node.tsx'

/** Puts a footnote where the caret is. */
export function FootnoteButton(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const insert = (): void =>
    editor.update(() => {
      const footnote = $createFootnote()
      $insertNodes([footnote])
      useNewFootnote.setState({ key: footnote.getKey() })
    })
  return (
    <IconButton label="Footnote" onMouseDown={(event) => event.preventDefault()} onClick={insert}>
      <Asterisk size={15} />
    </IconButton>
  )
}
