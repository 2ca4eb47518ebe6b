import { freeCode } from '../../codebook/codes.ts'
import {
  byAgreement,
  effectOf,
  replacing,
  replacingIn,
  type CodingEffect,
  type Retheming,
} from '../../codebook/retheming.ts'
import type { Theme } from '../../codebook/theme.ts'
import { childrenOf, isWithin, placeOf, subtreeOf, type Themes } from '../../codebook/theme-tree.ts'
import type { Author } from '../../shared/author.ts'
import type { AgreementId, AnnotationId, TextId, ThemeId } from '../../shared/id.ts'
import { isKept } from '../../shared/trash.ts'
import { sameJson } from '../../shared/json.ts'
import type { Operation } from '../operation.ts'
import { rethemed, type Codings } from './retheme.ts'
import { createTheme, takenCodes, themeUpdates } from './theme-changes.ts'

/** Finds the agreement of a text. */
export type AgreementOf = (textId: TextId) => AgreementId | undefined

/** Whether one theme can be merged into another: both kept, and the other not below the first. */
export function canMerge(themes: Themes, from: ThemeId, into: ThemeId): boolean {
  const theme = themes.get(from)
  const target = themes.get(into)
  if (!theme || !target || !isKept(theme) || !isKept(target)) return false
  return !isWithin(themes, into, from)
}

/** What merging does to codings, before it is done. */
export function previewMerge(
  codings: Codings,
  from: ThemeId,
  into: ThemeId,
  agreementOf: AgreementOf,
): CodingEffect {
  return effectOf(codings.annotations, replacing(new Set([from]), into), agreementOf)
}

/**
 * One theme becomes part of another: its codings get the other theme, the themes below it and its examples move
 * there, and it goes to the trash with its own words. Nothing when they cannot be merged.
 */
export function mergeThemes(codings: Codings, from: ThemeId, into: ThemeId, author: Author): Operation[] {
  const { themes } = codings
  const theme = themes.get(from)
  const target = themes.get(into)
  if (!theme || !target || !canMerge(themes, from, into)) return []
  const room = childrenOf(themes, target.codebookId, into).length
  const children = childrenOf(themes, theme.codebookId, from)
  const taken =
    theme.codebookId === target.codebookId ? new Set<string>() : takenCodes(themes, target.codebookId)
  const below = children.flatMap((child, i) =>
    subtreeOf(themes, child.id).map((t) => ({
      ...t,
      codebookId: target.codebookId,
      code: freeCode(t.code, taken),
      ...(t.id === child.id ? { parentId: into, order: room + i } : {}),
    })),
  )
  const known = target.examples ?? []
  const fresh = (theme.examples ?? []).filter((e) => !known.some((other) => sameJson(other, e)))
  const examples = fresh.length === 0 ? {} : { examples: [...known, ...fresh] }
  return [
    ...rethemed(codings, replacing(new Set([from]), into), author),
    ...themeUpdates(themes, [...below, { ...target, ...examples }, trashed(theme, author)]),
  ]
}

/** What happens to the codings of a theme that is deleted: another theme takes them, or they lose it. */
export type Heir = ThemeId | undefined

/** What deleting a theme, with all below it, does to codings, before it is done. */
export function previewDelete(
  codings: Codings,
  themeId: ThemeId,
  heir: Heir,
  agreementOf: AgreementOf,
): CodingEffect {
  return effectOf(codings.annotations, deletion(codings.themes, themeId, heir), agreementOf)
}

/**
 * A theme, with all below it, in the trash. No annotation is deleted: its codings go to the heir, or lose the theme
 * and stay, as notes if it was their only one. Nothing when the heir would be deleted too.
 */
export function deleteTheme(codings: Codings, themeId: ThemeId, heir: Heir, author: Author): Operation[] {
  const { themes } = codings
  if (heir !== undefined && !canMerge(themes, themeId, heir)) return []
  return [
    ...rethemed(codings, deletion(themes, themeId, heir), author),
    ...themeUpdates(
      themes,
      subtreeOf(themes, themeId).map((theme) => trashed(theme, author)),
    ),
  ]
}

/** What splitting does to codings, before it is done: `codings` go to the new theme. */
export function previewSplit(
  codings: Codings,
  themeId: ThemeId,
  annotationIds: ReadonlySet<AnnotationId>,
  agreementOf: AgreementOf,
): CodingEffect {
  // Any name will do for a theme that no annotation has yet.
  return effectOf(
    codings.annotations,
    replacingIn(annotationIds, themeId, `split of ${themeId}`),
    agreementOf,
  )
}

/** Some codings of a theme get a new theme that stands right after it. */
export function splitTheme(
  codings: Codings,
  theme: Theme,
  into: { readonly id: ThemeId; readonly label: string },
  annotationIds: ReadonlySet<AnnotationId>,
  author: Author,
): Operation[] {
  const here = placeOf(codings.themes, theme)
  const created = createTheme(codings.themes, into, { ...here, index: here.index + 1 })
  const withColour = created.map((op) =>
    op.op === 'create' ? { ...op, value: { ...op.value, colour: theme.colour } } : op,
  )
  const retheming: Retheming = replacingIn(annotationIds, theme.id, into.id)
  return [...withColour, ...rethemed(codings, retheming, author, { ...theme, id: into.id })]
}

/** The codings that move with a theme and all below it: they keep their themes. */
export function previewMove(
  codings: Codings,
  themeId: ThemeId,
  agreementOf: AgreementOf,
): Pick<CodingEffect, 'codings' | 'byAgreement'> {
  const ids = idsBelow(codings.themes, themeId)
  const touched = codings.annotations.filter((a) => isKept(a) && a.themeIds.some((id) => ids.has(id)))
  return { codings: touched.length, byAgreement: byAgreement(touched, agreementOf) }
}

function deletion(themes: Themes, themeId: ThemeId, heir: Heir): Retheming {
  return replacing(idsBelow(themes, themeId), heir)
}

function idsBelow(themes: Themes, themeId: ThemeId): Set<ThemeId> {
  return new Set(subtreeOf(themes, themeId).map((theme) => theme.id))
}

function trashed(theme: Theme, author: Author): Theme {
  // A theme in the trash holds no number key.
  const { shortcut: _free, ...rest } = theme
  return { ...rest, trashed: { at: author.at, by: author.name } }
}
