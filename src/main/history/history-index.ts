import { setImmediate } from 'node:timers/promises'
import { textRefs, textStatesOf, type TextState } from '#domain/history/text-states.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { OpenLibrary } from '../library/open-library.ts'

/** Records read at once: few enough that typing is not held up. */
const PAGE = 200

/** What can have a note. Provisions have theirs as annotations of the whole provision. */
export type NoteBearer = Extract<EntityRef, { readonly kind: 'annotation' | 'agreement' | 'theme' }>

/** A note that was taken away from something that has none now. */
export interface RemovedNote {
  readonly ref: NoteBearer
  /** The record that took it away; the note stands in it. */
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly note: unknown
}

/** Which records of a library's journal touch what. */
export interface HistoryIndex {
  /** The records that touch any of some entities, each once, in order. */
  recordsOf(...refs: readonly EntityRef[]): Promise<JournalRecord[]>
  /** The notes that were taken away and not written anew. */
  removedNotes(): Promise<readonly RemovedNote[]>
}

const indexes = new WeakMap<OpenLibrary, HistoryIndex>()

/** The index of an open library: one for all who ask. */
export function historyOf(library: OpenLibrary): HistoryIndex {
  const known = indexes.get(library) ?? historyIndex(library)
  indexes.set(library, known)
  return known
}

/** Every state that a text of a library has had, the earliest first. */
export async function textStates(library: OpenLibrary, id: TextId): Promise<TextState[]> {
  return textStatesOf(await historyOf(library).recordsOf(...textRefs(id)), id)
}

/**
 * Makes the index of a library. The journal is read once, when it is first asked, a page at a time; later only what
 * is new. It holds numbers, not words: the records themselves are read when wanted.
 */
export function historyIndex(library: Pick<OpenLibrary, 'records' | 'headSeq'>): HistoryIndex {
  const seqs = new Map<string, number[]>()
  const removed = new Map<string, RemovedNote>()
  let read = 0
  let reading: Promise<void> = Promise.resolve()

  const note = (record: JournalRecord): void => {
    for (const operation of record.operations) {
      const key = keyOf(operation.ref)
      const known = seqs.get(key)
      if (!known) seqs.set(key, [record.seq])
      else if (known.at(-1) !== record.seq) known.push(record.seq)
      noteRemoval(removed, operation, record)
    }
  }
  const catchUp = async (): Promise<void> => {
    while (read < library.headSeq) {
      const records = await library.records(read, PAGE)
      if (records.length === 0) return
      for (const record of records) note(record)
      read = records.at(-1)?.seq ?? read
      await setImmediate()
    }
  }
  const upToDate = (): Promise<void> => {
    reading = reading.then(catchUp, catchUp)
    return reading
  }

  return {
    recordsOf: async (...refs) => {
      await upToDate()
      const touching = new Set(refs.flatMap((ref) => seqs.get(keyOf(ref)) ?? []))
      const records: JournalRecord[] = []
      for (const { first, count } of runsOf([...touching].toSorted((a, b) => a - b))) {
        records.push(...(await library.records(first - 1, count)))
      }
      return records
    },
    removedNotes: async () => {
      await upToDate()
      return [...removed.values()]
    },
  }
}

function keyOf(ref: EntityRef): string {
  return `${ref.kind}/${ref.id}`
}

/** Numbers in a row, so that they are read at once. */
function runsOf(seqs: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = []
  for (const seq of seqs) {
    const last = runs.at(-1)
    if (last && seq === last.first + last.count) last.count++
    else runs.push({ first: seq, count: 1 })
  }
  return runs
}

function noteRemoval(removed: Map<string, RemovedNote>, operation: Operation, record: JournalRecord): void {
  const { ref } = operation
  if (operation.op !== 'update' || !isNoteBearer(ref)) return
  const change = operation.fields.find((field) => field.name === 'note')
  if (!change) return
  // Who undoes the writing of a note has not deleted it: redo brings it back.
  const isUnwritten = record.undoes !== undefined && record.action.endsWith('.note')
  const key = keyOf(ref)
  if (change.after === undefined && !isUnwritten) {
    const { seq, at, by } = record
    removed.set(key, { ref, seq, at, by, note: change.before })
  } else {
    removed.delete(key)
  }
}

function isNoteBearer(ref: EntityRef): ref is NoteBearer {
  return ref.kind === 'annotation' || ref.kind === 'agreement' || ref.kind === 'theme'
}
