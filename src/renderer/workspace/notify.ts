import { errorMessage, PactaError } from '#contract/errors.ts'
import { toasts } from '../ui/toasts.ts'

/** One thing that can be done about a message. */
interface Action {
  readonly label: string
  readonly run: () => void
}

/** Tells of something that went wrong: what happened, what is safe, what to do. */
export function notifyError(error: unknown, action?: Action): void {
  const { code, details } = error instanceof PactaError ? error : new PactaError('internal')
  // A user who cancels knows it.
  if (code === 'cancelled') return
  const { happened, safe, todo } = errorMessage(code, details)
  const id = toasts.add({
    title: happened,
    description: `${safe} ${todo}`,
    type: 'error',
    timeout: 0,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toasts.close(id)
        action.run()
      },
    },
  })
}

/** What takes the latest change back. */
const UNDO = 'Undo'

let offersUndo = false

/**
 * Takes away a message that offers to undo the change before: another change has been made since, or it is undone
 * already, and its Undo would take back something else than it says.
 */
export function dropUndo(): void {
  if (offersUndo) toasts.close('done')
  offersUndo = false
}

/**
 * Tells of something done, with one thing that can be done about it. It takes the place of the message before: its
 * action, mostly Undo, is about the latest change only.
 */
export function notify(title: string, action?: Action): void {
  offersUndo = action?.label === UNDO
  toasts.add({
    id: 'done',
    title,
    timeout: 6000,
    // Said also when there is none, so that the action of the message before does not stay.
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toasts.close('done')
        action.run()
      },
    },
  })
}

/** Tells what undo or redo has just done: each in the place of the one before, because they come in rows. */
export function notifyStep(title: string): void {
  toasts.add({ id: 'undo-step', title, timeout: 2500 })
}
