import { change, create, type Operation } from '../operation.ts'
import { withNote } from './note-changes.ts'
import type { RichText } from '../../rich-text/rich-text.ts'
import type { Author } from '../../shared/author.ts'
import type { AnnotationId, TextId, ThemeId } from '../../shared/id.ts'
import type { Anchor } from '../../text/anchor.ts'
import {
  withThemes,
  type Annotation,
  type AnnotationTarget,
  type VersionOf,
} from '../../annotation/annotation.ts'

/** Where no versions of codebooks are known. */
const NO_VERSION: VersionOf = () => undefined

/** A new annotation. `versionOf` says under which version of its codebook each theme is given. */
export function addAnnotation(
  input: {
    readonly id: AnnotationId
    readonly textId: TextId
    readonly target: AnnotationTarget
    readonly themeIds: readonly ThemeId[]
  },
  author: Author,
  versionOf: VersionOf = NO_VERSION,
): Operation[] {
  const { themeIds, ...rest } = input
  const bare: Annotation = { ...rest, themeIds: [], createdAt: author.at, createdBy: author.name }
  return [create('annotation', withThemes(bare, themeIds, versionOf))]
}

/** The annotation under other themes. */
export function setThemes(
  annotation: Annotation,
  themeIds: readonly ThemeId[],
  author: Author,
  versionOf: VersionOf = NO_VERSION,
): Operation[] {
  return edited(annotation, withThemes(annotation, themeIds, versionOf, author), author)
}

/** The annotation with another note; a note without a word and without a block of its own is no note. */
export function setNote(annotation: Annotation, note: RichText, author: Author): Operation[] {
  return edited(annotation, withNote(annotation, note), author)
}

/** The annotation about other words. What is about a whole provision stays so. */
export function setAnchor(annotation: Annotation, anchor: Anchor, author: Author): Operation[] {
  if (annotation.target.kind !== 'span') return []
  return edited(annotation, { ...annotation, target: { kind: 'span', anchor } }, author)
}

/** The annotation moved to the trash. */
export function trashAnnotation(annotation: Annotation, author: Author): Operation[] {
  return change('annotation', annotation, { ...annotation, trashed: { at: author.at, by: author.name } })
}

function edited(before: Annotation, after: Annotation, author: Author): Operation[] {
  const operations = change('annotation', before, after)
  return operations.length === 0
    ? []
    : change('annotation', before, { ...after, updatedAt: author.at, updatedBy: author.name })
}
