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
  /**
   * Makes the next use of an operation fail with a system code; with the end of a path, the next on such a file. What
   * else is written meanwhile does not meet a fault that is meant for one file.
   */
  fail(operation: Fault, code: string, ofFile?: string): void
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
  const faults = new Map<Fault, { readonly code: string; readonly ofFile: string }>()
  let room = Infinity

  const check = (operation: Fault, path: string): void => {
    const fault = faults.get(operation)
    if (!fault || !path.endsWith(fault.ofFile)) return
    faults.delete(operation)
    throw systemError(fault.code)
  }

  const wrap = (file: OpenFile, path: string): OpenFile => {
    left.add(file)
    return {
      ...file,
      close: async () => {
        left.delete(file)
        await file.close()
      },
      append: async (bytes) => {
        check('append', path)
        const fits = bytes.subarray(0, Math.min(room, bytes.length))
        room -= fits.length
        await file.append(fits)
        if (fits.length < bytes.length) throw systemError('ENOSPC')
      },
      datasync: async () => {
        check('datasync', path)
        await file.datasync()
      },
      truncate: async (length) => {
        check('truncate', path)
        await file.truncate(length)
      },
    }
  }

  return {
    ...nodeFileSystem,
    open: async (path, mode) => {
      check('open', path)
      return wrap(await nodeFileSystem.open(path, mode), path)
    },
    readFile: async (path) => {
      check('readFile', path)
      return nodeFileSystem.readFile(path)
    },
    rename: async (from, to) => {
      check('rename', to)
      await nodeFileSystem.rename(from, to)
    },
    link: async (from, to) => {
      check('link', to)
      await nodeFileSystem.link(from, to)
    },
    remove: async (path) => {
      check('remove', path)
      await nodeFileSystem.remove(path)
    },
    makeFolder: async (path) => {
      check('makeFolder', path)
      await nodeFileSystem.makeFolder(path)
    },
    syncFolder: async (path) => {
      check('syncFolder', path)
      await nodeFileSystem.syncFolder(path)
    },
    fail: (operation, code, ofFile = '') => {
      faults.set(operation, { code, ofFile })
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
