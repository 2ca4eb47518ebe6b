import { allEntities } from '#domain/history/all-entities.ts'
import { entityNamer } from '#domain/history/entity-name.ts'
import { setEntity } from '#domain/history/set-entity.ts'
import { outOfTrash, trashedOf } from '#domain/history/trash.ts'
import type { Agreement } from '#domain/agreement/agreement.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import { plainText, type RichText } from '#domain/rich-text/rich-text.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { NoteBearer, RemovedNote } from './history-index.ts'

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
  for (const { ref, note, at, by } of removedNotes) {
    const bearer = noteless(state, ref)
    if (!bearer) continue
    const whose = nameOf(ref, bearer)
    const from = ref.kind === 'annotation' ? whose.from : whose.name
    const name = plainText((note as RichText).blocks).slice(0, 120)
    items.push({ ref, isNote: true, name, ...(from === undefined ? {} : { from }), at, by })
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
  const removed = removedNotes.find((note) => note.ref.kind === ref.kind && note.ref.id === ref.id)
  const bearer = removed && noteless(state, removed.ref)
  if (!bearer) return []
  // Safe: it was the note of such a thing, which the contract had checked when it was written.
  return setEntity(ref, bearer, { ...bearer, note: removed.note as RichText })
}

/** What a note was taken from, if it is kept and has no other. */
function noteless(state: LibraryState, ref: NoteBearer): Annotation | Agreement | Theme | undefined {
  // Safe: the state keeps an entity under its own kind.
  const bearer = state.get(ref) as Annotation | Agreement | Theme | undefined
  return bearer && !bearer.note && !bearer.trashed ? bearer : undefined
}
