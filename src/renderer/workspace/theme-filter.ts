import { useMemo } from 'react'
import { create } from 'zustand'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { SpanIndex } from '#domain/annotation/span-index.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import type { TextModel } from '../projection/library-model.ts'

/** Which themes are looked at: none named means all. */
export interface ThemeFilter {
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

/** Whether an annotation is under a theme that is looked at. */
export function isLookedAt({ themeIds }: Annotation, filter: Pick<ThemeFilter, 'themeIds'>): boolean {
  return filter.themeIds.length === 0 || themeIds.some((id) => filter.themeIds.includes(id))
}

/** Annotations of a text, in reading order and by what they mark. */
interface Marks {
  readonly annotations: readonly Annotation[]
  readonly spans: SpanIndex<Annotation>
}

/** The annotations under the themes of a filter. Sought when they are asked for: a coding more costs no look at all. */
function lookedAt(spans: TextModel['spans'], filter: Pick<ThemeFilter, 'themeIds'>): Marks {
  let left: readonly Annotation[] | undefined
  return {
    get annotations() {
      left ??= spans.all.filter((annotation) => isLookedAt(annotation, filter))
      return left
    },
    spans: {
      overlapping: (start, end) =>
        spans.overlapping(start, end).filter((annotation) => isLookedAt(annotation, filter)),
    },
  }
}

/** The annotations of a text under the themes that are looked at; with those set grey where they are to be drawn. */
export function useMarksLookedAt(model: TextModel, withGrey: boolean): Marks {
  const { themeIds, others } = useThemeFilter()
  return useMemo(
    () =>
      themeIds.length === 0 || (withGrey && others === 'grey') ? model : lookedAt(model.spans, { themeIds }),
    [model, themeIds, others, withGrey],
  )
}
