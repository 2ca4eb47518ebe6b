import type { Assessment } from '../bindingness/assessment.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { clearBindingness } from '../library/changes/assessment-changes.ts'
import type { Entity, EntityRef } from '../library/entities.ts'
import type { LibraryState } from '../library/library-state.ts'
import { create, inverse, type Operation } from '../library/operation.ts'
import type { AnnotationId } from '../shared/id.ts'
import type { Author } from '../shared/author.ts'
import type { Text } from '../text/text.ts'
import { allEntities } from './all-entities.ts'
import { setEntity } from './set-entity.ts'
import { inTrash, isTrashable, trashedOf } from './trash.ts'

/**
 * The operations that turn the present state into an earlier one. They are ordinary operations: undo takes them
 * back. Nothing is deleted by them: what has come since goes to the trash, from where it can be taken out again;
 * what belongs to it goes and comes with it. An annotation that stands on another version of its text by now is taken
 * back from there: it is one thing, wherever it stands.
 *
 * A generator, so that a caller can let other work in between; it yields an empty list for what stays as it is.
 *
 * @param isSettled whether it has been said already what becomes of something that has come since.
 */
export function* restoreState(
  earlier: LibraryState,
  present: LibraryState,
  author: Author,
  isSettled: (ref: EntityRef) => boolean = () => false,
): Generator<readonly Operation[], void> {
  const moved = new Set<AnnotationId>()
  const places = annotationsById(present)
  for (const { ref, value } of allEntities(earlier)) {
    const now = present.get(ref)
    const elsewhere = ref.kind === 'annotation' && !now ? places.get(ref.id) : undefined
    if (elsewhere) {
      moved.add(ref.id)
      yield [inverse(create('annotation', elsewhere)), create('annotation', value as Annotation)]
    } else yield setEntity(ref, now, value)
  }
  for (const { ref, value } of allEntities(present)) {
    if (isSettled(ref) || (ref.kind === 'annotation' && moved.has(ref.id))) yield []
    else if (!earlier.get(ref) && !ownerIsNew(ref, value, earlier)) yield withdrawn(ref, value, author)
    else yield []
  }
}

/** The annotations of a library by their ids, wherever they stand. */
export function annotationsById(state: LibraryState): ReadonlyMap<AnnotationId, Annotation> {
  const found = new Map<AnnotationId, Annotation>()
  for (const textId of state.markedTexts())
    for (const annotation of state.annotationsOf(textId)) found.set(annotation.id, annotation)
  return found
}

/** Whether what an entity belongs to has come since, and so takes it along. */
function ownerIsNew(ref: EntityRef, value: Entity, earlier: LibraryState): boolean {
  if (ref.kind === 'text') return !earlier.find('agreement', (value as Text).agreementId)
  if ('textId' in ref) return !earlier.find('text', (value as Annotation | Assessment).textId)
  return false
}

function withdrawn(ref: EntityRef, value: Entity, author: Author): Operation[] {
  if (ref.kind === 'assessment') return clearBindingness(value as Assessment)
  if (!isTrashable(ref.kind) || trashedOf(value)) return []
  return setEntity(ref, value, inTrash(value, author))
}

/**
 * The operations that bring one entity back as it was, with whatever it cannot be without and is missing: the text of
 * an annotation, the agreement of a text. What is there is left as it is.
 */
export function restoreEntity(earlier: LibraryState, present: LibraryState, ref: EntityRef): Operation[] {
  const value = earlier.get(ref)
  if (!value) return []
  const needed = new Map<string, Operation[]>()
  const need = (other: EntityRef): void => {
    const key = `${other.kind}/${other.id}`
    const before = earlier.get(other)
    if (!before || present.get(other) || needed.has(key)) return
    // Its place is taken at once, so that a circle of references ends; what it needs comes before it all the same.
    needed.set(key, [])
    for (const further of directRequirements(other, before)) need(further)
    needed.delete(key)
    needed.set(key, setEntity(other, undefined, before))
  }
  for (const other of directRequirements(ref, value)) need(other)
  return [...[...needed.values()].flat(), ...setEntity(ref, present.get(ref), value)]
}

function directRequirements(ref: EntityRef, value: Entity): EntityRef[] {
  switch (ref.kind) {
    case 'text':
      return textRequirements(value as Text)
    case 'structure':
      return [{ kind: 'text', id: value.id }]
    case 'assessment':
      return [{ kind: 'structure', id: (value as Assessment).textId }]
    case 'annotation': {
      const { textId, themeIds } = value as Annotation
      const themes = themeIds.map((id): EntityRef => ({ kind: 'theme', id }))
      return [{ kind: 'structure', id: textId }, ...themes]
    }
    case 'theme': {
      const { codebookId, parentId } = value as { codebookId: string; parentId?: string }
      const parent: EntityRef[] = parentId === undefined ? [] : [{ kind: 'theme', id: parentId }]
      return [{ kind: 'codebook', id: codebookId }, ...parent]
    }
    case 'agreement':
    case 'codebook':
    case 'brief':
      return []
  }
}

function textRequirements({ agreementId, replaces }: Text): EntityRef[] {
  const earlier: EntityRef[] = replaces === undefined ? [] : [{ kind: 'text', id: replaces }]
  return [{ kind: 'agreement', id: agreementId }, ...earlier]
}
