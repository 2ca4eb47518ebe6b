import type { Entity, EntityKind } from '../library/entities.ts'
import type { Author } from '../shared/author.ts'
import type { Trashable, Trashed } from '../shared/trash.ts'

/** Kinds that have a trash of their own. Provisions and assessments stand and fall with their text. */
const TRASHABLE: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'agreement',
  'text',
  'codebook',
  'theme',
  'annotation',
  'brief',
])

/** Whether entities of a kind can be moved to the trash. */
export function isTrashable(kind: EntityKind): boolean {
  return TRASHABLE.has(kind)
}

/** When and by whom an entity was moved to the trash; nothing when it is kept. */
export function trashedOf(entity: Entity): Trashed | undefined {
  return (entity as Trashable).trashed
}

/** The entity in the trash. */
export function inTrash(entity: Entity, author: Author): Entity {
  return { ...entity, trashed: { at: author.at, by: author.name } }
}

/** The entity out of the trash. */
export function outOfTrash(entity: Entity): Entity {
  const { trashed: _, ...kept } = entity as Entity & Trashable
  return kept
}
