import type { TaskProgress } from './tasks.ts'

/** Shows how far long work is, and lets the user cancel it between two steps. Shares are 0 to 1. */
export function showProgress(progress: TaskProgress): (step: string, share: number) => void {
  let shown = -1
  return (step, share) => {
    progress.checkCancelled()
    // A hundred steps are seen; more would only be work for the windows.
    const percent = Math.floor(share * 100)
    if (percent === shown) return
    shown = percent
    progress.step(step, share)
  }
}
