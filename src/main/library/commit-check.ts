import { ENTITY_SCHEMAS } from '#contract/entities.ts'
import { PactaError } from '#contract/errors.ts'
import { applyOperations, OperationConflict, StagedStore, type EntityStore } from '#domain/library/apply.ts'
import { violationsOf } from '#domain/library/invariants.ts'
import type { Operation } from '#domain/library/operation.ts'

/**
 * Tries operations against a store without changing it, and checks every entity they leave behind: its shape by
 * its schema, its references by the library's invariants. What passes can be recorded.
 *
 * @throws PactaError `changed-elsewhere` when an operation does not fit the present state; `invalid-request` when
 * the result would not be a sound library.
 */
export function checkOperations(store: EntityStore, operations: readonly Operation[]): void {
  const staged = new StagedStore(store)
  try {
    applyOperations(staged, operations)
  } catch (error) {
    if (error instanceof OperationConflict) throw new PactaError('changed-elsewhere', {}, { cause: error })
    throw error
  }
  for (const { ref, value } of staged.changes) {
    if (!value) continue
    const shape = ENTITY_SCHEMAS[ref.kind].safeParse(value)
    const problems = shape.success ? violationsOf(staged, ref, value) : [shape.error.message]
    if (value.id !== ref.id) problems.push(`${ref.kind} ${ref.id} holds the id ${value.id}`)
    if (problems.length > 0) {
      throw new PactaError('invalid-request', {}, { cause: new Error(problems.join('; ')) })
    }
  }
}
