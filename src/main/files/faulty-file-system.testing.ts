import { onTestFinished } from 'vitest'
import { nodeFileSystem, type FileSystem, type OpenFile } from './file-system.ts'

/** What a test can make go wrong. */
export type Fault =
  | 'open'
  | 'readFile'
  | 'append'
  | 'datasync'
  | 'truncate'
  | 'rename'
  | 'link'
  | 'remove'
  | 'makeFolder'
  | 'syncFolder'

/** A disk that fails when told to. */
export interface FaultyFileSystem extends FileSystem {
  /** Makes the next use of an operation fail with a system code. */
  fail(operation: Fault, code: string): void
  /** Lets this many more bytes be written; after them the disk is full, in the middle of a write if need be. */
  leaveRoom(bytes: number): void
}

/**
 * Makes a disk that works like the real one until told otherwise. What a test leaves open is closed after it, as the
 * system does for a program that ends.
 */
export function faultyFileSystem(): FaultyFileSystem {
  const left = new Set<OpenFile>()
  onTestFinished(async () => {
    for (const file of left) await file.close()
  })
  const faults = new Map<Fault, string>()
  let room = Infinity

  const check = (operation: Fault): void => {
    const code = faults.get(operation)
    faults.delete(operation)
    if (code !== undefined) throw systemError(code)
  }

  const wrap = (file: OpenFile): OpenFile => {
    left.add(file)
    return {
      ...file,
      close: async () => {
        left.delete(file)
        await file.close()
      },
      append: async (bytes) => {
        check('append')
        const fits = bytes.subarray(0, Math.min(room, bytes.length))
        room -= fits.length
        await file.append(fits)
        if (fits.length < bytes.length) throw systemError('ENOSPC')
      },
      datasync: async () => {
        check('datasync')
        await file.datasync()
      },
      truncate: async (length) => {
        check('truncate')
        await file.truncate(length)
      },
    }
  }

  return {
    ...nodeFileSystem,
    open: async (path, mode) => {
      check('open')
      return wrap(await nodeFileSystem.open(path, mode))
    },
    readFile: async (path) => {
      check('readFile')
      return nodeFileSystem.readFile(path)
    },
    rename: async (from, to) => {
      check('rename')
      await nodeFileSystem.rename(from, to)
    },
    link: async (from, to) => {
      check('link')
      await nodeFileSystem.link(from, to)
    },
    remove: async (path) => {
      check('remove')
      await nodeFileSystem.remove(path)
    },
    makeFolder: async (path) => {
      check('makeFolder')
      await nodeFileSystem.makeFolder(path)
    },
    syncFolder: async (path) => {
      check('syncFolder')
      await nodeFileSystem.syncFolder(path)
    },
    fail: (operation, code) => {
      faults.set(operation, code)
    },
    leaveRoom: (bytes) => {
      room = bytes
    },
  }
}

/** An error as the system would throw it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code })
}
