import { ENTITY_KINDS } from '#domain/library/entities.ts'
import type { Entity, EntityRef } from '#domain/library/entities.ts'
import type { Operation } from '#domain/library/operation.ts'
import {
  ACTION_NAMES,
  type ActionName,
  type JournalRecord,
  type Transaction,
} from '#domain/library/record.ts'
import { id, instant } from './entities.ts'
import { z } from './schema.ts'

const seq = z.int().min(1)

/** Points at an entity. */
export const entityRef = z.union([
  z.strictObject({ kind: z.enum(['annotation', 'assessment']), id, textId: id }),
  z.strictObject({
    kind: z.enum(ENTITY_KINDS).exclude(['annotation', 'assessment']),
    id,
  }),
]) satisfies z.ZodType<EntityRef>

/** A whole entity inside an operation; its shape is checked by kind once the operations have been applied. */
const entity = z.custom<Entity>((value) => typeof value === 'object' && value !== null && 'id' in value)

/** Names of fields: ours, and never one that reaches an object's prototype. */
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,60}$/)

/** One operation. Values inside are checked after applying, as whole entities. */
export const operation: z.ZodType<Operation> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create'), ref: entityRef, value: entity }),
  z.strictObject({ op: z.literal('delete'), ref: entityRef, value: entity }),
  z.strictObject({
    op: z.literal('update'),
    ref: entityRef,
    fields: z
      .array(
        z.strictObject({
          name: fieldName.refine((name) => name !== 'id'),
          before: z.unknown().exactOptional(),
          after: z.unknown().exactOptional(),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    op: z.literal('splice'),
    ref: entityRef,
    field: fieldName,
    at: z.int().min(0),
    remove: z.array(z.unknown()),
    insert: z.array(z.unknown()),
  }),
])

/** What a window asks to be recorded. */
export const transaction: z.ZodType<Transaction> = z.strictObject({
  action: z.enum(ACTION_NAMES as [ActionName, ...ActionName[]]),
  group: z.string().max(100).exactOptional(),
  operations: z.array(operation).min(1),
})

/** A line of the journal. Loose: a newer program may have added fields, and they are kept. */
export const journalRecord: z.ZodType<JournalRecord> = z.looseObject({
  seq,
  at: instant,
  by: z.string(),
  action: z.string(),
  group: z.string().exactOptional(),
  undoes: z.array(seq).exactOptional(),
  redoes: z.array(seq).exactOptional(),
  operations: z.array(operation),
})
