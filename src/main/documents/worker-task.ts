import { parentPort, Worker } from 'node:worker_threads'
import { PactaError, type ErrorCode, type ErrorDetails } from '#contract/errors.ts'

/** What a worker sends back. */
type WorkerAnswer<T> =
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'done'; readonly result: T }
  | { readonly is: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails }

/** How long work in a worker is followed and stopped. */
export interface WorkerControl {
  /** Told the share of the work that is done, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
  /** Ends the worker at once, whatever it is doing. */
  readonly signal?: AbortSignal | undefined
}

/** Does tasks of one kind in threads. */
export interface WorkerThreads<T> {
  /**
   * Has a task done in a thread, so that windows stay alive. Cancelling ends the thread at once; one that runs out of memory
   * ends alone.
   *
   * @throws PactaError of the script, and `cancelled`.
   */
  run(task: unknown, control: WorkerControl): Promise<T>
  /** Starts a thread if none is ready, because a task is about to come. */
  prepare(): void
}

/** A thread that has nothing to do for so long gives its memory back. */
const IDLE_MS = 60_000

/**
 * Threads that run a script. One that has done its task stays ready for the next: it has read its script and warmed to
 * its work, which is half of what a long agreement takes.
 *
 * @param failed what a failure is that the script has not foreseen.
 */
export function workerThreads<T>(
  script: string,
  mostMemoryMb: number,
  failed: (cause: unknown, task: unknown) => PactaError,
): WorkerThreads<T> {
  let ready: Worker | undefined
  let goodbye: ReturnType<typeof setTimeout> | undefined

  const start = (): Worker => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
    // What it ends with while it has no task is told by the next one.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (ready === worker) ready = undefined
    })
    return worker
  }
  const keep = (worker: Worker): void => {
    if (ready) return void worker.terminate()
    ready = worker
    // Nobody stays because of it.
    worker.unref()
    clearTimeout(goodbye)
    goodbye = setTimeout(() => void worker.terminate(), IDLE_MS)
    goodbye.unref()
  }
  const take = (): Worker => {
    clearTimeout(goodbye)
    const worker = ready ?? start()
    ready = undefined
    worker.ref()
    return worker
  }

  return {
    prepare: () => {
      if (!ready) keep(start())
    },
    run: (task, { progress, signal }) =>
      new Promise((settle, fail) => {
        if (signal?.aborted) {
          fail(new PactaError('cancelled'))
          return
        }
        const worker = take()
        const leave = (): void => {
          signal?.removeEventListener('abort', cancel)
          worker.off('message', hear).off('error', broken).off('exit', ended)
        }
        const end = (error: PactaError): void => {
          leave()
          void worker.terminate()
          fail(error)
        }
        const cancel = (): void => end(new PactaError('cancelled'))
        const broken = (cause: unknown): void => end(failed(cause, task))
        const ended = (): void => broken(new Error('The worker ended early'))
        const hear = (answer: WorkerAnswer<T>): void => {
          if (answer.is === 'progress') return progress?.(answer.share)
          leave()
          keep(worker)
          if (answer.is === 'done') settle(answer.result)
          else fail(new PactaError(answer.code, answer.details))
        }
        signal?.addEventListener('abort', cancel, { once: true })
        worker.on('message', hear).on('error', broken).on('exit', ended)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(task)
      }),
  }
}

/** The other side of `workerThreads`: does the tasks of a script and sends back what comes of each. */
export function answerTasks<T>(
  work: (task: unknown, progress: (share: number) => void) => Promise<T> | T,
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const send = (answer: WorkerAnswer<T>): void => parentPort?.postMessage(answer)
  const answer = async (task: unknown): Promise<void> => {
    try {
      send({ is: 'done', result: await work(task, (share) => send({ is: 'progress', share })) })
    } catch (error) {
      // Any other error is a mistake of ours: the thread ends with it, and it is reported as such.
      if (!(error instanceof PactaError)) throw error
      send({ is: 'failed', code: error.code, details: error.details })
    }
  }
  parentPort?.on('message', (task: unknown) => void answer(task))
}

/** Whether a worker ended because it had used up the memory it may use. */
export function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
