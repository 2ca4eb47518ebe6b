import type { Entity, EntityByKind, EntityKind, EntityRef } from '../library/entities.ts'
import { change, create, type Operation } from '../library/operation.ts'

/** The operations that make an entity what it is to be: its creation where it is missing, nothing where it fits. */
export function setEntity(ref: EntityRef, present: Entity | undefined, wanted: Entity): Operation[] {
  // Safe: a reference's kind is the kind of the entity it points at.
  const value = wanted as EntityByKind[EntityKind]
  if (!present) return [create<EntityKind>(ref.kind, value)]
  return change<EntityKind>(ref.kind, present, value)
}
