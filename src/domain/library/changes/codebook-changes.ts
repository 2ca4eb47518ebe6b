import type { Codebook, CodebookVersion, FrozenTheme, Theme } from '../../codebook/theme.ts'
import { themesOf, type Themes } from '../../codebook/theme-tree.ts'
import type { Author } from '../../shared/author.ts'
import type { CodebookId } from '../../shared/id.ts'
import { sameJson } from '../../shared/json.ts'
import { change, changeList, create, type Operation } from '../operation.ts'

/** A new codebook without themes. */
export function createCodebook(input: { readonly id: CodebookId; readonly name: string }): Operation[] {
  return [create('codebook', { id: input.id, name: input.name.trim() || 'New codebook', version: 1 })]
}

/** The codebook under another name or with another note; an empty name changes nothing. */
export function editCodebook(
  codebook: Codebook,
  edit: { readonly name?: string; readonly note?: string },
): Operation[] {
  const name = (edit.name ?? codebook.name).trim()
  if (name === '') return []
  const { note: _old, ...rest } = codebook
  const note = (edit.note ?? codebook.note ?? '').trim()
  return change('codebook', codebook, { ...rest, name, ...(note === '' ? {} : { note }) })
}

/**
 * The codebook moved to the trash. Its themes and the codings made with them stay as they are, so that both come
 * back with it; meanwhile its themes are not offered.
 */
export function trashCodebook(codebook: Codebook, author: Author): Operation[] {
  return change('codebook', codebook, { ...codebook, trashed: { at: author.at, by: author.name } })
}

/** What the themes of a codebook mean now. */
export function frozenThemes(themes: Themes, codebookId: CodebookId): FrozenTheme[] {
  return themesOf(themes, codebookId).map(frozen)
}

/** Whether the themes mean what they meant in the version frozen last; false when there is none. */
export function isUnchangedSinceVersion(codebook: Codebook, themes: Themes): boolean {
  const last = codebook.versions?.at(-1)
  return last !== undefined && sameJson(last.themes, frozenThemes(themes, codebook.id))
}

/**
 * Freezes what the themes mean now, under a name, and begins the next version: codings from now on are made with
 * that one. An empty name changes nothing.
 */
export function freezeVersion(
  codebook: Codebook,
  themes: Themes,
  versionName: string,
  author: Author,
): Operation[] {
  const name = versionName.trim()
  if (name === '') return []
  const version: CodebookVersion = {
    number: codebook.version,
    name,
    at: author.at,
    by: author.name,
    themes: frozenThemes(themes, codebook.id),
  }
  const raised = { ...codebook, version: codebook.version + 1 }
  if (!codebook.versions) return change('codebook', codebook, { ...raised, versions: [version] })
  return [
    // A list of snapshots grows long: only the new one is written.
    ...changeList('codebook', codebook, 'versions', [...codebook.versions, version]),
    ...change('codebook', codebook, raised),
  ]
}

/** How a theme differs from what it was in a version. */
export interface VersionDifference {
  readonly added: readonly FrozenTheme[]
  readonly removed: readonly FrozenTheme[]
  readonly changed: readonly { readonly before: FrozenTheme; readonly after: FrozenTheme }[]
}

/** What has changed in the meaning of themes between two states of a codebook. */
export function differenceOf(
  before: readonly FrozenTheme[],
  after: readonly FrozenTheme[],
): VersionDifference {
  const old = new Map(before.map((theme) => [theme.id, theme]))
  const now = new Set(after.map((theme) => theme.id))
  return {
    added: after.filter((theme) => !old.has(theme.id)),
    removed: before.filter((theme) => !now.has(theme.id)),
    changed: after.flatMap((theme) => {
      const was = old.get(theme.id)
      return was && !sameJson(was, theme) ? [{ before: was, after: theme }] : []
    }),
  }
}

function frozen(theme: Theme): FrozenTheme {
  const { id, parentId, code, label, definition, include, exclude } = theme
  return {
    id,
    ...(parentId === undefined ? {} : { parentId }),
    code,
    label,
    ...(definition === undefined ? {} : { definition }),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
  }
}
