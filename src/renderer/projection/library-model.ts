import type { Agreement } from '#domain/agreement/agreement.ts'
import { compareAnnotations, type Annotation } from '#domain/annotation/annotation.ts'
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

/** Makes the model of a text; the tree of an unchanged structure is taken over from the model before. */
export function textModel(
  structure: Structure,
  annotations: readonly Annotation[],
  assessments: readonly Assessment[],
  before?: TextModel,
): TextModel {
  return {
    textId: structure.id,
    structure,
    tree: before?.structure === structure ? before.tree : treeOf(structure.provisions),
    annotations: annotations.filter(isKept).sort(compareAnnotations),
    assessments: new Map(assessments.map((a) => [a.provisionId, a])),
  }
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
