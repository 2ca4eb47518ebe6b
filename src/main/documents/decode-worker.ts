import { parentPort, workerData } from 'node:worker_threads'
import { PactaError } from '#contract/errors.ts'
import { decodeDocument } from './decode-document.ts'
import type { WorkerAnswer, WorkerTask } from './worker-decoder.ts'

/** The body of a worker that reads one file and ends. `decodeDocument` does the work; this only carries words. */
const { bytes, fileName } = workerData as WorkerTask
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const send = (answer: WorkerAnswer): void => parentPort?.postMessage(answer)

try {
  const document = await decodeDocument(bytes, fileName, {
    progress: (share) => send({ is: 'progress', share }),
  })
  send({ is: 'done', document })
} catch (error) {
  // decodeDocument promises to throw nothing else.
  if (!(error instanceof PactaError)) throw error
  send({ is: 'failed', code: error.code, details: error.details })
}
