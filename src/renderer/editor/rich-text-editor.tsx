import { configExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { LinkExtension } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { RichTextExtension } from '@lexical/rich-text'
import { TableExtension } from '@lexical/table'
import { defineExtension, type AnyLexicalExtension, type Klass, type LexicalNode } from 'lexical'
import { useMemo, type ReactNode } from 'react'
import type { RichNode } from '#domain/rich-text/rich-text.ts'
import { isWebAddress } from '#domain/rich-text/web-address.ts'
import { toEditorJson } from './editor-blocks.ts'
import styles from './editor.module.css'
import { EditorSync, type SaveBlocks } from './editor-sync.tsx'
import { editorTheme } from './editor-theme.ts'
import { FootnoteList } from './footnote-list.tsx'
import { FootnoteNode } from './footnote-node.tsx'
import { PasteCleaner } from './paste-cleaner.tsx'
import { SelectionOfKeys } from './selection-of-keys.tsx'
import { TableLooks } from './table-looks.tsx'
import { UnknownBlockNode } from './unknown-block-node.tsx'

/** How many steps of typing one sitting can take back. The library's own undo goes on from there. */
const MOST_STEPS = 200

const COMMON: AnyLexicalExtension[] = [
  RichTextExtension,
  configExtension(HistoryExtension, { maxDepth: MOST_STEPS, delay: 500 }),
  ListExtension,
  // Simple grids: what a note needs, and what every reader of it can show.
  configExtension(TableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
  configExtension(LinkExtension, { validateUrl: isWebAddress, attributes: undefined }),
] as unknown as AnyLexicalExtension[]

/** Nodes of an editor's own, with the types they are kept under. Must be one constant object per kind of editor. */
export interface OwnNodes {
  readonly nodes: readonly Klass<LexicalNode>[]
  readonly types: ReadonlySet<string>
}

const NO_OWN_NODES: OwnNodes = { nodes: [], types: new Set() }

/**
 * An editor for what the analyst writes. It saves by itself while one types, and takes over what changes outside
 * it (an undo, another window). One editor per `documentKey`: another key starts another editor.
 */
export function RichTextEditor(props: {
  readonly documentKey: string
  readonly blocks: readonly RichNode[]
  readonly save: SaveBlocks
  readonly label: string
  readonly placeholder: string
  readonly own?: OwnNodes
  readonly startFocused?: boolean
  /** The look of the surface that one types on. */
  readonly className?: string | undefined
  /** Drawn with the editor's context: a toolbar, plug-ins. */
  readonly children?: ReactNode
}): ReactNode {
  return <KeyedEditor key={props.documentKey} {...props} />
}

function KeyedEditor({
  blocks,
  save,
  label,
  placeholder,
  own = NO_OWN_NODES,
  startFocused = false,
  className,
  children,
}: Omit<Parameters<typeof RichTextEditor>[0], 'documentKey'>): ReactNode {
  // Made once: another extension object would be another, empty editor. Later blocks come in through EditorSync.
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'pacta/rich-text',
        namespace: 'pacta',
        dependencies: COMMON,
        nodes: () => [UnknownBlockNode, FootnoteNode, ...own.nodes],
        theme: editorTheme,
        $initialEditorState: toEditorJson(blocks, own.types),
        // Thrown, never logged: a text that was read in part must not be saved over the whole.
        onError: (error) => {
          throw error
        },
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [],
  )
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={NOTHING}>
      <div className={styles['toolbarSlot']}>{children}</div>
      <ContentEditable
        className={`${styles['surface']} ${className ?? ''}`}
        aria-label={label}
        aria-placeholder={placeholder}
        placeholder={<p className={styles['placeholder']}>{placeholder}</p>}
        spellCheck={false}
      />
      <FootnoteList />
      <SelectionOfKeys />
      <TableLooks />
      <PasteCleaner />
      <EditorSync blocks={blocks} save={save} ownTypes={own.types} startFocused={startFocused} />
    </LexicalExtensionComposer>
  )
}

/** The surface is drawn by us, below the toolbar. */
const NOTHING = null
