import { Worker } from 'node:worker_threads'
import { PactaError, type ErrorCode, type ErrorDetails } from '#contract/errors.ts'
import type { Decode, DecodedDocument } from './decoded-document.ts'
import { decodeDocument } from './decode-document.ts'

/** What a worker is given. */
export interface WorkerTask {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** What a worker sends back. */
export type WorkerAnswer =
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'done'; readonly document: DecodedDocument }
  | { readonly is: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails }

/** A smaller file is read before a worker has started. */
const SMALL_BYTES = 64 * 1024

/** A hostile file can fill this much of the memory before its worker is stopped. */
const MOST_MEMORY_MB = 2048

/**
 * A decoder that reads in a worker thread, so that windows stay alive. Cancelling ends the worker at once; a worker
 * that runs out of memory ends alone.
 *
 * @param script the worker's script, `decode-worker`.
 */
export function workerDecoder(script: string): Decode {
  return (bytes, fileName, control = {}) => {
    // A PDF takes long whatever its size.
    const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
    if (bytes.length <= SMALL_BYTES && !isPdf) return decodeDocument(bytes, fileName, control)
    return new Promise((settle, fail) => {
      const { signal } = control
      if (signal?.aborted) {
        fail(new PactaError('cancelled'))
        return
      }
      const task: WorkerTask = { bytes, fileName }
      const worker = new Worker(script, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      })
      const end = (finish: () => void): void => {
        signal?.removeEventListener('abort', cancel)
        void worker.terminate()
        finish()
      }
      const cancel = (): void => end(() => fail(new PactaError('cancelled')))
      signal?.addEventListener('abort', cancel, { once: true })
      worker.on('message', (answer: WorkerAnswer) => {
        if (answer.is === 'progress') control.progress?.(answer.share)
        else if (answer.is === 'done') end(() => settle(answer.document))
        else end(() => fail(new PactaError(answer.code, answer.details)))
      })
      worker.on('error', (cause) => end(() => fail(workerError(fileName, cause))))
      worker.on('exit', () => end(() => fail(workerError(fileName, new Error('The worker ended early')))))
    })
  }
}

function workerError(name: string, cause: unknown): PactaError {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory
    ? new PactaError('file-unpacks-too-large', { name, limit: `${MOST_MEMORY_MB} MB` }, { cause })
    : new PactaError('internal', {}, { cause })
}
