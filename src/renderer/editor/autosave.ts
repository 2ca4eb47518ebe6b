/** Saves after this long without typing. */
const QUIET_MS = 400
/** Saves at the latest this long after the first unsaved letter: what was typed a second ago is on disk. */
const LATEST_MS = 800
/** Tries again after this long when the disk refuses: each try also leaves a draft of all that is typed by then. */
const RETRY_MS = 800

/** Keeps what is being typed on disk while it is being typed. */
export interface Autosave {
  /** Something changed. */
  touch(): void
  /** Saves now what is unsaved, and returns when it is saved or refused. */
  flush(): Promise<void>
}

/**
 * Makes an autosave. `save` saves everything as it is at that moment and says whether the disk took it; it never
 * runs twice at a time. What is refused stays unsaved and is tried again.
 */
export function makeAutosave(save: () => Promise<boolean>): Autosave {
  let quiet: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  let isDirty = false
  let running: Promise<void> = Promise.resolve()

  const clear = (): void => {
    clearTimeout(quiet)
    clearTimeout(latest)
    latest = undefined
  }

  const run = async (): Promise<void> => {
    if (!isDirty) return
    isDirty = false
    clear()
    const taken = await save().catch(() => false)
    if (!taken) {
      isDirty = true
      latest ??= setTimeout(() => void flush(), RETRY_MS)
    }
  }

  const flush = (): Promise<void> => {
    running = running.then(run)
    return running
  }

  return {
    flush,
    touch: () => {
      isDirty = true
      clearTimeout(quiet)
      quiet = setTimeout(() => void flush(), QUIET_MS)
      latest ??= setTimeout(() => void flush(), LATEST_MS)
    },
  }
}
