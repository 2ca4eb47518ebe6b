/** The channel of calls, from a window to the main process. */
export const INVOKE_CHANNEL = 'pacta:invoke'
/** The channel of events, from the main process to its windows. */
export const EVENT_CHANNEL = 'pacta:event'

/** What the preload puts into a window as `window.pacta`: the whole of a window's reach beyond itself. */
export interface PactaBridge {
  /** Makes a call; the reply is checked by the caller. */
  invoke(name: string, input: unknown): Promise<unknown>
  /**
   * Listens to events until the returned function is called. A message is JSON: as one string it crosses into the window ten
   * times as fast as its objects would.
   */
  subscribe(listener: (message: string) => void): () => void
}
