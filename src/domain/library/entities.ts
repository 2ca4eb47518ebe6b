import type { Agreement } from '../agreement/agreement.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Assessment } from '../bindingness/assessment.ts'
import type { Brief } from '../brief/brief.ts'
import type { Codebook, Theme } from '../codebook/theme.ts'
import type { TextId } from '../shared/id.ts'
import type { Structure } from '../structure/provision.ts'
import type { Text } from '../text/text.ts'

/** Everything a library holds, by kind. A new kind raises the library format. */
export interface EntityByKind {
  readonly agreement: Agreement
  readonly text: Text
  readonly structure: Structure
  readonly codebook: Codebook
  readonly theme: Theme
  readonly annotation: Annotation
  readonly assessment: Assessment
  readonly brief: Brief
}

/** The name of a kind of entity. */
export type EntityKind = keyof EntityByKind

/** Any entity. */
export type Entity = EntityByKind[EntityKind]

/** Every kind, in the order in which they may refer to one another. */
export const ENTITY_KINDS = [
  'agreement',
  'text',
  'structure',
  'codebook',
  'theme',
  'annotation',
  'assessment',
  'brief',
] as const satisfies readonly EntityKind[]

/** Kinds that belong to one text and are kept together with it. */
export type MarkKind = 'annotation' | 'assessment'

/** Points at one entity. Marks also name their text, so that they are found without a look-up. */
export type EntityRef<K extends EntityKind = EntityKind> = K extends MarkKind
  ? { readonly kind: K; readonly id: string; readonly textId: TextId }
  : { readonly kind: K; readonly id: string }

/** Whether a kind belongs to a text. */
export function isMarkKind(kind: EntityKind): kind is MarkKind {
  return kind === 'annotation' || kind === 'assessment'
}

/** Points at the given entity. */
export function refOf<K extends EntityKind>(kind: K, entity: EntityByKind[K]): EntityRef<K>
export function refOf(kind: EntityKind, entity: Entity): EntityRef {
  return isMarkKind(kind)
    ? { kind, id: entity.id, textId: (entity as Annotation | Assessment).textId }
    : { kind, id: entity.id }
}
