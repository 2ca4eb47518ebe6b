import type { EntityPage } from '#contract/calls.ts'
import { ENTITY_KINDS, isMarkKind, type Entity, type EntityKind } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { OpenLibrary } from './open-library.ts'

/** Enough that the crossing between processes is not felt, few enough that progress moves. */
const PAGE = 2000

/**
 * A page of all entities, in an order that stays while nothing changes. A window that sees `seq` change between
 * pages starts again.
 */
export function entityPage(library: OpenLibrary, from: number): EntityPage {
  const all = allEntities(library.state)
  const next = from + PAGE
  return {
    entities: all.slice(from, next),
    ...(next < all.length ? { next } : {}),
    total: all.length,
    seq: library.headSeq,
  }
}

function allEntities(state: LibraryState): [EntityKind, Entity][] {
  const plain = ENTITY_KINDS.flatMap((kind): [EntityKind, Entity][] =>
    isMarkKind(kind) ? [] : state.all(kind).map((entity) => [kind, entity]),
  )
  const marks = state
    .markedTexts()
    .flatMap((textId): [EntityKind, Entity][] => [
      ...state.annotationsOf(textId).map((a): [EntityKind, Entity] => ['annotation', a]),
      ...state.assessmentsOf(textId).map((a): [EntityKind, Entity] => ['assessment', a]),
    ])
  return [...plain, ...marks]
}
