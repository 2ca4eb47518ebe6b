import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $dfs } from '@lexical/utils'
import { $getNodeByKey, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type NodeKey } from 'lexical'
import { useEffect, useState, type ReactNode } from 'react'
import { create } from 'zustand'
import styles from './editor.module.css'
import { $bodyOf, $isFootnote, $setBody } from './footnote-node.tsx'

interface Footnote {
  readonly key: NodeKey
  readonly body: string
}

/** The footnote that was just put into the text, and is to be written. */
export const useNewFootnote = create<{ readonly key: NodeKey | undefined }>(() => ({ key: undefined }))

/** What the footnotes of an editor say, below it, to be written there. Deleting the mark deletes the footnote. */
export function FootnoteList(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const footnotes = useFootnotes(editor)
  if (footnotes.length === 0) return undefined
  return (
    <ol className={styles['footnotes']} aria-label="Footnotes">
      {footnotes.map(({ key, body }, i) => (
        <li key={key}>
          <FootnoteField
            body={body}
            footnoteKey={key}
            number={i + 1}
            onChange={(changed) =>
              editor.update(
                () => {
                  const node = $getNodeByKey(key)
                  if ($isFootnote(node)) $setBody(node, changed)
                },
                // The caret is here, not in the text.
                { tag: SKIP_DOM_SELECTION_TAG },
              )
            }
            onLeave={() => {
              // Back to where one was writing: behind the mark.
              editor.update(() => void $getNodeByKey(key)?.selectNext(0, 0))
              editor.focus()
            }}
          />
        </li>
      ))}
    </ol>
  )
}

function FootnoteField({
  footnoteKey,
  body,
  number,
  onChange,
  onLeave,
}: {
  readonly footnoteKey: NodeKey
  readonly body: string
  readonly number: number
  readonly onChange: (body: string) => void
  readonly onLeave: () => void
}): ReactNode {
  const isNew = useNewFootnote(({ key }) => key === footnoteKey)
  return (
    <textarea
      ref={(field) => {
        if (!field || !isNew) return
        field.focus()
        useNewFootnote.setState({ key: undefined })
      }}
      rows={1}
      dir="auto"
      aria-label={`Footnote ${number}`}
      placeholder="What the footnote says"
      value={body}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    />
  )
}

function useFootnotes(editor: LexicalEditor): readonly Footnote[] {
  const [footnotes, setFootnotes] = useState<readonly Footnote[]>(() =>
    editor.getEditorState().read($readFootnotes),
  )
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
        const next = editorState.read($readFootnotes)
        setFootnotes((before) => (isSame(before, next) ? before : next))
      }),
    [editor],
  )
  return footnotes
}

function $readFootnotes(): Footnote[] {
  return $dfs().flatMap(({ node }) =>
    $isFootnote(node) ? [{ key: node.getKey(), body: $bodyOf(node) }] : [],
  )
}

function isSame(a: readonly Footnote[], b: readonly Footnote[]): boolean {
  return a.length === b.length && a.every(({ key, body }, i) => key === b[i]?.key && body === b[i].body)
}
