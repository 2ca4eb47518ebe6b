import { $isLinkNode, LinkNode } from '@lexical/link'
import { $getNodeByKey, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical'
import { useEffect } from 'react'
import { provisionOfUrl } from '#domain/notes/provision-link.ts'
import { GONE, goneAt } from '../workspace/use-go-to-provision.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** In an editor, links to provisions that are not in the library any more look so, and say so. */
export function useGoneLinks(editor: LexicalEditor): void {
  const { projection } = useWorkspace()
  useEffect(() => {
    const links = new Set<NodeKey>()
    const mark = (key: NodeKey): void => {
      const element = editor.getElementByKey(key)
      const url = editor.getEditorState().read(() => {
        const node = $getNodeByKey(key)
        return $isLinkNode(node) ? node.getURL() : ''
      })
      const place = provisionOfUrl(url)
      const gone = place && goneAt(projection, place)
      element?.toggleAttribute('data-gone', gone !== undefined)
      if (gone) element?.setAttribute('title', GONE[gone])
      else element?.removeAttribute('title')
    }
    return mergeRegister(
      editor.registerMutationListener(LinkNode, (changes) => {
        for (const [key, change] of changes) {
          if (change === 'destroyed') links.delete(key)
          else {
            links.add(key)
            mark(key)
          }
        }
      }),
      projection.onCatalog(() => {
        for (const key of links) mark(key)
      }),
    )
  }, [editor, projection])
}
