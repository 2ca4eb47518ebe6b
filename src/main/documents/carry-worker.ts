import { workerData } from 'node:worker_threads'
import { answerTask } from './worker-task.ts'
import { carryInSlices, type CarryTask } from './carry.ts'

/** The body of a worker that carries the marks of one text and ends. */
const task = workerData as CarryTask
await answerTask((progress) => carryInSlices(task, { progress }))
