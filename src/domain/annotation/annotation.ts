import type { RichText } from '../rich-text/rich-text.ts'
import type { AnnotationId, ProvisionId, TextId, ThemeId } from '../shared/id.ts'
import type { Author } from '../shared/author.ts'
import type { Instant } from '../shared/time.ts'
import type { Trashable } from '../shared/trash.ts'
import type { Anchor } from '../text/anchor.ts'
import type { Uncarried } from '../text/uncarried.ts'

/** What an annotation is about: chosen words, or a whole provision wherever its words stand. */
export type AnnotationTarget =
  | { readonly kind: 'span'; readonly anchor: Anchor }
  | { readonly kind: 'provision'; readonly provisionId: ProvisionId; readonly anchor: Anchor }

/** An analyst's mark on a text: what it is about, under which themes, with which note, by whom and when. */
export interface Annotation extends Trashable {
  readonly id: AnnotationId
  readonly textId: TextId
  readonly target: AnnotationTarget
  /** In the order given; the first is the main one. May be empty: a note alone is an annotation. */
  readonly themeIds: readonly ThemeId[]
  /**
   * The version of the theme's codebook that was worked with when the theme was given, by theme. Absent for what
   * was given before versions were kept.
   */
  readonly codedUnder?: Readonly<Record<ThemeId, number>>
  /** Who gave a theme, and when, by theme: of those that were given after the annotation was made. */
  readonly givenBy?: Readonly<Record<ThemeId, Author>>
  readonly note?: RichText
  /** Set when a newer version of the text has come and the annotation has stayed with this one. */
  readonly uncarried?: Uncarried
  readonly createdAt: Instant
  readonly createdBy: string
  readonly updatedAt?: Instant
  /** Who changed it last. Absent for what was changed before this was kept. */
  readonly updatedBy?: string
}

/** Reading order: by where the span starts, the longer first, then by age. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const left = a.target.anchor
  const right = b.target.anchor
  return (
    left.start - right.start ||
    right.end - left.end ||
    compareText(a.createdAt, b.createdAt) ||
    compareText(a.id, b.id)
  )
}

/**
 * The annotation after the one that is selected, or before it; without one, the first that begins at an offset or behind
 * it, or the last that begins before it. `annotations` are in reading order.
 */
export function nextAnnotation(
  annotations: readonly Annotation[],
  selected: AnnotationId | undefined,
  from: number,
  by: 1 | -1,
): Annotation | undefined {
  const at = annotations.findIndex(({ id }) => id === selected)
  if (at >= 0) return annotations[at + by]
  return by > 0
    ? annotations.find(({ target }) => target.anchor.start >= from)
    : annotations.findLast(({ target }) => target.anchor.start < from)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Whether the annotation and the range `[start, end)` share at least one character. */
export function touches(annotation: Annotation, start: number, end: number): boolean {
  const { anchor } = annotation.target
  return anchor.start < end && start < anchor.end
}

/** Tells the version of a theme's codebook that is worked with now. */
export type VersionOf = (themeId: ThemeId) => number | undefined

/** Who gave a theme of an annotation, and when. */
export function giverOf(annotation: Annotation, themeId: ThemeId): Author {
  return annotation.givenBy?.[themeId] ?? { name: annotation.createdBy, at: annotation.createdAt }
}

/**
 * The annotation with other themes. A theme that stays keeps the version it was given under, and who gave it; a new one
 * gets the version worked with now and, when it is given to an annotation that is there, its author.
 */
export function withThemes(
  annotation: Annotation,
  themeIds: readonly ThemeId[],
  versionOf: VersionOf,
  author?: Author,
): Annotation {
  const { codedUnder: before = {}, givenBy: givers = {}, ...rest } = annotation
  const versions = themeIds.flatMap((id): [ThemeId, number][] => {
    const version = annotation.themeIds.includes(id) ? before[id] : versionOf(id)
    return version === undefined ? [] : [[id, version]]
  })
  const codedUnder = versions.length === 0 ? {} : { codedUnder: Object.fromEntries(versions) }
  const given = themeIds.flatMap((id): [ThemeId, Author][] => {
    const giver = annotation.themeIds.includes(id) ? givers[id] : author
    return giver === undefined ? [] : [[id, giver]]
  })
  const givenBy = given.length === 0 ? {} : { givenBy: Object.fromEntries(given) }
  return { ...rest, themeIds, ...codedUnder, ...givenBy }
}
