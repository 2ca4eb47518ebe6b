import { ENTITY_KINDS, type Entity } from '#domain/library/entities.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { id, instant } from './entities.ts'
import { entityRef, transaction } from './records.ts'
import { z } from './schema.ts'

const none = z.void()
const nothing = z.void()
const count = z.int().min(0)
const kind = z.enum(ENTITY_KINDS)
const recorded = z.strictObject({ seq: z.int() })

const backup = z.strictObject({
  backupId: id,
  at: instant,
  reason: z.enum(['daily', 'by-hand', 'before-upgrade', 'before-restore']),
  bytes: count,
  /** What it holds; absent when it cannot be read. */
  counts: z.strictObject({ agreements: count, annotations: count, briefs: count }).exactOptional(),
})

/** A backup in the list. */
export type ListedBackup = z.infer<typeof backup>

const comparison = z.strictObject({
  /** What has become of the library since, by kind. */
  counts: z.array(z.strictObject({ kind, added: count, changed: count, deleted: count })),
  /** The first of each kind by name. */
  items: z.array(
    z.strictObject({
      ref: entityRef,
      how: z.enum(['added', 'changed', 'deleted']),
      name: z.string(),
      from: z.string().exactOptional(),
    }),
  ),
  /** Sources that it needs and the library's folder has no longer. */
  missingSources: count,
})

/** What has changed since a backup. */
export type BackupComparison = z.infer<typeof comparison>

const trashItem = z.strictObject({
  ref: entityRef,
  isNote: z.boolean(),
  name: z.string(),
  from: z.string().exactOptional(),
  at: instant,
  by: z.string(),
})

/** Something in the trash. */
export type ListedTrash = z.infer<typeof trashItem>

const entityHistory = z.strictObject({
  kind,
  name: z.string(),
  from: z.string().exactOptional(),
  versions: z.array(
    z.strictObject({
      seq: z.int().min(1),
      at: instant,
      by: z.string(),
      label: z.string(),
      isPresent: z.boolean(),
      /** The entity as it was; absent when it had been taken back as a whole. */
      value: z
        .custom<Entity>((value) => typeof value === 'object' && value !== null && 'id' in value)
        .exactOptional(),
    }),
  ),
})

/** Every state an entity has had, the latest first. */
export type EntityHistory = z.infer<typeof entityHistory>

const lines = z.array(z.string()).readonly()

const pastText = z.strictObject({
  text: z.string(),
  provisions: z.custom<readonly Provision[]>((value) => Array.isArray(value)),
  /** The words that were corrected since the state before. */
  words: z.strictObject({ label: z.string(), was: z.string(), is: z.string() }).exactOptional(),
  /** The lines of the outline that have become others since the state before. */
  outline: z.strictObject({ was: lines, is: lines }).exactOptional(),
})

/** A text as it was, and what had been changed of it. */
export type PastTextState = z.infer<typeof pastText>

const draft = z.strictObject({
  draftId: id,
  at: instant,
  by: z.string(),
  label: z.string(),
  /** The words that were typed, to be read and copied. */
  words: z.string(),
})

/** What was typed and could not be recorded. */
export type ListedDraft = z.infer<typeof draft>

const archive = z.strictObject({ token: id, name: z.string() })

/** An archive that the user opened from outside Pacta. */
export type WaitingArchive = z.infer<typeof archive>

/** The calls that keep work safe: backups, history, trash, drafts, archives. */
export const SAFETY_CALLS = {
  'backups.list': {
    input: none,
    output: z.strictObject({
      backups: z.array(backup),
      /** Why the last automatic one could not be made, as the end of a sentence. */
      problem: z.string().exactOptional(),
    }),
  },
  'backups.make': { input: none, output: nothing },
  'backups.compare': { input: z.strictObject({ backupId: id }), output: comparison },
  'backups.restore': {
    input: z.strictObject({ backupId: id }),
    output: z.strictObject({ isChanged: z.boolean() }),
  },
  'backups.restoreItem': { input: z.strictObject({ backupId: id, ref: entityRef }), output: recorded },
  'trash.list': { input: none, output: z.array(trashItem) },
  'trash.restore': {
    input: z.strictObject({
      items: z.array(z.strictObject({ ref: entityRef, isNote: z.boolean() })).min(1),
    }),
    output: recorded,
  },
  'history.list': { input: z.strictObject({ ref: entityRef }), output: entityHistory },
  'history.restore': {
    input: z.strictObject({ ref: entityRef, seq: z.int().min(1) }),
    /** `waiting`: marks that were not found for certain in a restored text, and wait for the analyst. */
    output: z.strictObject({ seq: z.int(), waiting: count }),
  },
  'history.text': { input: z.strictObject({ textId: id, seq: z.int().min(1) }), output: pastText },
  /** Keeps a transaction that waits for others which the disk refuses, so that the end of the window costs nothing. */
  'drafts.keep': { input: z.strictObject({ libraryId: id, transaction }), output: nothing },
  'drafts.list': { input: none, output: z.array(draft) },
  'drafts.restore': { input: z.strictObject({ draftId: id }), output: recorded },
  'drafts.discard': { input: z.strictObject({ draftId: id }), output: nothing },
  'archive.export': {
    input: none,
    output: z.strictObject({ exportId: id, fileName: z.string(), bytes: count }).optional(),
  },
  /** Asks for an archive. */
  'archive.choose': { input: none, output: archive.optional() },
  /** The archive that Pacta was started with or asked to open, once. */
  'archive.waiting': { input: none, output: archive.optional() },
  /** Asks for an empty folder and unpacks the archive into it; nothing when the user cancels. */
  'archive.unpack': {
    input: z.strictObject({ token: id }),
    output: z.strictObject({ token: id }).optional(),
  },
} as const
