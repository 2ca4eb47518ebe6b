import { promisify } from 'node:util'
import { gzip, inflateRawSync } from 'node:zlib'
import { id } from '#contract/entities.ts'
import { z } from '#contract/schema.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import type { UndoStacks, UndoStep } from '#domain/library/undo-history.ts'
import { keepEntry, lotHead, packLots, unpackLots } from './snapshot-lots.ts'

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

/** Steps are many: in the file one without a group and with one record is `[action, seq]`. */
type PackedStep = readonly [string, number] | UndoStep

const header = z.looseObject({
  format: z.literal(SNAPSHOT_FORMAT),
  libraryId: id,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  segments: z.array(z.int()),
  undo: z.custom<PackedStep[]>(isSteps),
  redo: z.custom<PackedStep[]>(isSteps),
  /** Absent in what older programs wrote: one gzip member with everything. */
  lots: z.array(lotHead).exactOptional(),
})

const compress = promisify(gzip)

/** Bytes unpacked at once: a snapshot is large, and the usual 16 kB take three times as long. */
const CHUNK = 4 * 1024 * 1024

/** What Node writes before the deflated bytes of a gzip member, and after them. */
const GZIP_HEAD = 10
const GZIP_TAIL = 8

const BEGIN_ENTITIES = '"entities":[\n'
const END = '\n]}\n'

/** Writes a snapshot as gzip of JSON with one entity to a line; lots of entities can be unpacked by themselves. */
export async function encodeSnapshot(snapshot: Snapshot): Promise<Buffer> {
  const { state, undo, ...rest } = snapshot
  const { heads, members } = await packLots(state)
  const head = {
    format: SNAPSHOT_FORMAT,
    ...rest,
    undo: undo.undo.map(pack),
    redo: undo.redo.map(pack),
    lots: heads,
  }
  const first = await compress(`${JSON.stringify(head).slice(0, -1)},${BEGIN_ENTITIES}`, { level: 1 })
  return Buffer.concat([first, ...members, await compress(END)])
}

/**
 * Reads a snapshot. Its bytes have been checked; what does not fit the format all the same gives nothing. The state reads
 * what belongs to texts when it is asked for.
 */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  try {
    const { head, members } = readHead(bytes)
    const { libraryId, epoch, seq, segments, undo, redo, lots } = header.parse(head)
    const state = new LibraryState()
    const { entities } = head as { readonly entities: readonly unknown[] }
    const isGood = lots
      ? unpackLots(state, lots, members)
      : Array.isArray(entities) && entities.every((entry) => keepEntry(state, entry))
    if (!isGood) return undefined
    const stacks = { undo: undo.map(unpack), redo: redo.map(unpack) }
    return { libraryId, epoch, seq, segments, undo: stacks, state }
  } catch {
    return undefined
  }
}

/** What comes before the entities, and the bytes after it; of a snapshot without lots, all of it. */
function readHead(bytes: Uint8Array): { readonly head: unknown; readonly members: Uint8Array } {
  const deflated = bytes.subarray(GZIP_HEAD)
  // Safe: this is what `info` asks for; the types of Node do not know it.
  const first = inflateRawSync(deflated, { info: true, chunkSize: CHUNK }) as unknown as Inflated
  const json = first.buffer.toString('utf8')
  return {
    head: JSON.parse(json.endsWith(BEGIN_ENTITIES) ? `${json}]}` : json),
    members: deflated.subarray(first.engine.bytesWritten + GZIP_TAIL),
  }
}

interface Inflated {
  readonly buffer: Buffer
  /** Has read so many bytes: up to the end of the first member. */
  readonly engine: { readonly bytesWritten: number }
}

function isSteps(value: unknown): boolean {
  return Array.isArray(value) && value.every(isStep)
}

/** By hand: a library of ten years has 100,000 steps. */
function isStep(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length === 2 && typeof value[0] === 'string' && Number.isInteger(value[1])
  }
  if (typeof value !== 'object' || value === null) return false
  const { seqs, action, group } = value as Readonly<Record<string, unknown>>
  const isGroup = group === undefined || typeof group === 'string'
  return typeof action === 'string' && isGroup && Array.isArray(seqs) && seqs.every(Number.isInteger)
}

function pack(undoStep: UndoStep): PackedStep {
  const [seq, ...more] = undoStep.seqs
  const isPlain = undoStep.group === undefined && seq !== undefined && more.length === 0
  return isPlain ? [undoStep.action, seq] : undoStep
}

function unpack(packed: PackedStep): UndoStep {
  return 'seqs' in packed ? packed : { action: packed[0], seqs: [packed[1]] }
}
