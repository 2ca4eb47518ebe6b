import { freeCode, proposeCode } from '../../codebook/codes.ts'
import type { Theme, ThemeExample } from '../../codebook/theme.ts'
import {
  canPlace,
  childrenOf,
  placed,
  subtreeOf,
  themesOf,
  type ThemePlace,
  type Themes,
} from '../../codebook/theme-tree.ts'
import type { CodebookId, ThemeId } from '../../shared/id.ts'
import { sameJson } from '../../shared/json.ts'
import { change, create, type Operation } from '../operation.ts'

/** The codes in use in a codebook, without those of the given themes. */
export function takenCodes(
  themes: Themes,
  codebookId: CodebookId,
  except: ReadonlySet<ThemeId> = new Set(),
): Set<string> {
  return new Set(
    themesOf(themes, codebookId)
      .filter((theme) => !except.has(theme.id))
      .map((theme) => theme.code),
  )
}

/** A new theme at a place. It takes the colour of the theme it stands below, and gets a free code. */
export function createTheme(
  themes: Themes,
  input: { readonly id: ThemeId; readonly label: string; readonly code?: string },
  place: ThemePlace,
): Operation[] {
  const parent = place.parentId === undefined ? undefined : themes.get(place.parentId)
  const taken = takenCodes(themes, place.codebookId)
  const label = input.label.trim() || 'New theme'
  const theme: Theme = {
    id: input.id,
    codebookId: place.codebookId,
    ...(parent ? { parentId: parent.id } : {}),
    order: place.index,
    code: input.code === undefined ? proposeCode(label, parent?.code, taken) : freeCode(input.code, taken),
    label,
    colour: parent?.colour ?? 'other',
  }
  const siblings = placed(themes, theme, place)
  const order = siblings.find((t) => t.id === theme.id)?.order ?? place.index
  const others = siblings.filter((t) => t.id !== theme.id)
  return [create('theme', { ...theme, order }), ...themeUpdates(themes, others)]
}

/** Why a theme cannot be changed as wanted. */
export type ThemeProblem = 'code-taken' | 'code-empty' | 'label-empty'

/** What is wrong with a theme as it would become; nothing when all is well. */
export function themeProblem(themes: Themes, after: Theme): ThemeProblem | undefined {
  if (after.code.trim() === '') return 'code-empty'
  if (after.label.trim() === '') return 'label-empty'
  return takenCodes(themes, after.codebookId, new Set([after.id])).has(after.code) ? 'code-taken' : undefined
}

/** New values for fields of a theme; `undefined` and no words take a field away. */
export type ThemeEdit = {
  readonly [K in Exclude<keyof Theme, 'id' | 'trashed' | 'code' | 'label' | 'colour'>]?: Theme[K] | undefined
} & Partial<Pick<Theme, 'code' | 'label' | 'colour'>>

/**
 * The theme with other words, another colour or another key. A colour goes on to the themes below that had the same
 * one; a number key is taken from the theme that had it. Nothing when the change is none or has a problem.
 */
export function editTheme(themes: Themes, theme: Theme, edit: ThemeEdit): Operation[] {
  const after = withoutEmpty(theme, edit)
  if (themeProblem(themes, after) !== undefined) return []
  const changed = [after]
  if (after.colour !== theme.colour) {
    const below = subtreeOf(themes, theme.id).filter((t) => t.id !== theme.id && t.colour === theme.colour)
    changed.push(...below.map((t) => recoloured(t, after.colour)))
    changed[0] = recoloured(after, after.colour)
  }
  if (after.shortcut !== undefined && after.shortcut !== theme.shortcut) {
    const before = [...themes.values()].filter((t) => t.id !== theme.id && t.shortcut === after.shortcut)
    changed.push(...before.map(withoutShortcut))
  }
  return themeUpdates(themes, changed)
}

/** The theme with one more passage that shows what it means; nothing when it has this one. */
export function addExample(theme: Theme, example: ThemeExample): Operation[] {
  const examples = theme.examples ?? []
  if (examples.some((other) => sameJson(other, example))) return []
  return change('theme', theme, { ...theme, examples: [...examples, example] })
}

/** The theme without one of its examples. */
export function removeExample(theme: Theme, example: ThemeExample): Operation[] {
  const { examples = [], ...rest } = theme
  const left = examples.filter((other) => !sameJson(other, example))
  return change('theme', theme, left.length === 0 ? rest : { ...rest, examples: left })
}

/**
 * The theme, with all below it, at another place; in another codebook its codes change where they are taken there.
 * Its codings stay with it. Nothing when it may not stand there.
 */
export function moveTheme(themes: Themes, theme: Theme, place: ThemePlace): Operation[] {
  if (!canPlace(themes, theme.id, place)) return []
  const moved = placed(themes, theme, place)
  if (place.codebookId === theme.codebookId) return themeUpdates(themes, moved)
  const taken = takenCodes(themes, place.codebookId)
  const recode = (t: Theme): Theme => {
    const code = freeCode(t.code, taken)
    taken.add(code)
    return { ...t, codebookId: place.codebookId, code }
  }
  const below = subtreeOf(themes, theme.id).slice(1)
  return themeUpdates(
    themes,
    [...moved, ...below].map((t) => (t.id === theme.id || below.includes(t) ? recode(t) : t)),
  )
}

/** Operations that make the themes what they are here. */
export function themeUpdates(themes: Themes, after: readonly Theme[]): Operation[] {
  return after.flatMap((theme) => {
    const before = themes.get(theme.id)
    return before ? change('theme', before, theme) : []
  })
}

/** The place after the last theme of a codebook, or of those below a theme. */
export function lastPlace(themes: Themes, codebookId: CodebookId, parentId?: ThemeId): ThemePlace {
  const index = childrenOf(themes, codebookId, parentId).length
  return { codebookId, ...(parentId === undefined ? {} : { parentId }), index }
}

function recoloured(theme: Theme, colour: Theme['colour']): Theme {
  const { foreignColour: _theirs, ...rest } = theme
  return { ...rest, colour }
}

function withoutShortcut(theme: Theme): Theme {
  const { shortcut: _taken, ...rest } = theme
  return rest
}

/** Words that were emptied are words that are not there. */
function withoutEmpty(theme: Theme, edit: ThemeEdit): Theme {
  const code = (edit.code ?? theme.code).trim()
  const label = (edit.label ?? theme.label).trim()
  const kept = Object.entries({ ...theme, ...edit, code, label }).filter(
    ([name, value]) => value !== undefined && (value !== '' || name === 'code' || name === 'label'),
  )
  // Safe: only optional fields were left out.
  return Object.fromEntries(kept) as unknown as Theme
}
