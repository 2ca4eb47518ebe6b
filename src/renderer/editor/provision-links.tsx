import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
} from '@lexical/react/LexicalTypeaheadMenuPlugin'
import {
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isTextNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { provisionOfUrl, provisionsNamed, provisionUrl } from '#domain/notes/provision-link.ts'
import type { AgreementId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { useGoToProvision } from '../workspace/use-go-to-provision.ts'
import { useShownText } from '../workspace/use-shown-text.ts'
import { useProvisionTree } from '../workspace/workspace.ts'
import styles from './provision-links.module.css'

/** `@` and what follows it up to the caret. */
const TYPED = /(?:^|[\s(（])(@([\p{L}\p{N}().\u200c]+(?: {1,2}[\p{L}\p{N}().]+)?))$/u

class ProvisionOption extends MenuOption {
  readonly provision: Provision

  constructor(provision: Provision) {
    super(provision.id)
    this.provision = provision
  }
}

/**
 * Links to provisions in a note: `@art 5` offers the provisions meant, and the one chosen becomes a link that shows
 * its label. Escape leaves the words as they are.
 */
export function ProvisionLinks({ agreementId }: { readonly agreementId: AgreementId }): ReactNode {
  const [editor] = useLexicalComposerContext()
  useFollowedLinks(editor)
  const tree = useProvisionTree(useShownText(agreementId)?.id)
  const [typed, setTyped] = useState<string>()
  const options = useMemo(
    () =>
      tree && typed !== undefined
        ? provisionsNamed(tree, typed).map((provision) => new ProvisionOption(provision))
        : [],
    [tree, typed],
  )
  if (!tree) return undefined

  const choose = (option: ProvisionOption, words: TextNode | null, close: () => void): void => {
    editor.update(() => {
      const { id: provisionId } = option.provision
      const link = $createLinkNode(provisionUrl({ agreementId, provisionId }))
      link.append($createTextNode(citationLabel(tree, option.provision)))
      // Letters may come faster than the menu follows; what it left of the words typed goes too.
      const before = words?.getPreviousSibling()
      if (words && !words.getTextContent().startsWith('@') && $isTextNode(before)) {
        const left = before.getTextContent()
        before.setTextContent(left.slice(0, Math.max(0, left.lastIndexOf('@'))))
      }
      words?.replace(link)
      const space = $createTextNode(' ')
      link.insertAfter(space)
      space.select()
      close()
    })
  }
  return (
    <LexicalTypeaheadMenuPlugin<ProvisionOption>
      onQueryChange={(query) => setTyped(query ?? undefined)}
      onSelectOption={choose}
      options={options}
      anchorClassName={styles['anchor'] ?? ''}
      triggerFn={(text) => {
        const match = TYPED.exec(text)
        const [, whole, query] = match ?? []
        if (!match || whole === undefined || query === undefined) return null
        const leadOffset = match.index + match[0].length - whole.length
        return { leadOffset, matchingString: query, replaceableString: whole }
      }}
      menuRenderFn={menuOf(tree, options)}
    />
  )
}

/** In an editor a link is followed with Ctrl: a click or Enter alone is for writing. */
function useFollowedLinks(editor: LexicalEditor): void {
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
        (event) => follow($getSelection()?.getNodes()[0] ?? null, event),
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, go])
}

/** Draws the provisions meant, below the caret. */
function menuOf(tree: ProvisionTree, options: readonly ProvisionOption[]): MenuRenderFn<ProvisionOption> {
  return (anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) => {
    if (!anchor.current || options.length === 0) return null
    const entries = options.map((option, i) => (
      <button
        key={option.key}
        ref={(element) => option.setRefElement(element)}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={i === selectedIndex}
        onPointerEnter={() => setHighlightedIndex(i)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => selectOptionAndCleanUp(option)}
      >
        {citationLabel(tree, option.provision)}
        <span dir="auto">{option.provision.heading}</span>
      </button>
    ))
    const list = (
      <div className={styles['menu']} role="listbox" aria-label="Provisions">
        {entries}
      </div>
    )
    return createPortal(list, anchor.current)
  }
}
