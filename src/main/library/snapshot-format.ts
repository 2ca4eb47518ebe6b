import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { id } from '#contract/entities.ts'
import { z } from '#contract/schema.ts'
import { ENTITY_KINDS, refOf, type Entity, type EntityKind } from '#domain/library/entities.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import type { UndoStacks, UndoStep } from '#domain/library/undo-history.ts'

/** The version of the snapshot format. A snapshot of another version is not used: the journal is read instead. */
const SNAPSHOT_FORMAT = 1

/** What the journal says up to one record, so that opening need not read it from the beginning. */
export interface Snapshot {
  readonly libraryId: string
  readonly epoch: number
  /** The last record that is part of it. */
  readonly seq: number
  /** The journal's segments up to there, by their first records: a missing one is noticed. */
  readonly segments: readonly number[]
  readonly undo: UndoStacks
  readonly state: LibraryState
}

const step = z.strictObject({
  seqs: z.array(z.int()),
  action: z.string(),
  group: z.string().exactOptional(),
}) satisfies z.ZodType<UndoStep>

/** Steps are many: in the file one without a group and with one record is `[action, seq]`. */
const packedStep = z.union([z.tuple([z.string(), z.int()]), step])

const header = z.looseObject({
  format: z.literal(SNAPSHOT_FORMAT),
  libraryId: id,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  segments: z.array(z.int()),
  undo: z.array(packedStep),
  redo: z.array(packedStep),
})

const kinds = new Set<string>(ENTITY_KINDS)

const compress = promisify(gzip)
const uncompress = promisify(gunzip)

/** Bytes unpacked at once: a snapshot is large, and the usual 16 kB take three times as long. */
const CHUNK = 4 * 1024 * 1024

/** Entities turned into JSON at once. Between two lots other work is let in, so that nobody waits for a snapshot. */
const LOT = 1000

/**
 * Writes a snapshot as gzip of JSON with one entity to a line. The entities are taken at once and turned into JSON
 * bit by bit; entities are never changed in place, so what is committed meanwhile does not show.
 */
export async function encodeSnapshot(snapshot: Snapshot): Promise<Buffer> {
  const { state, undo, ...rest } = snapshot
  const entities = [...state.entities()]
  const head = { format: SNAPSHOT_FORMAT, ...rest, undo: undo.undo.map(pack), redo: undo.redo.map(pack) }
  const parts = [`${JSON.stringify(head).slice(0, -1)},"entities":[\n`]
  for (let from = 0; from < entities.length; from += LOT) {
    const lot = entities.slice(from, from + LOT).map((entity) => JSON.stringify(entity))
    parts.push(lot.join(',\n'), from + LOT < entities.length ? ',\n' : '\n')
    await new Promise((resolve) => setImmediate(resolve))
  }
  parts.push(']}\n')
  // Level 1: a tenth larger than the usual level and twice as quick.
  return compress(Buffer.from(parts.join(''), 'utf8'), { level: 1 })
}

/** Reads a snapshot. Its bytes have been checked; what does not fit the format all the same gives nothing. */
export async function decodeSnapshot(bytes: Uint8Array): Promise<Snapshot | undefined> {
  let json: unknown
  try {
    json = JSON.parse((await uncompress(bytes, { chunkSize: CHUNK })).toString('utf8'))
  } catch {
    return undefined
  }
  const parsed = header.safeParse(json)
  const entities = (json as { readonly entities?: unknown }).entities
  if (!parsed.success || !Array.isArray(entities)) return undefined
  const state = new LibraryState()
  for (const entry of entities as readonly unknown[]) {
    if (!isEntry(entry)) return undefined
    const [kind, entity] = entry
    // Safe: the kind says which entity it is, and it was checked before it was recorded.
    state.set(refOf(kind, entity as never), entity)
  }
  const { libraryId, epoch, seq, segments, undo, redo } = parsed.data
  return {
    libraryId,
    epoch,
    seq,
    segments,
    undo: { undo: undo.map(unpack), redo: redo.map(unpack) },
    state,
  }
}

function isEntry(value: unknown): value is [EntityKind, Entity] {
  return Array.isArray(value) && value.length === 2 && kinds.has(value[0]) && typeof value[1]?.id === 'string'
}

function pack(undoStep: UndoStep): z.infer<typeof packedStep> {
  const [seq, ...more] = undoStep.seqs
  const isPlain = undoStep.group === undefined && seq !== undefined && more.length === 0
  return isPlain ? [undoStep.action, seq] : { ...undoStep, seqs: [...undoStep.seqs] }
}

function unpack(packed: z.infer<typeof packedStep>): UndoStep {
  return Array.isArray(packed) ? { action: packed[0], seqs: [packed[1]] } : packed
}
