import { create } from 'zustand'
import type { Themes } from '#domain/codebook/theme-tree.ts'
import type { ThemeId } from '#domain/shared/id.ts'

/** What is asked about the selected theme, or about the codebook. */
export type Asking = 'merge' | 'split' | 'move' | 'delete' | 'versions'

interface CodebookView {
  readonly themeId: ThemeId | undefined
  /** The theme whose name is being typed in the tree. */
  readonly renamingId: ThemeId | undefined
  readonly closed: ReadonlySet<ThemeId>
  readonly asking: Asking | undefined
}

/** Where the user is in the codebook. */
export const useCodebookView = create<CodebookView>(() => ({
  themeId: undefined,
  renamingId: undefined,
  closed: new Set(),
  asking: undefined,
}))

/** Opens or closes what stands below a theme. */
export function setClosed(themeId: ThemeId, isClosed: boolean): void {
  useCodebookView.setState(({ closed }) => {
    const next = new Set(closed)
    if (isClosed) next.add(themeId)
    else next.delete(themeId)
    return { closed: next }
  })
}

/** Looks at a theme, with everything open that it stands in. */
export function openTheme(themes: Themes, themeId: ThemeId): void {
  useCodebookView.setState({ themeId })
  let outer = themes.get(themeId)?.parentId
  for (let steps = 0; outer !== undefined && steps < themes.size; steps++) {
    setClosed(outer, false)
    outer = themes.get(outer)?.parentId
  }
}
