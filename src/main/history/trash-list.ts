import { allEntities } from '#domain/history/all-entities.ts'
import { entityNamer } from '#domain/history/entity-name.ts'
import { setEntity } from '#domain/history/set-entity.ts'
import { outOfTrash, trashedOf } from '#domain/history/trash.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import { plainText, type RichText } from '#domain/rich-text/rich-text.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { RemovedNote } from './history-index.ts'

/** Something in the trash. */
export interface TrashItem {
  readonly ref: EntityRef
  /** A note is no entity of its own: `ref` is then its annotation. */
  readonly isNote: boolean
  readonly name: string
  readonly from?: string
  readonly at: Instant
  readonly by: string
}

/** What is in the trash, the latest first. */
export function trashItems(state: LibraryState, removedNotes: readonly RemovedNote[]): TrashItem[] {
  const nameOf = entityNamer(state)
  const items: TrashItem[] = []
  for (const { ref, value } of allEntities(state)) {
    const trashed = trashedOf(value)
    if (trashed) items.push({ ref, isNote: false, ...nameOf(ref, value), ...trashed })
  }
  for (const { note, at, by, ...removed } of removedNotes) {
    const found = noteless(state, removed)
    if (!found) continue
    const { from } = nameOf(found.ref, found.annotation)
    const name = plainText((note as RichText).blocks).slice(0, 120)
    items.push({ ref: found.ref, isNote: true, name, ...(from === undefined ? {} : { from }), at, by })
  }
  return items.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** The operations that take things out of the trash; what is not in it any more is left as it is. */
export function restoreFromTrash(
  state: LibraryState,
  removedNotes: readonly RemovedNote[],
  wanted: readonly { readonly ref: EntityRef; readonly isNote: boolean }[],
): Operation[] {
  return wanted.flatMap(({ ref, isNote }) => {
    if (isNote) return restoreNote(state, removedNotes, ref)
    const value = state.get(ref)
    return value ? setEntity(ref, value, outOfTrash(value)) : []
  })
}

function restoreNote(state: LibraryState, removedNotes: readonly RemovedNote[], ref: EntityRef): Operation[] {
  const removed = removedNotes.find(({ annotationId }) => annotationId === ref.id)
  const found = removed && noteless(state, removed)
  if (!found) return []
  // Safe: it was the note of an annotation, which the contract had checked when it was written.
  return setEntity(ref, found.annotation, { ...found.annotation, note: removed.note as RichText })
}

/** The annotation a note was taken from, if it is kept and has no other. */
function noteless(
  state: LibraryState,
  { annotationId, textId }: Pick<RemovedNote, 'annotationId' | 'textId'>,
): { readonly ref: EntityRef; readonly annotation: Annotation } | undefined {
  const ref = { kind: 'annotation', id: annotationId, textId } as const
  const annotation = state.get(ref) as Annotation | undefined
  return annotation && !annotation.note && !annotation.trashed ? { ref, annotation } : undefined
}
