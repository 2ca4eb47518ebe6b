import { PactaError } from '#contract/errors.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { EventSink } from './event-sink.ts'

/** What a piece of long work can say while it runs. */
export interface TaskProgress {
  /** Says what is being done, and how much of the whole is done, 0 to 1. */
  step(words: string, share?: number): void
  /** Throws `cancelled` once the user has cancelled. Called between steps that leave nothing half-done. */
  checkCancelled(): void
}

/** Runs long work where the user can see and cancel it. */
export interface Tasks {
  run<T>(title: string, work: (progress: TaskProgress) => Promise<T>): Promise<T>
  cancel(taskId: string): void
}

/** Makes a runner that reports to the windows. */
export function makeTasks(ids: Ids, emit: EventSink): Tasks {
  const cancelled = new Map<string, boolean>()
  return {
    run: async (title, work) => {
      const taskId = ids.next()
      cancelled.set(taskId, false)
      let last: { step: string; progress?: number } = { step: title }
      const report = (state: 'running' | 'done' | 'failed' | 'cancelled'): void =>
        emit('task', { taskId, title, state, ...last })
      const progress: TaskProgress = {
        step: (step, share) => {
          last = share === undefined ? { step } : { step, progress: share }
          report('running')
        },
        checkCancelled: () => {
          if (cancelled.get(taskId)) throw new PactaError('cancelled')
        },
      }
      report('running')
      try {
        const result = await work(progress)
        report('done')
        return result
      } catch (error) {
        report(error instanceof PactaError && error.code === 'cancelled' ? 'cancelled' : 'failed')
        throw error
      } finally {
        cancelled.delete(taskId)
      }
    },
    cancel: (taskId) => {
      if (cancelled.has(taskId)) cancelled.set(taskId, true)
    },
  }
}
