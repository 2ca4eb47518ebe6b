import type { Operation } from '../library/operation.ts'
import { create } from '../library/operation.ts'
import type { CodebookId, Ids } from '../shared/id.ts'
import { freeCode, LONGEST_CODE, proposeCode } from './codes.ts'
import { hexOf, nearestColour } from './colours.ts'
import type { Codebook, Theme, ThemeColour } from './theme.ts'
import { childrenOf, type Themes } from './theme-tree.ts'

/** How long one explanation of a theme may be, in UTF-16 units. */
export const LONGEST_EXPLANATION = 100_000

/** How long the label of a theme may be. */
const LONGEST_LABEL = 500

/** A theme as it travels between programs. */
export interface ExchangedTheme {
  readonly label: string
  readonly code?: string
  readonly definition?: string
  readonly include?: string
  readonly exclude?: string
  readonly signals?: string
  readonly sources?: string
  /** Passages without the texts they come from. */
  readonly examples?: readonly string[]
  /** `#RRGGBB`, in capitals. */
  readonly colour?: string
  readonly shortcut?: number
  readonly codable: boolean
  readonly guid?: string
  readonly children: readonly ExchangedTheme[]
}

/** A codebook as it travels between programs. */
export interface ExchangedCodebook {
  readonly name: string
  readonly themes: readonly ExchangedTheme[]
  /** What the file says beyond that, and what is not taken over: said before anything is imported. */
  readonly leftOut: readonly LeftOut[]
}

/** Something of a file that is not taken over as it stands there. */
export interface LeftOut {
  readonly what: 'sets' | 'unknown-columns' | 'unknown-parents' | 'unlinked-examples'
  readonly count: number
}

/** A codebook of the library, for other programs. `guidOf` names a theme there. */
export function exchangedCodebook(
  codebook: Codebook,
  themes: Themes,
  guidOf: (theme: Theme) => string,
): ExchangedCodebook {
  const below = (parent: Theme | undefined): ExchangedTheme[] =>
    childrenOf(themes, codebook.id, parent?.id).map((theme) => {
      const { code, label, definition, include, exclude, signals, sources, shortcut } = theme
      const quotes = theme.examples?.map((example) => example.quote) ?? []
      return withoutAbsent({
        label,
        code,
        definition,
        include,
        exclude,
        signals,
        sources,
        examples: quotes.length === 0 ? undefined : quotes,
        colour: theme.foreignColour ?? hexOf(theme.colour),
        shortcut,
        codable: theme.codable !== false,
        guid: guidOf(theme),
        children: below(theme),
      })
    })
  return { name: codebook.name, themes: below(undefined), leftOut: [] }
}

/** How many themes there are, those below others too. */
export function countThemes(themes: readonly ExchangedTheme[]): number {
  return themes.reduce((sum, theme) => sum + 1 + countThemes(theme.children), 0)
}

/** A theme whose code was taken and that gets another one. */
export interface Recoded {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** What importing would do. */
export interface ImportPlan {
  readonly operations: readonly Operation[]
  readonly themes: number
  readonly recoded: readonly Recoded[]
}

/**
 * Plans the import of a codebook: as one of its own, or behind the themes of one that is there. Every theme comes
 * in; one whose code is taken gets a code that is free, so that nothing is dropped or mixed up.
 */
export function planImport(
  exchanged: ExchangedCodebook,
  library: { readonly themes: Themes; readonly into: CodebookId | undefined },
  ids: Ids,
): ImportPlan {
  const codebookId = library.into ?? ids.next()
  const present = [...library.themes.values()].filter((theme) => theme.codebookId === codebookId)
  const taken = new Set(present.filter((theme) => !theme.trashed).map((theme) => theme.code))
  const guids = new Set(present.map((theme) => theme.guid))
  // Number keys are the library's own: an import takes none away.
  const keys = new Set([...library.themes.values()].map((theme) => theme.shortcut))
  const first = childrenOf(library.themes, codebookId, undefined).length
  const recoded: Recoded[] = []
  const codeOf = (theme: ExchangedTheme, parent: Theme | undefined): string => {
    if (theme.code === undefined) return proposeCode(theme.label, parent?.code, taken)
    const code = freeCode(theme.code, taken)
    if (code !== theme.code) recoded.push({ label: theme.label, from: theme.code, to: code })
    return code
  }
  const build = (theme: ExchangedTheme, order: number, parent: Theme | undefined): Theme[] => {
    const code = codeOf(theme, parent)
    taken.add(code)
    const { guid, shortcut } = theme
    const keepsGuid = guid !== undefined && !guids.has(guid)
    if (keepsGuid) guids.add(guid)
    const keepsKey = shortcut !== undefined && !keys.has(shortcut)
    if (keepsKey) keys.add(shortcut)
    const { definition, include, exclude, signals, sources } = theme
    const isCut = theme.label.length > LONGEST_LABEL
    const built: Theme = withoutAbsent({
      id: ids.next(),
      codebookId,
      parentId: parent?.id,
      order,
      code,
      label: theme.label.slice(0, LONGEST_LABEL).trim() || code,
      definition: isCut ? `${theme.label}\n\n${definition ?? ''}`.trim() : definition,
      include,
      exclude,
      signals,
      sources,
      examples: theme.examples?.map((quote) => ({ quote })),
      ...colourOf(theme, parent),
      shortcut: keepsKey ? shortcut : undefined,
      codable: theme.codable ? undefined : false,
      guid: keepsGuid ? guid : undefined,
    })
    return [built, ...theme.children.flatMap((child, i) => build(child, i, built))]
  }
  const themes = exchanged.themes.flatMap((theme, i) => build(theme, first + i, undefined))
  const codebook: Codebook = { id: codebookId, name: exchanged.name, version: 1 }
  return {
    operations: [
      ...(library.into === undefined ? [create('codebook', codebook)] : []),
      ...themes.map((theme) => create('theme', theme)),
    ],
    themes: themes.length,
    recoded,
  }
}

/** Whether a code can be taken over as it is. */
export function isCode(written: string): boolean {
  return written !== '' && written.length <= LONGEST_CODE && written === written.trim()
}

function colourOf(
  theme: ExchangedTheme,
  parent: Theme | undefined,
): { readonly colour: ThemeColour; readonly foreignColour?: string } {
  if (theme.colour === undefined) return { colour: parent?.colour ?? 'other' }
  const colour = nearestColour(theme.colour)
  return hexOf(colour) === theme.colour ? { colour } : { colour, foreignColour: theme.colour }
}

/** An object without the fields that are `undefined`, typed as what it then is. */
export function withoutAbsent<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Safe for fields that may be absent, and only such are given as undefined.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
