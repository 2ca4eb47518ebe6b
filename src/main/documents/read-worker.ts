import { readDocument } from './read-document.ts'
import type { ReadTask } from './worker-reader.ts'
import { answerTasks } from './worker-task.ts'

/** The body of a thread that reads files, one after the other. `readDocument` does the work; this only carries words. */
answerTasks((task, progress) => {
  // Safe: the reader gives its threads nothing else.
  const { bytes, fileName, known } = task as ReadTask
  return readDocument(bytes, fileName, { ...known, progress })
})
