import type { DragEvent } from 'react'
import type { ThemeId } from '#domain/shared/id.ts'

/** What is dragged carries the theme under this type: nothing else in the window, and no other program, takes it. */
const THEME_TYPE = 'application/x-pacta-theme'

/** Begins to drag a theme. */
export function dragTheme(event: DragEvent, themeId: ThemeId): void {
  event.dataTransfer.setData(THEME_TYPE, themeId)
  event.dataTransfer.effectAllowed = 'copy'
}

/** Whether what is dragged is a theme. */
export function dragsTheme(data: DataTransfer | null): boolean {
  return data?.types.includes(THEME_TYPE) ?? false
}

/** The theme that was dropped; nothing when it was something else. */
export function droppedTheme(data: DataTransfer | null): ThemeId | undefined {
  const id = data?.getData(THEME_TYPE)
  return id === '' ? undefined : id
}
