import { workerData } from 'node:worker_threads'
import { answerTask } from './worker-task.ts'
import { readDocument } from './read-document.ts'
import type { ReadTask } from './worker-reader.ts'

/** The body of a worker that reads one file and ends. `readDocument` does the work; this only carries words. */
const { bytes, fileName, known } = workerData as ReadTask
await answerTask((progress) => readDocument(bytes, fileName, { ...known, progress }))
