import type { Annotation } from '../annotation/annotation.ts'
import type { Assessment } from '../bindingness/assessment.ts'
import type { Theme } from '../codebook/theme.ts'
import type { EntityStore } from './apply.ts'
import type { Entity, EntityByKind, EntityKind, EntityRef } from './entities.ts'

/** A sentence about what would be wrong with the library. For logs and reports, not for the screen. */
export type Violation = string

/**
 * Checks what one written entity refers to: nothing may point at what does not exist, and no span may leave its
 * text. Returns a sentence for each rule broken.
 */
export function violationsOf(store: EntityStore, ref: EntityRef, value: Entity): Violation[] {
  switch (ref.kind) {
    case 'text':
      return textViolations(store, ref, value as EntityByKind['text'])
    case 'structure':
      return missing(store, ref, 'text', value.id)
    case 'theme': {
      const theme = value as EntityByKind['theme']
      const parent = theme.parentId === undefined ? [] : missing(store, ref, 'theme', theme.parentId)
      return [...missing(store, ref, 'codebook', theme.codebookId), ...parent, ...ring(store, theme)]
    }
    case 'annotation':
      return annotationViolations(store, ref, value as Annotation)
    case 'assessment':
      return assessmentViolations(store, ref, value as Assessment)
    case 'agreement':
    case 'codebook':
    case 'brief':
      return []
  }
}

function textViolations(store: EntityStore, ref: EntityRef, text: EntityByKind['text']): Violation[] {
  const earlier = text.replaces === undefined ? [] : missing(store, ref, 'text', text.replaces)
  return [...missing(store, ref, 'agreement', text.agreementId), ...earlier]
}

/** A theme that stands below itself would be in no list, and every walk upwards would never end. */
function ring(store: EntityStore, theme: Theme): Violation[] {
  const passed = new Set([theme.id])
  let at = theme.parentId
  while (at !== undefined) {
    if (passed.has(at)) return [`theme ${theme.id} stands below itself`]
    passed.add(at)
    at = (store.get({ kind: 'theme', id: at }) as Theme | undefined)?.parentId
  }
  return []
}

function annotationViolations(store: EntityStore, ref: EntityRef, annotation: Annotation): Violation[] {
  const text = store.get({ kind: 'text', id: annotation.textId }) as EntityByKind['text'] | undefined
  if (!text) return missing(store, ref, 'text', annotation.textId)
  const { start, end, quote } = annotation.target.anchor
  const themes = annotation.themeIds.flatMap((id) => missing(store, ref, 'theme', id))
  const fits = start >= 0 && start < end && end <= text.content.length && quote.length === end - start
  return fits ? themes : [...themes, `annotation ${ref.id}: span ${start}–${end} does not fit its text`]
}

function assessmentViolations(store: EntityStore, ref: EntityRef, assessment: Assessment): Violation[] {
  const structure = store.get({ kind: 'structure', id: assessment.textId }) as
    | EntityByKind['structure']
    | undefined
  if (!structure) return missing(store, ref, 'structure', assessment.textId)
  const known = structure.provisions.some((p) => p.id === assessment.provisionId)
  return known ? [] : [`assessment ${ref.id}: there is no provision ${assessment.provisionId}`]
}

function missing(
  store: EntityStore,
  from: EntityRef,
  kind: Exclude<EntityKind, 'annotation' | 'assessment'>,
  id: string,
): Violation[] {
  return store.get({ kind, id }) ? [] : [`${from.kind} ${from.id}: there is no ${kind} ${id}`]
}
