import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  BLUR_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { useEffect, useRef } from 'react'
import type { RichNode } from '#domain/rich-text/rich-text.ts'
import { sameJson } from '#domain/shared/json.ts'
import { onFlush } from '../workspace/flush.ts'
import { makeAutosave } from './autosave.ts'
import { fromEditorState, toEditorJson } from './editor-blocks.ts'
import { editorBlurred, editorFocused, type EditorHistory } from './focused-editor.ts'

/** Saves blocks; false when the disk refuses for now. */
export type SaveBlocks = (blocks: readonly RichNode[]) => Promise<boolean>

/** The tag of updates that come from outside: they are not saved back. */
const FROM_OUTSIDE = 'pacta-from-outside'

/** Ties an editor to what is kept: typing is saved, and what changes elsewhere is taken over. */
export function EditorSync({
  blocks,
  save,
  ownTypes,
  startFocused,
}: {
  readonly blocks: readonly RichNode[]
  readonly save: SaveBlocks
  readonly ownTypes: ReadonlySet<string>
  readonly startFocused: boolean
}): undefined {
  const [editor] = useLexicalComposerContext()
  /** The blocks that the editor and the library last agreed on. */
  const agreed = useRef(blocks)
  const latestSave = useRef(save)
  useEffect(() => {
    latestSave.current = save
  }, [save])

  useEffect(() => {
    const autosave = makeAutosave(async () => {
      const typed = fromEditorState(editor.getEditorState().toJSON())
      if (sameJson(typed, agreed.current)) return true
      const before = agreed.current
      // Agreed while it is on its way, so that its own echo is not taken for a change from outside.
      agreed.current = typed
      const taken = await latestSave.current(typed)
      if (!taken) agreed.current = before
      return taken
    })
    const history = historyOf(editor)
    const unregister = mergeRegister(
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0
        if (changed && !tags.has(FROM_OUTSIDE)) autosave.touch()
      }),
      editor.registerCommand(FOCUS_COMMAND, () => (editorFocused(history), false), COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          editorBlurred(history)
          void autosave.flush()
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      onFlush(() => autosave.flush()),
    )
    return () => {
      editorBlurred(history)
      void autosave.flush()
      unregister()
    }
  }, [editor])

  useEffect(() => {
    if (sameJson(blocks, agreed.current)) return
    agreed.current = blocks
    editor.setEditorState(editor.parseEditorState(toEditorJson(blocks, ownTypes)), { tag: FROM_OUTSIDE })
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  }, [editor, blocks, ownTypes])

  useEffect(() => {
    if (startFocused) editor.focus()
  }, [editor, startFocused])

  return undefined
}

function historyOf(editor: LexicalEditor): EditorHistory {
  const { output } = getExtensionDependencyFromEditor(editor, HistoryExtension)
  return {
    canUndo: () => output.canUndo.value,
    canRedo: () => output.canRedo.value,
    undo: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => editor.dispatchCommand(REDO_COMMAND, undefined),
  }
}
