import type { RichText } from '../rich-text/rich-text.ts'
import type { CodebookId, TextId, ThemeId } from '../shared/id.ts'
import type { Instant } from '../shared/time.ts'
import type { Trashable } from '../shared/trash.ts'
import type { Anchor } from '../text/anchor.ts'

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
  /** The versions that were frozen, the oldest first. Each has a number below `version`. */
  readonly versions?: readonly CodebookVersion[]
}

/** What the themes of a codebook meant when a version was frozen. Never changed afterwards. */
export interface CodebookVersion {
  readonly number: number
  readonly name: string
  readonly at: Instant
  readonly by: string
  readonly themes: readonly FrozenTheme[]
}

/** A theme as a version keeps it: its meaning and its place, without what only helps to work with it. */
export type FrozenTheme = Pick<
  Theme,
  'id' | 'parentId' | 'code' | 'label' | 'definition' | 'include' | 'exclude'
>

/** A passage that shows what a theme means. */
export interface ThemeExample {
  readonly quote: string
  /** Where it stands; absent when it came with a codebook from elsewhere. */
  readonly source?: { readonly textId: TextId; readonly anchor: Anchor }
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
  /** What the analyst writes about the theme. */
  readonly note?: RichText
  readonly examples?: readonly ThemeExample[]
  readonly colour: ThemeColour
  /** The colour of another program, `#RRGGBB`: handed on again while the analyst has chosen none of ours. */
  readonly foreignColour?: string
  /** The number key that always gives this theme, 1 to 9. */
  readonly shortcut?: number
  /** `false` for a theme that only holds others together and is not given itself. */
  readonly codable?: boolean
  /** How other programs know it: the GUID of REFI-QDA. */
  readonly guid?: string
}

/** Orders themes as their codebooks do: one codebook after the other, each theme followed by its children. */
export function inCodebookOrder(themes: readonly Theme[]): Theme[] {
  const byParent = new Map<ThemeId | undefined, Theme[]>()
  for (const theme of themes) {
    const siblings = byParent.get(theme.parentId)
    if (siblings) siblings.push(theme)
    else byParent.set(theme.parentId, [theme])
  }
  const walk = (parentId: ThemeId | undefined): Theme[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.order - b.order)
      .flatMap((theme) => [theme, ...walk(theme.id)])
  const ordered = walk(undefined)
  const codebooks = new Set(themes.map((theme) => theme.codebookId))
  return [...codebooks].flatMap((id) => ordered.filter((theme) => theme.codebookId === id))
}

/** Whether a theme can be given to a passage: it is kept, and more than a heading for others. */
export function isCodable(theme: Theme): boolean {
  return theme.trashed === undefined && theme.codable !== false
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
