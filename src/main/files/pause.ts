import { setImmediate } from 'node:timers/promises'

/** Work in one go before others get their turn: not felt while typing. Milliseconds. */
const SLICE_MS = 8

/** Lets other work in between; called often, it waits only when a slice of time is over. */
export type Pause = () => Promise<void> | undefined

/** Makes a pause for one piece of long work. */
export function makePause(now: () => number = () => performance.now()): Pause {
  let since = now()
  return () => {
    if (now() - since < SLICE_MS) return undefined
    return setImmediate().then(() => {
      since = now()
    })
  }
}
