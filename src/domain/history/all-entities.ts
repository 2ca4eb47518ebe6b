import { ENTITY_KINDS, isMarkKind, refOf, type Entity, type EntityRef } from '../library/entities.ts'
import type { LibraryState } from '../library/library-state.ts'

/** An entity and where it stands. */
export interface PlacedEntity {
  readonly ref: EntityRef
  readonly value: Entity
}

/** Every entity of a library, each after those it refers to: agreements first, annotations last. */
export function* allEntities(state: LibraryState): Generator<PlacedEntity> {
  for (const kind of ENTITY_KINDS) {
    if (isMarkKind(kind)) continue
    for (const value of state.all(kind)) yield { ref: { kind, id: value.id }, value }
  }
  for (const textId of state.markedTexts()) {
    for (const value of state.annotationsOf(textId)) yield { ref: refOf('annotation', value), value }
    for (const value of state.assessmentsOf(textId)) yield { ref: refOf('assessment', value), value }
  }
}
