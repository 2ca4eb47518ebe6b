import type { CodebookId, ThemeId } from '../shared/id.ts'
import type { Trashable } from '../shared/trash.ts'

/** The nine families of the default codebook, each with a hue of its own; `other` is for families users add. */
export type ThemeColour =
  | 'framing'
  | 'political'
  | 'security'
  | 'economic'
  | 'energy'
  | 'environment'
  | 'society'
  | 'legal'
  | 'implementation'
  | 'other'

/** A set of themes that belong together and are versioned together. */
export interface Codebook extends Trashable {
  readonly id: CodebookId
  readonly name: string
  /** Raised with each change of meaning; an annotation says under which version it was made. */
  readonly version: number
  readonly note?: string
}

/** An analytical theme: what to look for, and how to tell it from its neighbours. */
export interface Theme extends Trashable {
  readonly id: ThemeId
  readonly codebookId: CodebookId
  readonly parentId?: ThemeId
  /** Place among its siblings, from 0. */
  readonly order: number
  /** Short and unique in its codebook: `SEC.1`. */
  readonly code: string
  readonly label: string
  readonly definition?: string
  readonly include?: string
  readonly exclude?: string
  /** Words that suggest the theme, as the source of a case-insensitive regular expression. */
  readonly signals?: string
  readonly sources?: string
  readonly colour: ThemeColour
}

/** Orders themes as their codebook does: families in order, each followed by its children. */
export function inCodebookOrder(themes: readonly Theme[]): Theme[] {
  const byParent = new Map<ThemeId | undefined, Theme[]>()
  for (const theme of themes) byParent.set(theme.parentId, [...(byParent.get(theme.parentId) ?? []), theme])
  const walk = (parentId: ThemeId | undefined): Theme[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.order - b.order)
      .flatMap((theme) => [theme, ...walk(theme.id)])
  return walk(undefined)
}

/** How a theme is named in lists and citations: `SEC.1 Mutual defence`. */
export function themeName(theme: Theme): string {
  return `${theme.code} ${theme.label}`
}

/** The outermost theme above a theme: `SEC` for `SEC.1`. A theme that is not known is its own family. */
export function familyOf(themes: ReadonlyMap<ThemeId, Theme>, id: ThemeId): ThemeId {
  const parentId = themes.get(id)?.parentId
  return parentId === undefined ? id : familyOf(themes, parentId)
}
