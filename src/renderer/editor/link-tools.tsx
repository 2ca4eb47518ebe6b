import { $isLinkNode, $toggleLink } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { Link2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { isWebAddress, webAddress } from '#domain/rich-text/web-address.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { signOf } from '../workspace/key-signs.ts'
import styles from './editor.module.css'
import { useCopyAddress } from './use-copy-address.ts'

/** What the link is about that is being made or changed. */
interface Subject {
  readonly selection: RangeSelection
  /** The address that it has now. */
  readonly url: string | undefined
}

/** Makes the selected words a link to the web, changes its address, or takes the link away. Nothing is ever opened. */
export function LinkTools(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const [subject, setSubject] = useState<Subject>()
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || signOf(event) !== 'K') return false
          event.preventDefault()
          setSubject($subject())
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  )
  const close = (): void => {
    setSubject(undefined)
    editor.focus()
  }
  return (
    <>
      <IconButton
        label="Link (Ctrl+Shift+K)"
        aria-expanded={subject !== undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (subject ? close() : setSubject(editor.read($subject)))}
      >
        <Link2 size={15} />
      </IconButton>
      {subject && <LinkForm editor={editor} subject={subject} onClose={close} />}
    </>
  )
}

function LinkForm({
  editor,
  subject,
  onClose,
}: {
  readonly editor: LexicalEditor
  readonly subject: Subject
  readonly onClose: () => void
}): ReactNode {
  const [typed, setTyped] = useState(subject.url ?? '')
  const address = webAddress(typed)
  const copyAddress = useCopyAddress()
  const set = (url: string | null): void => {
    editor.update(() => $setLink(subject.selection, url))
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the key of the field inside
    <form
      className={styles['linkForm']}
      aria-label="Link"
      onSubmit={(event) => {
        event.preventDefault()
        if (address !== undefined) set(address)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <input
        // oxlint-disable-next-line jsx_a11y/no-autofocus -- the form was asked for to type the address
        autoFocus
        dir="ltr"
        aria-label="Address of the link"
        placeholder="https://…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={address === undefined}>
        {subject.url === undefined ? 'Make link' : 'Change'}
      </Button>
      {subject.url !== undefined && (
        <>
          <Button onClick={() => copyAddress(subject.url ?? '')}>Copy</Button>
          <Button onClick={() => set(null)}>Remove</Button>
        </>
      )}
    </form>
  )
}

/** The selected words, and the link to the web that they stand in. */
function $subject(): Subject | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const url = $linkAt(selection.anchor.getNode()) ?? $linkAt(selection.focus.getNode())
  return { selection: selection.clone(), url }
}

function $linkAt(node: LexicalNode): string | undefined {
  const link = [node, ...node.getParents()].find($isLinkNode)
  const url = link?.getURL()
  return url !== undefined && isWebAddress(url) ? url : undefined
}

/** Gives words an address, or takes it away. Without words the address itself is written. */
function $setLink(selection: RangeSelection, url: string | null): void {
  const place = selection.clone()
  $setSelection(place)
  if (place.isCollapsed() && url !== null && $linkAt(place.anchor.getNode()) === undefined) {
    const words = $createTextNode(url.replace(/^(?:https?:\/\/|mailto:)/i, ''))
    place.insertNodes([words])
    words.select(0, words.getTextContentSize())
  }
  $toggleLink(url)
}
