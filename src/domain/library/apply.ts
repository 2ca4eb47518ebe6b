import { applySplice } from '../rich-text/splice.ts'
import { sameJson } from '../shared/json.ts'
import type { Entity, EntityRef } from './entities.ts'
import type { FieldChange, Operation } from './operation.ts'

/** Where entities are read and written: the main process's maps, or rows of the renderer's projection. */
export interface EntityStore {
  get(ref: EntityRef): Entity | undefined
  /** Puts an entity in its place, or removes it when `value` is absent. */
  set(ref: EntityRef, value: Entity | undefined): void
}

/** An operation does not fit what the store holds. Nothing was applied. */
export class OperationConflict extends Error {
  override readonly name = 'OperationConflict'
  readonly operation: Operation

  constructor(operation: Operation, reason: string) {
    super(`${operation.op} ${operation.ref.kind} ${operation.ref.id}: ${reason}`)
    this.operation = operation
  }
}

/**
 * Applies operations in order, all or none. Both processes run this one function, so that the projection cannot
 * disagree with the journal.
 *
 * @throws OperationConflict when what an operation expects is not what the store holds; the store is unchanged.
 */
export function applyOperations(store: EntityStore, operations: readonly Operation[]): void {
  const staged = new StagedStore(store)
  for (const operation of operations) staged.set(operation.ref, applied(staged.get(operation.ref), operation))
  staged.flush()
}

/** Buffers writes over another store until `flush`. */
export class StagedStore implements EntityStore {
  readonly #under: EntityStore
  readonly #written = new Map<string, { ref: EntityRef; value: Entity | undefined }>()

  constructor(under: EntityStore) {
    this.#under = under
  }

  get(ref: EntityRef): Entity | undefined {
    const written = this.#written.get(keyOf(ref))
    return written ? written.value : this.#under.get(ref)
  }

  set(ref: EntityRef, value: Entity | undefined): void {
    this.#written.set(keyOf(ref), { ref, value })
  }

  /** What has been written and not yet flushed. */
  get changes(): readonly { readonly ref: EntityRef; readonly value: Entity | undefined }[] {
    return [...this.#written.values()]
  }

  flush(): void {
    for (const { ref, value } of this.#written.values()) this.#under.set(ref, value)
    this.#written.clear()
  }
}

/** A mark that moves to another text keeps its id: the text is part of the key. */
function keyOf(ref: EntityRef): string {
  return 'textId' in ref ? `${ref.kind}/${ref.textId}/${ref.id}` : `${ref.kind}/${ref.id}`
}

function applied(current: Entity | undefined, operation: Operation): Entity | undefined {
  if (operation.op === 'create') {
    if (current) throw new OperationConflict(operation, 'it exists already')
    return operation.value
  }
  if (!current) throw new OperationConflict(operation, 'it does not exist')
  switch (operation.op) {
    case 'delete':
      if (!sameJson(current, operation.value)) throw new OperationConflict(operation, 'it has changed')
      return undefined
    case 'update':
      return withFields(current, operation.fields, (reason) => new OperationConflict(operation, reason))
    case 'splice': {
      const list = field(current, operation.field)
      const spliced = Array.isArray(list) ? applySplice<unknown>(list, operation) : undefined
      if (!spliced) throw new OperationConflict(operation, `${operation.field} has changed`)
      return { ...current, [operation.field]: spliced }
    }
  }
}

function withFields(
  current: Entity,
  changes: readonly FieldChange[],
  conflict: (reason: string) => Error,
): Entity {
  const next: Record<string, unknown> = { ...current }
  for (const { name, before, after } of changes) {
    if (!sameJson(next[name], before)) throw conflict(`${name} has changed`)
    if (after === undefined) delete next[name]
    else next[name] = after
  }
  // The operations come from `change`, which typed both states; the contract has checked their shape.
  return next as unknown as Entity
}

function field(entity: Entity, name: string): unknown {
  return (entity as unknown as Record<string, unknown>)[name]
}
