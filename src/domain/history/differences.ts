import type { Entity, EntityRef } from '../library/entities.ts'
import type { LibraryState } from '../library/library-state.ts'
import { sameJson } from '../shared/json.ts'
import { allEntities } from './all-entities.ts'
import { trashedOf } from './trash.ts'

/** What has become of an entity since an earlier state: what is in the trash counts as deleted. */
export interface Difference {
  readonly ref: EntityRef
  readonly how: 'added' | 'changed' | 'deleted'
  /** As it was, or, when it was added, as it is. */
  readonly value: Entity
}

/**
 * What has changed from an earlier state of a library to a later one, as the analyst sees it. A generator, so that
 * a caller can let other work in between: for each of the library's entities it compares everything it holds, and
 * yields nothing for those that are the same.
 */
export function* differences(
  earlier: LibraryState,
  later: LibraryState,
): Generator<Difference | undefined, void> {
  for (const { ref, value } of allEntities(earlier)) {
    const now = later.get(ref)
    const wasKept = !trashedOf(value)
    const isKept = now !== undefined && !trashedOf(now)
    if (wasKept && !isKept) yield { ref, how: 'deleted', value }
    else if (!wasKept && isKept) yield { ref, how: 'added', value: now }
    else if (wasKept && !sameJson(value, now)) yield { ref, how: 'changed', value }
    else yield undefined
  }
  for (const { ref, value } of allEntities(later)) {
    yield !earlier.get(ref) && !trashedOf(value) ? { ref, how: 'added', value } : undefined
  }
}
