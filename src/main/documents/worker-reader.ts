import { PactaError } from '#contract/errors.ts'
import { isOutOfMemory, workerThreads } from './worker-task.ts'
import { readDocument, type Read, type ReadControl, type ReadDocument } from './read-document.ts'

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

/** A reader, and how it is told that a file is about to come. */
export interface WorkerReader {
  readonly read: Read
  readonly prepare: () => void
}

/**
 * A reader that works in a thread, so that windows stay alive: words, provisions and the facts of a record alike.
 * Cancelling ends the thread at once.
 *
 * @param script the worker's script, `read-worker`.
 */
export function workerReader(script: string): WorkerReader {
  const threads = workerThreads<ReadDocument>(script, MOST_MEMORY_MB, (cause, task) =>
    isOutOfMemory(cause)
      ? new PactaError(
          'file-unpacks-too-large',
          // Safe: these threads are given nothing else.
          { name: (task as ReadTask).fileName, limit: `${MOST_MEMORY_MB} MB` },
          { cause },
        )
      : new PactaError('internal', {}, { cause }),
  )
  return {
    prepare: () => threads.prepare(),
    read: (bytes, fileName, control = {}) => {
      // A PDF takes long whatever its size.
      const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
      if (bytes.length <= SMALL_BYTES && !isPdf) return readDocument(bytes, fileName, control)
      const { progress, signal, ...known } = control
      const task: ReadTask = { bytes, fileName, known }
      return threads.run(task, { progress, signal })
    },
  }
}
