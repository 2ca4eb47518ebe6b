import { spliceBetween, type Splice } from '../rich-text/splice.ts'
import { sameJson } from '../shared/json.ts'
import { refOf, type Entity, type EntityByKind, type EntityKind, type EntityRef } from './entities.ts'

/**
 * The four things that can happen to a library. Each carries what was there before, so that its inverse is known
 * from the operation alone, years later, and so that applying it to anything else is noticed.
 */
export type Operation = CreateOperation | DeleteOperation | UpdateOperation | SpliceOperation

/** An entity comes into being. */
export interface CreateOperation {
  readonly op: 'create'
  readonly ref: EntityRef
  readonly value: Entity
}

/**
 * An entity ceases to be; only the undoing of a creation and the emptying of the trash do this, and moving a mark to
 * another version of its text, where it is created again.
 */
export interface DeleteOperation {
  readonly op: 'delete'
  readonly ref: EntityRef
  readonly value: Entity
}

/** Some fields of an entity change. An absent `before` or `after` means that the field is absent. */
export interface UpdateOperation {
  readonly op: 'update'
  readonly ref: EntityRef
  readonly fields: readonly FieldChange[]
}

/** One field's change. */
export interface FieldChange {
  readonly name: string
  readonly before?: unknown
  readonly after?: unknown
}

/** A list field changes in one place: blocks of a brief, provisions of a structure. */
export interface SpliceOperation extends Splice<unknown> {
  readonly op: 'splice'
  readonly ref: EntityRef
  readonly field: string
}

/** An entity comes into being. */
export function create<K extends EntityKind>(kind: K, value: EntityByKind[K]): Operation {
  return { op: 'create', ref: refOf(kind, value), value }
}

/**
 * The change from one state of an entity to another, field by field; nothing when they are the same.
 */
export function change<K extends EntityKind>(
  kind: K,
  before: EntityByKind[K],
  after: EntityByKind[K],
): Operation[] {
  const left = new Map(Object.entries(before))
  const right = new Map(Object.entries(after))
  const fields = [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => !sameJson(left.get(name), right.get(name)))
    .map((name) => fieldChange(name, left.get(name), right.get(name)))
  return fields.length === 0 ? [] : [{ op: 'update', ref: refOf(kind, before), fields }]
}

function fieldChange(name: string, before: unknown, after: unknown): FieldChange {
  return { name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** The change of one list field of an entity as a splice; nothing when the lists are the same. */
export function changeList<K extends EntityKind>(
  kind: K,
  entity: EntityByKind[K],
  field: keyof EntityByKind[K] & string,
  after: readonly unknown[],
): Operation[] {
  const before = entity[field]
  if (!Array.isArray(before)) throw new TypeError(`${kind}.${field} is not a list`)
  const splice = spliceBetween<unknown>(before, after)
  return splice ? [{ op: 'splice', ref: refOf(kind, entity), field, ...splice }] : []
}

/** The operation that takes this one back. `inverse(inverse(op))` is `op`. */
export function inverse(operation: Operation): Operation {
  switch (operation.op) {
    case 'create':
      return { ...operation, op: 'delete' }
    case 'delete':
      return { ...operation, op: 'create' }
    case 'update':
      return { ...operation, fields: operation.fields.map((f) => fieldChange(f.name, f.after, f.before)) }
    case 'splice':
      return { ...operation, remove: operation.insert, insert: operation.remove }
  }
}

/** The operations that take these back: each inverted, the last first. */
export function inverseAll(operations: readonly Operation[]): Operation[] {
  return operations.map(inverse).reverse()
}
