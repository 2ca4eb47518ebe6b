import type { Entity, EntityKind, EntityRef } from '../library/entities.ts'
import { change, create, type Operation } from '../library/operation.ts'

/** The operations that make an entity what it is to be: its creation where it is missing, nothing where it fits. */
export function setEntity(ref: EntityRef, present: Entity | undefined, wanted: Entity): Operation[] {
  if (!present) return [create<EntityKind>(ref.kind, wanted)]
  return change<EntityKind>(ref.kind, present, wanted)
}
