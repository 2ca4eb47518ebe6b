import { create } from 'zustand'
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
