import { PactaError } from '#contract/errors.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { annotationsById, restoreEntity } from '#domain/history/restore-state.ts'
import { setEntity } from '#domain/history/set-entity.ts'
import type { TextState } from '#domain/history/text-states.ts'
import { refOf, type EntityRef } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { annotationInPlace } from './in-place.ts'
import { restoreText, type TextRestorer } from './restore-text.ts'

/**
 * Brings one thing back from an earlier state of the library, as an ordinary step that undo takes back.
 *
 * @throws PactaError `changed-elsewhere` when that state has no such thing or it is as it was; or as `commit`.
 */
export async function restoreItem(
  library: OpenLibrary,
  earlier: LibraryState,
  ref: EntityRef,
  by: string,
  restorer: TextRestorer,
): Promise<number> {
  const operations = await itemOperations(library, earlier, ref, restorer)
  if (operations.length === 0) throw new PactaError('changed-elsewhere')
  return library.commit({ action: 'backup.restoreItem', operations }, by)
}

/** What is kept of a text names places of it: neither comes back without the other being looked at. */
async function itemOperations(
  library: OpenLibrary,
  earlier: LibraryState,
  ref: EntityRef,
  restorer: TextRestorer,
): Promise<readonly Operation[]> {
  const { state } = library
  const present = state.get(ref)
  if (ref.kind === 'annotation' && !present) {
    // It may stand on another version of its text by now; it is one thing, wherever it stands.
    const moved = annotationsById(state).get(ref.id)
    const wanted = earlier.get(ref) as Annotation | undefined
    if (moved && wanted) {
      const placed = await annotationInPlace(library, wanted, moved, undefined)
      return setEntity(refOf('annotation', moved), moved, placed)
    }
  }
  const operations = restoreEntity(earlier, state, ref)
  const then = heldIn(earlier, textOfRef(ref))
  if ((ref.kind === 'text' || ref.kind === 'structure') && present) {
    return operations.length === 0 ? [] : (await restoreText(library, ref.id, then, restorer)).operations
  }
  if (ref.kind !== 'annotation' || !state.find('text', ref.textId)) return operations
  const wanted = earlier.get(ref) as Annotation | undefined
  if (!wanted) return []
  const placed = await annotationInPlace(library, wanted, present as Annotation | undefined, then)
  const own = setEntity(ref, library.state.get(ref), placed)
  return [...operations.filter((operation) => operation.ref.id !== ref.id), ...own]
}

function textOfRef(ref: EntityRef): TextId {
  return 'textId' in ref ? ref.textId : ref.id
}

function heldIn(state: LibraryState, id: TextId): TextState['held'] {
  const [text, structure] = [state.find('text', id), state.find('structure', id)]
  return text && structure ? { text, structure } : undefined
}
