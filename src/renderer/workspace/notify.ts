import { errorMessage, PactaError } from '#contract/errors.ts'
import { toasts } from '../ui/toasts.ts'

/** Tells of something that went wrong: what happened, what is safe, what to do. */
export function notifyError(error: unknown): void {
  const { code, details } = error instanceof PactaError ? error : new PactaError('internal')
  // A user who cancels knows it.
  if (code === 'cancelled') return
  const { happened, safe, todo } = errorMessage(code, details)
  toasts.add({ title: happened, description: `${safe} ${todo}`, type: 'error', timeout: 0 })
}

/** Tells of something done, with one thing that can be done about it. */
export function notify(title: string, action?: { readonly label: string; readonly run: () => void }): void {
  toasts.add({
    title,
    timeout: 6000,
    ...(action ? { actionProps: { children: action.label, onClick: action.run } } : {}),
  })
}

/** Tells what undo or redo has just done: each in the place of the one before, because they come in rows. */
export function notifyStep(title: string): void {
  toasts.add({ id: 'undo-step', title, timeout: 2500 })
}
