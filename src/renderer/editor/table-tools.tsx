import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getTableCellNodeFromLexicalNode,
  $getTableNodeFromLexicalNodeOrThrow,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table'
import { $getSelection, type LexicalEditor } from 'lexical'
import { Table } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import styles from './editor.module.css'

/** What a new table has: a row of headings and two more. */
const NEW_TABLE = { rows: '3', columns: '3', includeHeaders: { rows: true, columns: false } }

/** What can be done to the table that the caret stands in. */
const IN_TABLE: readonly (readonly [label: string, run: () => void])[] = [
  ['Row above', () => void $insertTableRowAtSelection(false)],
  ['Row below', () => void $insertTableRowAtSelection(true)],
  ['Column before', () => void $insertTableColumnAtSelection(false)],
  ['Column after', () => void $insertTableColumnAtSelection(true)],
  ['Delete row', $deleteTableRowAtSelection],
  ['Delete column', $deleteTableColumnAtSelection],
  ['Delete table', $deleteTable],
]

/** A button that makes a table, and while the caret stands in one, what changes its rows and columns. */
export function TableTools(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const isInTable = useIsInTable(editor)
  return (
    <>
      <IconButton
        label="Table"
        aria-pressed={isInTable}
        disabled={isInTable}
        onClick={() => editor.dispatchCommand(INSERT_TABLE_COMMAND, NEW_TABLE)}
      >
        <Table size={15} />
      </IconButton>
      {isInTable && (
        <span className={styles['tableTools']} role="group" aria-label="Rows and columns">
          {IN_TABLE.map(([label, run]) => (
            <Button
              key={label}
              tone="quiet"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.update(run)}
            >
              {label}
            </Button>
          ))}
        </span>
      )}
    </>
  )
}

function useIsInTable(editor: LexicalEditor): boolean {
  const [isInTable, setInTable] = useState(false)
  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setInTable(editorState.read($isInTable))),
    [editor],
  )
  return isInTable
}

function $isInTable(): boolean {
  const node = $getSelection()?.getNodes()[0]
  return node !== undefined && $getTableCellNodeFromLexicalNode(node) !== null
}

function $deleteTable(): void {
  const node = $getSelection()?.getNodes()[0]
  if (node) $getTableNodeFromLexicalNodeOrThrow(node).remove()
}
