import { carryInSlices, type CarryTask } from './carry.ts'
import { answerTasks } from './worker-task.ts'

/** The body of a thread that carries the marks of texts, one text after the other. */
// Safe: `workerCarry` gives its threads nothing else.
answerTasks((task, progress) => carryInSlices(task as CarryTask, { progress }))
