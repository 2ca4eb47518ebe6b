import { setTimeout as sleep } from 'node:timers/promises'
import { PactaError } from '#contract/errors.ts'
import type { FileSystem } from './files/file-system.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { findDamage } from './library/verify/find-damage.ts'

/** Opening comes first, and whoever opens a library wants to work. Milliseconds. */
const BEGIN_AFTER_MS = 30_000
/** Between two files, so that a slow disk has time for what the user does. Milliseconds. */
const REST_MS = 20

/** Waits; passed in so that tests need not. */
export type Wait = (ms: number) => Promise<void>

/**
 * Looks through the folder of a library once after it has been opened, beside the work, for bytes that are not those
 * written. Damage in the journal stops the writing, as it does when it is found on opening; any other is told. It ends
 * when the library is closed.
 */
export function scrubber(
  fs: FileSystem,
  tell: (library: OpenLibrary, notice: PactaError) => void,
  wait: Wait = unhurried,
): (library: OpenLibrary) => Promise<void> {
  const begun = new WeakSet<OpenLibrary>()
  return async (library) => {
    if (begun.has(library)) return
    begun.add(library)
    await wait(BEGIN_AFTER_MS)
    if (library.isClosed) return
    const { name } = library
    try {
      for await (const { file, byte, isJournal } of findDamage(fs, library, () => wait(REST_MS))) {
        if (library.isClosed) return
        if (isJournal) library.stopWriting(new PactaError('library-damaged', { name, file, byte }))
        else tell(library, new PactaError('damage-found', { name, file }))
      }
    } catch {
      // The folder has gone away, with its disk for instance. Whoever works in it hears of that soon enough.
    }
  }
}

/** Never keeps the program from ending. */
async function unhurried(ms: number): Promise<void> {
  await sleep(ms, undefined, { ref: false })
}
