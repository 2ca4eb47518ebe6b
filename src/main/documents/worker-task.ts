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

/**
 * Has a script do a task in a thread of its own, so that windows stay alive. Cancelling ends the thread at once; one
 * that runs out of memory ends alone.
 *
 * @param failed what a failure is that the script has not foreseen.
 * @throws PactaError of the script, and `cancelled`.
 */
export function runInWorker<T>(
  script: string,
  task: unknown,
  mostMemoryMb: number,
  { progress, signal }: WorkerControl,
  failed: (cause: unknown) => PactaError,
): Promise<T> {
  return new Promise((settle, fail) => {
    if (signal?.aborted) {
      fail(new PactaError('cancelled'))
      return
    }
    const worker = new Worker(script, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    })
    const end = (finish: () => void): void => {
      signal?.removeEventListener('abort', cancel)
      void worker.terminate()
      finish()
    }
    const cancel = (): void => end(() => fail(new PactaError('cancelled')))
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: WorkerAnswer<T>) => {
      if (answer.is === 'progress') progress?.(answer.share)
      else if (answer.is === 'done') end(() => settle(answer.result))
      else end(() => fail(new PactaError(answer.code, answer.details)))
    })
    worker.on('error', (cause) => end(() => fail(failed(cause))))
    worker.on('exit', () => end(() => fail(failed(new Error('The worker ended early')))))
  })
}

/** The other side of `runInWorker`: does the work of a script and sends back what comes of it. */
export async function answerTask<T>(
  work: (progress: (share: number) => void) => Promise<T> | T,
): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const send = (answer: WorkerAnswer<T>): void => parentPort?.postMessage(answer)
  try {
    send({ is: 'done', result: await work((share) => send({ is: 'progress', share })) })
  } catch (error) {
    // Any other error is a mistake of ours: the thread ends with it, and it is reported as such.
    if (!(error instanceof PactaError)) throw error
    send({ is: 'failed', code: error.code, details: error.details })
  }
}

/** Whether a worker ended because it had used up the memory it may use. */
export function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
