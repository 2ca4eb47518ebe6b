import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor, type LexicalNode } from 'lexical'

let current: LexicalEditor | undefined

/** Says which editor the page of the open brief is; the returned function ends that. */
export function setBriefEditor(editor: LexicalEditor): () => void {
  current = editor
  return () => {
    if (current === editor) current = undefined
  }
}

/** Inserts a block where the caret is or last was; at the end when it never was anywhere. */
export function insertIntoBrief($make: () => LexicalNode): void {
  current?.update(() => {
    const node = $make()
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $insertNodeToNearestRoot(node)
    else $getRoot().append(node)
  })
  current?.focus()
}
