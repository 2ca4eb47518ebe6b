/** How long a window may take to hand over what is being typed; a window that hangs must not keep the app open. */
const FLUSH_WAIT_MS = 2000

/** Asks the windows to save what is being typed, before they close. */
export interface Farewell {
  /** Returns when the windows have answered, or have taken too long. */
  ask(): Promise<void>
  /** A window has answered. */
  flushed(): void
}

/** Makes the exchange; `send` asks the windows. */
export function makeFarewell(send: () => void, waitMs = FLUSH_WAIT_MS): Farewell {
  let answered: (() => void) | undefined
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs)
        answered = () => {
          clearTimeout(timer)
          resolve()
        }
        send()
      }),
    flushed: () => answered?.(),
  }
}
