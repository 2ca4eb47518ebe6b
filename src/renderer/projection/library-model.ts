import type { Agreement } from '#domain/agreement/agreement.ts'
import { compareAnnotations, type Annotation } from '#domain/annotation/annotation.ts'
import { spanIndex, type SpanIndex } from '#domain/annotation/span-index.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { inCodebookOrder, type Codebook, type Theme } from '#domain/codebook/theme.ts'
import type { AnnotationId, ProvisionId, TextId, ThemeId } from '#domain/shared/id.ts'
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
  /** The annotations by what they mark. */
  readonly spans: SpanIndex<Annotation>
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
  const sorted = annotations.filter(isKept).sort(compareAnnotations)
  return {
    textId: structure.id,
    structure,
    tree: treeOf(structure.provisions),
    annotations: sorted,
    spans: spanIndex(sorted, ({ target }) => target.anchor),
    assessments: new Map(assessments.map((a) => [a.provisionId, a])),
  }
}

/** What has changed about a text. */
export interface TextChanges {
  readonly structure: Structure
  /** The annotations that have changed, by id, as they are now; nothing for those that are gone. */
  readonly annotations: ReadonlyMap<AnnotationId, Annotation | undefined>
  readonly assessments: readonly Assessment[]
}

/**
 * The model of a text after some of it has changed: the same as one made anew, at the cost of what has changed and
 * one pass over the rest, because a key must not wait for 10,000 annotations to be sorted.
 */
export function changedTextModel(
  before: TextModel,
  { structure, annotations, assessments }: TextChanges,
): TextModel {
  const merged = annotations.size === 0 ? before.annotations : mergedInto(before.annotations, annotations)
  return {
    textId: structure.id,
    structure,
    tree: before.structure === structure ? before.tree : treeOf(structure.provisions),
    annotations: merged,
    spans: merged === before.annotations ? before.spans : spanIndex(merged, ({ target }) => target.anchor),
    assessments: new Map(assessments.map((a) => [a.provisionId, a])),
  }
}

/** So many changes are put in one by one; more are merged in one pass. */
const FEW = 16

function mergedInto(
  sorted: readonly Annotation[],
  changed: TextChanges['annotations'],
): readonly Annotation[] {
  if (changed.size > FEW) return mergedInOnePass(sorted, changed)
  const merged = [...sorted]
  for (const [id, annotation] of changed) {
    // Few changes cost no look at each of 10,000 but this one, which stops early.
    const old = merged.findIndex((one) => one.id === id)
    if (old >= 0) merged.splice(old, 1)
    if (annotation && isKept(annotation)) merged.splice(placeFor(annotation, merged), 0, annotation)
  }
  return merged
}

/** Where an annotation belongs among sorted ones. */
function placeFor(annotation: Annotation, sorted: readonly Annotation[]): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && compareAnnotations(other, annotation) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function mergedInOnePass(sorted: readonly Annotation[], changed: TextChanges['annotations']): Annotation[] {
  const added = [...changed.values()]
    .filter((annotation) => annotation !== undefined)
    .filter(isKept)
    .sort(compareAnnotations)
  const merged: Annotation[] = []
  let next = 0
  for (const annotation of sorted) {
    if (changed.has(annotation.id)) continue
    for (let item = added[next]; item && compareAnnotations(item, annotation) < 0; item = added[++next])
      merged.push(item)
    merged.push(annotation)
  }
  merged.push(...added.slice(next))
  return merged
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
