import { applyOperations } from '#domain/library/apply.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { change, create, type Operation } from '#domain/library/operation.ts'
import { refOf } from '#domain/library/entities.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { sameJson } from '#domain/shared/json.ts'
import { makePause } from '../../files/pause.ts'
import type { Snapshot } from '../snapshot-format.ts'

/** Told how a replay goes. */
export interface ReplayListener {
  /** A record does not fit what is there: something it builds on is lost. */
  onSkipped(record: JournalRecord): void
  /** A snapshot holds something else than the records up to it give. `operations` lead from here to there. */
  onDifference(snapshot: Snapshot, operations: readonly Operation[]): void
  /** A record is part of the state now. */
  onTaken(record: JournalRecord): void
}

/**
 * Plays good records and good snapshots in order and makes the best state of them. A record that does not fit is
 * skipped. Where a snapshot differs from what the records give, the snapshot is right: it was made when all of them
 * were there.
 */
export async function replay(
  records: readonly JournalRecord[],
  snapshots: readonly Snapshot[],
  listener: ReplayListener,
): Promise<LibraryState> {
  const state = new LibraryState()
  const pause = makePause()
  const waiting = snapshots.toSorted((a, b) => a.seq - b.seq)
  const takeSnapshots = (before: number): void => {
    while (waiting[0] && waiting[0].seq < before) {
      const snapshot = waiting.shift()
      const operations = snapshot ? difference(state, snapshot.state) : []
      if (!snapshot || operations.length === 0) continue
      applyOperations(state, operations)
      listener.onDifference(snapshot, operations)
    }
  }
  for (const record of records) {
    await pause()
    takeSnapshots(record.seq)
    try {
      applyOperations(state, record.operations)
    } catch {
      listener.onSkipped(record)
      continue
    }
    listener.onTaken(record)
  }
  takeSnapshots(Infinity)
  return state
}

/** The operations that lead from one state to another; what refers comes after what is referred to. */
export function difference(from: LibraryState, to: LibraryState): Operation[] {
  const removed: Operation[] = []
  const made: Operation[] = []
  for (const [kind, entity] of from.entities()) {
    const ref = refOf(kind, entity as never)
    if (!to.get(ref)) removed.unshift({ op: 'delete', ref, value: entity })
  }
  for (const [kind, entity] of to.entities()) {
    const before = from.get(refOf(kind, entity as never))
    // Safe: both are of the kind that the state keeps them under.
    if (!before) made.push(create(kind, entity as never))
    else if (!sameJson(before, entity)) made.push(...change(kind, before as never, entity as never))
  }
  return [...removed, ...made]
}
