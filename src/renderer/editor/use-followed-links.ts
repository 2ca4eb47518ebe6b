import { $isLinkNode } from '@lexical/link'
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { useEffect } from 'react'
import { provisionOfUrl } from '#domain/notes/provision-link.ts'
import { useGoToProvision } from '../workspace/use-go-to-provision.ts'

/** In an editor a link to a provision is followed with Ctrl: a click or Enter alone is for writing. */
export function useFollowedLinks(editor: LexicalEditor): void {
  const go = useGoToProvision()
  useEffect(() => {
    const follow = (node: LexicalNode | null, event: MouseEvent | KeyboardEvent | null): boolean => {
      const link = node && ($isLinkNode(node) ? node : node.getParent())
      const place = $isLinkNode(link) ? provisionOfUrl(link.getURL()) : undefined
      if (!place || !event || !(event.ctrlKey || event.metaKey)) return false
      event.preventDefault()
      go(place)
      return true
    }
    return mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const anchor = event.target instanceof Element ? event.target.closest('a') : null
          return follow(anchor && $getNearestNodeFromDOMNode(anchor), event)
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => follow($nodeAtCaret(), event),
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, go])
}

/** What the caret stands in, or the link that it stands right behind or before. */
function $nodeAtCaret(): LexicalNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { offset } = selection.anchor
  const node = selection.anchor.getNode()
  const beside =
    offset === 0
      ? node.getPreviousSibling()
      : offset === node.getTextContentSize()
        ? node.getNextSibling()
        : null
  return $isLinkNode(beside) ? beside : node
}
