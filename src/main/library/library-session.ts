import { join } from 'node:path'
import type { LibraryInfo } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { problemOf } from '#contract/problem.ts'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import { createLibrary, openLibrary, type LibraryHost } from './library-opener.ts'
import type { LibraryListener } from './library-listener.ts'
import type { OpenLibrary } from './open-library.ts'

/** The one library that is open, or none. */
export interface LibrarySession {
  readonly current: OpenLibrary | undefined
  /** @throws PactaError `no-library` when none is open. */
  require(): OpenLibrary
  /** Makes a library with the default codebook in a folder, and opens it. @throws as `createLibrary`. */
  create(root: string, by: string): Promise<LibraryInfo>
  /** Opens the library in a folder; the one open before is closed first. @throws as `openLibrary`. */
  open(root: string): Promise<LibraryInfo>
  /**
   * Opens the library once more, for writing also when its lock is another computer's: the user says that nobody has it
   * open there. @throws as `openLibrary`.
   */
  takeOver(): Promise<LibraryInfo>
  close(): Promise<void>
}

/**
 * The open library, for a change that was made for the one with this id: a window may still hold changes for one that
 * it has left.
 *
 * @throws PactaError `another-library`, `no-library`.
 */
export function requireLibrary(session: LibrarySession, libraryId: string): OpenLibrary {
  const library = session.require()
  if (library.manifest.libraryId !== libraryId) throw new PactaError('another-library')
  return library
}

/** What a window is told about an open library. */
export function infoOf(library: OpenLibrary): LibraryInfo {
  const { libraryId, epoch } = library.manifest
  return {
    libraryId,
    name: library.name,
    path: library.root,
    epoch,
    headSeq: library.headSeq,
    ...(library.readOnly ? { readOnly: problemOf(library.readOnly) } : {}),
    notices: library.notices.map(problemOf),
  }
}

/** Makes a session without an open library. */
export function librarySession(host: LibraryHost, listener: LibraryListener): LibrarySession {
  let current: OpenLibrary | undefined

  /** The library that was asked for last and is being opened: asked for once more, it is waited for. */
  let opening:
    | { readonly root: string; readonly done: Promise<LibraryInfo>; readonly isTakenOver: boolean }
    | undefined

  const close = async (): Promise<void> => {
    await opening?.done.catch(() => undefined)
    await closeCurrent()
  }

  const closeCurrent = async (): Promise<void> => {
    const closing = current
    current = undefined
    await closing?.close()
  }

  const open = (root: string, isTakenOver = false): Promise<LibraryInfo> => {
    if (opening?.root === root && opening.isTakenOver === isTakenOver) return opening.done
    // One after the other, in the order they were asked for.
    const before = opening?.done.catch(() => undefined) ?? Promise.resolve()
    const started = { root, isTakenOver, done: before.then(() => openNow(root, isTakenOver)) }
    opening = started
    const end = (): void => {
      if (opening === started) opening = undefined
    }
    started.done.then(end, end)
    return started.done
  }

  const openNow = async (root: string, isTakenOver: boolean): Promise<LibraryInfo> => {
    const isSame = current !== undefined && (await isSameFolder(host, current.root, root))
    // One that could only be read is looked at again: what stood in the way may have gone.
    if (!isSame || current?.readOnly) {
      // The lock of a library that has become unwritable would keep ourselves out.
      if (isSame) await current?.yieldLock()
      const opened = await openLibrary(host, root, listener, isTakenOver)
      await closeCurrent()
      current = opened
    }
    const now = current
    if (!now) throw new PactaError('no-library')
    now.announceHistory()
    return infoOf(now)
  }

  return {
    get current() {
      return current
    },
    require: () => {
      if (!current) throw new PactaError('no-library')
      return current
    },
    create: async (root, by) => {
      await createLibrary(host, root)
      await open(root)
      await current?.commit({ action: 'library.create', operations: codebookOperations() }, by)
      return open(root)
    },
    open: (root) => open(root),
    takeOver: async () => {
      if (!current) throw new PactaError('no-library')
      return open(current.root, true)
    },
    close,
  }
}

/** Whether two paths lead to one folder: a link to a library is not another library. */
async function isSameFolder({ fs }: LibraryHost, one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [place, another] = await Promise.all(
    [one, other].map((path) => fs.realPath(path).catch(() => undefined)),
  )
  return place !== undefined && place === another
}

function codebookOperations(): Operation[] {
  const { codebook, themes } = defaultCodebook()
  return [create('codebook', codebook), ...themes.map((theme) => create('theme', theme))]
}

/** A folder beside others that does not exist yet or is empty: `Pacta library`, `Pacta library 2`, … */
export async function freeFolder(host: LibraryHost, parent: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const root = join(parent, n === 1 ? name : `${name} ${n}`)
    if ((await host.fs.list(root)).length === 0) return root
  }
}
