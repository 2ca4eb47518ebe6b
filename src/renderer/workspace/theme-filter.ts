import { useMemo } from 'react'
import { create } from 'zustand'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import { withSubtrees, type Themes } from '#domain/codebook/theme-tree.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import type { TextModel } from '../projection/library-model.ts'
import { useCatalog } from './workspace.ts'

/** Which themes are looked at, each with those below it: none named means all. */
interface ThemeFilter {
  readonly themeIds: readonly ThemeId[]
  /** What becomes of the other annotations in the text. */
  readonly others: 'hidden' | 'grey'
}

/** The themes that are looked at now, in every text. */
export const useThemeFilter = create<ThemeFilter>(() => ({ themeIds: [], others: 'hidden' }))

/** Looks at one theme more, or no longer. */
export function toggleTheme(themeId: ThemeId): void {
  useThemeFilter.setState(({ themeIds }) => ({
    themeIds: themeIds.includes(themeId) ? themeIds.filter((id) => id !== themeId) : [...themeIds, themeId],
  }))
}

/** Looks at all themes again. */
export function showAllThemes(): void {
  useThemeFilter.setState({ themeIds: [], others: 'hidden' })
}

/** The themes that are looked at, with those below the ones that were chosen; nothing means all. */
export type ThemesShown = ReadonlySet<ThemeId> | undefined

/** The themes that are looked at now. */
export function useThemesShown(): ThemesShown {
  const { themes } = useCatalog()
  const { themeIds } = useThemeFilter()
  return useMemo(() => themesShown(themes, themeIds), [themes, themeIds])
}

/** What chosen themes let be seen. */
export function themesShown(themes: Themes, chosen: readonly ThemeId[]): ThemesShown {
  return chosen.length === 0 ? undefined : withSubtrees(themes, chosen)
}

/** Whether an annotation is under a theme that is looked at. */
export function isLookedAt({ themeIds }: Pick<Annotation, 'themeIds'>, shown: ThemesShown): boolean {
  return shown === undefined || themeIds.some((id) => shown.has(id))
}

/** Annotations of a text, in reading order and by what they mark. */
interface Marks {
  readonly annotations: readonly Annotation[]
  readonly spans: SpanIndex<Annotation>
}

/** The annotations under some themes. Sought when they are asked for: a coding more costs no look at all. */
function lookedAt(spans: TextModel['spans'], shown: ThemesShown): Marks {
  let left: readonly Annotation[] | undefined
  return {
    get annotations() {
      left ??= spans.all.filter((annotation) => isLookedAt(annotation, shown))
      return left
    },
    spans: {
      overlapping: (start, end) =>
        spans.overlapping(start, end).filter((annotation) => isLookedAt(annotation, shown)),
    },
  }
}

/** The annotations of a text under the themes that are looked at; with those set grey where they are to be drawn. */
export function useMarksLookedAt(model: TextModel, withGrey: boolean): Marks {
  const shown = useThemesShown()
  const { others } = useThemeFilter()
  return useMemo(
    () => (shown === undefined || (withGrey && others === 'grey') ? model : lookedAt(model.spans, shown)),
    [model, shown, others, withGrey],
  )
}
