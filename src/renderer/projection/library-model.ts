import type { Agreement } from '#domain/agreement/agreement.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { annotationSet, type AnnotationSet } from '#domain/annotation/annotation-set.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { inCodebookOrder, type Codebook, type Theme } from '#domain/codebook/theme.ts'
import type { ProvisionId, TextId, ThemeId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'
import type { Structure } from '#domain/structure/provision.ts'
import type { Text } from '#domain/text/text.ts'
import { currentTexts } from '#domain/text/versions.ts'

/** What is few and always at hand: everything but structures and marks. Immutable; replaced as a whole. */
export interface Catalog {
  readonly agreements: ReadonlyMap<string, Agreement>
  readonly texts: ReadonlyMap<TextId, Text>
  readonly codebooks: ReadonlyMap<string, Codebook>
  readonly themes: ReadonlyMap<ThemeId, Theme>
  readonly briefs: ReadonlyMap<string, Brief>
}

/** One text as it is worked on: its provisions and what the analyst has said about them. Immutable. */
export interface TextModel {
  readonly textId: TextId
  readonly structure: Structure
  readonly tree: ProvisionTree
  /** In reading order, without those in the trash. */
  readonly annotations: readonly Annotation[]
  /** The same by what they mark. */
  readonly spans: AnnotationSet
  readonly assessments: ReadonlyMap<ProvisionId, Assessment>
}

/** An empty catalog. */
export const EMPTY_CATALOG: Catalog = {
  agreements: new Map(),
  texts: new Map(),
  codebooks: new Map(),
  themes: new Map(),
  briefs: new Map(),
}

/** Makes the model of a text. */
export function textModel(
  structure: Structure,
  annotations: readonly Annotation[],
  assessments: readonly Assessment[],
): TextModel {
  return modelOf(
    structure,
    treeOf(structure.provisions),
    annotationSet(annotations.filter(isKept)),
    new Map(assessments.map((a) => [a.provisionId, a])),
  )
}

function modelOf(
  structure: Structure,
  tree: ProvisionTree,
  spans: AnnotationSet,
  assessments: TextModel['assessments'],
): TextModel {
  return {
    textId: structure.id,
    structure,
    tree,
    get annotations() {
      return spans.all
    },
    spans,
    assessments,
  }
}

/** A mark as it was and as it is; nothing before it was made, and after it is gone. */
interface Replaced<T> {
  readonly before: T | undefined
  readonly after: T | undefined
}

/** What has changed about a text. */
export interface TextChanges {
  readonly structure: Structure
  readonly annotations: readonly Replaced<Annotation>[]
  readonly assessments: readonly Replaced<Assessment>[]
}

/**
 * The model of a text after some of it has changed: the same as one made anew, at the cost of what has changed, because
 * a key must not wait longer when there are 10,000 annotations.
 */
export function changedTextModel(
  before: TextModel,
  { structure, annotations, assessments }: TextChanges,
): TextModel {
  const tree = before.structure === structure ? before.tree : treeOf(structure.provisions)
  const gone = annotations.flatMap((one) => (one.before && isKept(one.before) ? one.before : []))
  const come = annotations.flatMap((one) => (one.after && isKept(one.after) ? one.after : []))
  const spans = gone.length + come.length === 0 ? before.spans : before.spans.with(gone, come)
  return modelOf(structure, tree, spans, changedAssessments(before.assessments, assessments))
}

function changedAssessments(
  before: TextModel['assessments'],
  changes: TextChanges['assessments'],
): TextModel['assessments'] {
  if (changes.length === 0) return before
  const now = new Map(before)
  for (const { before: old } of changes) if (old) now.delete(old.provisionId)
  for (const { after } of changes) if (after) now.set(after.provisionId, after)
  return now
}

/**
 * The text of an agreement that is read: the chosen one while it is kept, or else the first that no newer version has
 * taken the place of.
 */
export function textOf(catalog: Catalog, agreementId: string, chosen?: TextId): Text | undefined {
  const text = chosen === undefined ? undefined : catalog.texts.get(chosen)
  if (text && text.agreementId === agreementId && isKept(text)) return text
  return currentTexts(catalog.texts, agreementId)[0]
}

/** Every text of an agreement that is not in the trash, in the order they came. */
export function textsOf(catalog: Catalog, agreementId: string): Text[] {
  return [...catalog.texts.values()].filter((text) => text.agreementId === agreementId && isKept(text))
}

/** The themes that can be given, in the order of their codebook. */
export function themesInOrder(catalog: Catalog): Theme[] {
  const isOffered = ({ codebookId }: Theme): boolean => !catalog.codebooks.get(codebookId)?.trashed
  return inCodebookOrder([...catalog.themes.values()].filter((theme) => isKept(theme) && isOffered(theme)))
}
