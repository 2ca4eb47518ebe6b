import { PactaError } from '#contract/errors.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { EventSink } from './event-sink.ts'

/** What a piece of long work can say while it runs. */
export interface TaskProgress {
  /** Says what is being done, and how much of the whole is done, 0 to 1. */
  step(words: string, share?: number): void
  /** Throws `cancelled` once the user has cancelled. Called between steps that leave nothing half-done. */
  checkCancelled(): void
  /** Aborted once the user has cancelled, for work that can stop in the middle. */
  readonly signal: AbortSignal
}

/** Runs long work where the user can see and cancel it. */
export interface Tasks {
  run<T>(title: string, work: (progress: TaskProgress) => Promise<T>): Promise<T>
  cancel(taskId: string): void
}

/** Makes a runner that reports to the windows. */
export function makeTasks(ids: Ids, emit: EventSink): Tasks {
  const running = new Map<string, AbortController>()
  return {
    run: async (title, work) => {
      const taskId = ids.next()
      const controller = new AbortController()
      running.set(taskId, controller)
      let last: { step: string; progress?: number } = { step: title }
      const report = (state: 'running' | 'done' | 'failed' | 'cancelled'): void =>
        emit('task', { taskId, title, state, ...last })
      const progress: TaskProgress = {
        step: (step, share) => {
          last = share === undefined ? { step } : { step, progress: share }
          report('running')
        },
        checkCancelled: () => {
          if (controller.signal.aborted) throw new PactaError('cancelled')
        },
        signal: controller.signal,
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
        running.delete(taskId)
      }
    },
    cancel: (taskId) => running.get(taskId)?.abort(),
  }
}
