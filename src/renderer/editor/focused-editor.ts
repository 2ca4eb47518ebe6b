/** An editor's own history: what was typed since it was opened. */
export interface EditorHistory {
  canUndo(): boolean
  canRedo(): boolean
  undo(): void
  redo(): void
}

let focused: EditorHistory | undefined

/** Says that the caret is in this editor. */
export function editorFocused(history: EditorHistory): void {
  focused = history
}

/** Says that the caret has left this editor. */
export function editorBlurred(history: EditorHistory): void {
  if (focused === history) focused = undefined
}

/** The history of the editor that has the caret, if one has. */
export function focusedEditor(): EditorHistory | undefined {
  return focused
}
