import { answerTasks } from '../documents/worker-task.ts'
import { makeLearner, type LearnerTask } from './learner.ts'

const learner = makeLearner()

/** The body of the thread that learns how texts are coded. */
// Safe: `workerSuggestions` gives its thread nothing else.
answerTasks((task) => learner(task as LearnerTask))
