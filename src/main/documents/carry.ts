import { setImmediate } from 'node:timers/promises'
import { PactaError } from '#contract/errors.ts'
import { carryMarks, type CarriedMark, type MarkedText } from '#domain/library/changes/carry-marks.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { StructuredText } from '#domain/text/carry/alike.ts'
import { workerThreads, type WorkerControl } from './worker-task.ts'

/** What is carried where: the arguments of `carryMarks`. */
export interface CarryTask {
  readonly before: MarkedText
  readonly after: StructuredText
  /** The provisions of the new version that have an assessment already. */
  readonly taken: ReadonlySet<ProvisionId>
}

/** Carries every mark of one version of a text into another: `carryInSlices` itself, or the same in a worker. */
export type Carry = (task: CarryTask, control: WorkerControl) => Promise<readonly CarriedMark[]>

/** After so many marks other work is let in. */
const SLICE = 16

/** Carries in the thread that asks, and lets other work in between. */
export const carryInSlices: Carry = async ({ before, after, taken }, { progress, signal }) => {
  const total = before.annotations.length + before.assessments.length
  const carried: CarriedMark[] = []
  for (const mark of carryMarks(before, after, new Set(taken))) {
    carried.push(mark)
    if (carried.length % SLICE !== 0) continue
    progress?.(carried.length / total)
    await setImmediate()
    if (signal?.aborted) throw new PactaError('cancelled')
  }
  return carried
}

/** Texts shorter than this together, in UTF-16 units, are compared before a worker has started. */
const SHORT = 64 * 1024

/** What comparing the longest texts takes, and as much again. */
const MOST_MEMORY_MB = 4096

/**
 * Carries in a worker thread where the texts are long: comparing them takes a second for a million characters.
 *
 * @param script the worker's script, `carry-worker`.
 */
export function workerCarry(script: string): Carry {
  const threads = workerThreads<readonly CarriedMark[]>(
    script,
    MOST_MEMORY_MB,
    (cause) => new PactaError('internal', {}, { cause }),
  )
  return (task, control) =>
    task.before.text.length + task.after.text.length < SHORT
      ? carryInSlices(task, control)
      : threads.run(task, control)
}
