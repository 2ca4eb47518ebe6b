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
 * Makes an autosave. `save` saves everything as it is at that moment and says whether the disk took it. What is refused
 * stays unsaved and is tried again. While `save` has not answered for long, it is called again with what has been typed
 * since, to keep that elsewhere; it then says that the disk did not take it.
 */
export function makeAutosave(save: () => Promise<boolean>): Autosave {
  let quiet: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  let isDirty = false
  let isSaving = false
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
    isSaving = true
    const taken = await save().catch(() => false)
    isSaving = false
    if (!taken) {
      isDirty = true
      latest ??= setTimeout(atLatest, RETRY_MS)
    }
  }

  const atLatest = (): void => {
    latest = undefined
    if (!isSaving) return void flush()
    // The disk hangs: what is typed meanwhile must not be in this window alone.
    if (isDirty) void save().catch(() => false)
    latest = setTimeout(atLatest, RETRY_MS)
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
      latest ??= setTimeout(atLatest, LATEST_MS)
    },
  }
}
