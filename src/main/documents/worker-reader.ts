import { PactaError } from '#contract/errors.ts'
import { isOutOfMemory, runInWorker } from './worker-task.ts'
import { readDocument, type Read, type ReadControl } from './read-document.ts'

/** What the worker is given. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** What is known of the file. */
  readonly known: Omit<ReadControl, 'progress' | 'signal'>
}

/** A smaller file is read before a worker has started, however hostile it is. */
const SMALL_BYTES = 16 * 1024

/** A hostile file can fill this much of the memory before its worker is stopped. */
const MOST_MEMORY_MB = 2048

/**
 * A reader that works in a thread, so that windows stay alive: words, provisions and the facts of a record alike.
 * Cancelling ends the thread at once.
 *
 * @param script the worker's script, `read-worker`.
 */
export function workerReader(script: string): Read {
  return (bytes, fileName, control = {}) => {
    // A PDF takes long whatever its size.
    const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
    if (bytes.length <= SMALL_BYTES && !isPdf) return readDocument(bytes, fileName, control)
    const { progress, signal, ...known } = control
    const task: ReadTask = { bytes, fileName, known }
    return runInWorker(script, task, MOST_MEMORY_MB, { progress, signal }, (cause) =>
      isOutOfMemory(cause)
        ? new PactaError(
            'file-unpacks-too-large',
            { name: fileName, limit: `${MOST_MEMORY_MB} MB` },
            { cause },
          )
        : new PactaError('internal', {}, { cause }),
    )
  }
}
