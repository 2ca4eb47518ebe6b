import type { EntityPage } from '#contract/calls.ts'
import type { Entity, EntityKind } from '#domain/library/entities.ts'
import type { OpenLibrary } from './open-library.ts'

/** Enough that the crossing between processes is not felt, few enough that progress moves. */
const PAGE = 4000

/** What is being handed out, so that it is not listed anew for every page. */
const lists = new WeakMap<OpenLibrary, { readonly seq: number; readonly all: [EntityKind, Entity][] }>()

/**
 * A page of all entities, in an order that stays while nothing changes. A window that sees `seq` change between
 * pages starts again.
 */
export function entityPage(library: OpenLibrary, from: number): EntityPage {
  const seq = library.headSeq
  const known = lists.get(library)
  const all = from > 0 && known?.seq === seq ? known.all : entitiesOf(library)
  const next = from + PAGE
  if (next < all.length) lists.set(library, { seq, all })
  else lists.delete(library)
  const json = JSON.stringify(all.slice(from, next))
  return { json, ...(next < all.length ? { next } : {}), total: all.length, seq }
}

function entitiesOf(library: OpenLibrary): [EntityKind, Entity][] {
  return Array.from(library.state.entities(), ([kind, entity]) => [kind, entity])
}
