import { applyOperations, type EntityStore } from '../library/apply.ts'
import type { Entity, EntityRef } from '../library/entities.ts'
import type { JournalRecord } from '../library/record.ts'
import type { TextId } from '../shared/id.ts'
import { sameJson } from '../shared/json.ts'
import type { Structure } from '../structure/provision.ts'
import type { Text } from '../text/text.ts'
import { labelOf, type Version } from './versions.ts'

/** One state that a text has had: its words, and its provisions with them. */
export interface TextState extends Omit<Version, 'value'> {
  /** Absent when its import had been taken back. */
  readonly held?: { readonly text: Text; readonly structure: Structure }
}

/** The two entities that are one text for the analyst. */
export function textRefs(id: TextId): readonly [text: EntityRef, structure: EntityRef] {
  return [
    { kind: 'text', id },
    { kind: 'structure', id },
  ]
}

/**
 * Every state of a text's words and provisions, the earliest first, from the records that touch either, in their order.
 * What changes neither makes no state: that the text went to the trash, or that a newer version came.
 */
export function textStatesOf(records: readonly JournalRecord[], id: TextId): TextState[] {
  const store = pair()
  const [textRef, structureRef] = textRefs(id)
  const states: TextState[] = []
  for (const record of records) {
    const operations = record.operations.filter(
      ({ ref }) => (ref.kind === 'text' || ref.kind === 'structure') && ref.id === id,
    )
    if (operations.length === 0) continue
    applyOperations(store, operations)
    // Safe: the store keeps an entity under its own kind.
    const text = store.get(textRef) as Text | undefined
    const structure = store.get(structureRef) as Structure | undefined
    const held = text && structure ? { text, structure } : undefined
    const last = states.at(-1)
    if (last ? isSameState(last.held, held) : !held) continue
    const { seq, at, by } = record
    states.push({ seq, at, by, label: labelOf(record), ...(held ? { held } : {}) })
  }
  return states
}

/** Whether two states of a text have the same words and the same provisions. */
export function isSameState(a: TextState['held'], b: TextState['held']): boolean {
  if (!a || !b) return a === b
  // Lists that nothing has touched are the very same, so that thousands of provisions are not compared each time.
  const isSameList =
    a.structure.provisions === b.structure.provisions ||
    sameJson(a.structure.provisions, b.structure.provisions)
  return a.text.content.hash === b.text.content.hash && isSameList
}

/** A store for the two entities of one text. */
function pair(): EntityStore {
  const held = new Map<string, Entity>()
  return {
    get: ({ kind }) => held.get(kind),
    set: ({ kind }, value) => {
      if (value) held.set(kind, value)
      else held.delete(kind)
    },
  }
}
