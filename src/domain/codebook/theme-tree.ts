import type { CodebookId, ThemeId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'
import { inCodebookOrder, type Theme } from './theme.ts'

/** Themes by id, as the library holds them: those in the trash too. */
export type Themes = ReadonlyMap<ThemeId, Theme>

/** Where a theme stands: below which theme, if any, and as which of its children, from 0. */
export interface ThemePlace {
  readonly codebookId: CodebookId
  readonly parentId?: ThemeId
  readonly index: number
}

/** The kept themes of a codebook, each followed by its children. */
export function themesOf(themes: Themes, codebookId: CodebookId): Theme[] {
  return inCodebookOrder([...themes.values()].filter((t) => t.codebookId === codebookId && isKept(t)))
}

/** The kept themes directly below a theme, or the outermost ones of a codebook, in order. */
export function childrenOf(themes: Themes, codebookId: CodebookId, parentId: ThemeId | undefined): Theme[] {
  return [...themes.values()]
    .filter((t) => t.codebookId === codebookId && t.parentId === parentId && isKept(t))
    .sort((a, b) => a.order - b.order)
}

/** A theme and all kept themes below it, outermost first. */
export function subtreeOf(themes: Themes, id: ThemeId): Theme[] {
  const theme = themes.get(id)
  if (!theme) return []
  return [theme, ...childrenOf(themes, theme.codebookId, id).flatMap((child) => subtreeOf(themes, child.id))]
}

/** Whether a theme is another one or stands below it. */
export function isWithin(themes: Themes, id: ThemeId, outer: ThemeId): boolean {
  // Counted, so that a damaged library with a ring in it does not hang the program.
  let at: ThemeId | undefined = id
  for (let steps = 0; at !== undefined && steps <= themes.size; steps++) {
    if (at === outer) return true
    at = themes.get(at)?.parentId
  }
  return false
}

/** Some themes and every theme below them. */
export function withSubtrees(themes: Themes, ids: readonly ThemeId[]): ReadonlySet<ThemeId> {
  if (ids.length === 0) return new Set()
  return new Set(
    [...ids, ...themes.keys()].filter(
      (id) => ids.includes(id) || ids.some((outer) => isWithin(themes, id, outer)),
    ),
  )
}

/** How many themes stand above a theme. */
export function depthOf(themes: Themes, theme: Theme): number {
  const parent = theme.parentId === undefined ? undefined : themes.get(theme.parentId)
  return parent ? 1 + depthOf(themes, parent) : 0
}

/** Where a theme stands now. */
export function placeOf(themes: Themes, theme: Theme): ThemePlace {
  const { codebookId, parentId } = theme
  const index = childrenOf(themes, codebookId, parentId).findIndex((t) => t.id === theme.id)
  return { codebookId, ...(parentId === undefined ? {} : { parentId }), index }
}

/** Whether a theme may stand there: not below itself. */
export function canPlace(themes: Themes, id: ThemeId, place: ThemePlace): boolean {
  return place.parentId === undefined || !isWithin(themes, place.parentId, id)
}

/** The step of a theme by keyboard: among its siblings, out of its parent, or into the sibling before it. */
export type ThemeStep = 'up' | 'down' | 'in' | 'out'

/** Where a step leads; nothing when there is nowhere to go. */
export function placeAfterStep(themes: Themes, theme: Theme, step: ThemeStep): ThemePlace | undefined {
  const here = placeOf(themes, theme)
  const siblings = childrenOf(themes, theme.codebookId, theme.parentId)
  if (step === 'up') return here.index > 0 ? { ...here, index: here.index - 1 } : undefined
  if (step === 'down') {
    return here.index < siblings.length - 1 ? { ...here, index: here.index + 1 } : undefined
  }
  if (step === 'in') {
    const before = siblings[here.index - 1]
    if (!before) return undefined
    const index = childrenOf(themes, theme.codebookId, before.id).length
    return { codebookId: theme.codebookId, parentId: before.id, index }
  }
  const parent = theme.parentId === undefined ? undefined : themes.get(theme.parentId)
  if (!parent) return undefined
  const outer = placeOf(themes, parent)
  return { ...outer, index: outer.index + 1 }
}

/**
 * The themes that change when one moves to a place: itself, and the siblings whose numbers make room or close up.
 * `index` counts the siblings without the theme itself. Nothing changes when it stands there already.
 */
export function placed(themes: Themes, theme: Theme, place: ThemePlace): Theme[] {
  const { codebookId, parentId } = place
  const others = childrenOf(themes, codebookId, parentId).filter((t) => t.id !== theme.id)
  const index = Math.min(Math.max(place.index, 0), others.length)
  const { parentId: _old, ...rest } = theme
  const moved: Theme = { ...rest, codebookId, ...(parentId === undefined ? {} : { parentId }) }
  const after = [...others.slice(0, index), moved, ...others.slice(index)].map((t, order) => ({
    ...t,
    order,
  }))
  return after.filter((t) => {
    const before = themes.get(t.id)
    return before?.order !== t.order || before.parentId !== t.parentId || before.codebookId !== t.codebookId
  })
}
