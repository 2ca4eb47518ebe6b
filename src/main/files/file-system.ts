import { constants } from 'node:fs'
import {
  access,
  chmod,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
  type FileHandle,
} from 'node:fs/promises'

/** A file open for writing or reading. Positions and lengths are bytes. */
export interface OpenFile {
  /** Writes all bytes at the end of the file. */
  append(bytes: Uint8Array): Promise<void>
  read(position: number, length: number): Promise<Uint8Array>
  /** Returns when the written bytes are on the disk, as far as the system tells. */
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  size(): Promise<number>
  /** As `FileSystem.stat` says it of the path, while the file stands there. */
  identity(): Promise<string>
  close(): Promise<void>
}

/** How a file is opened: to read; to read and append (made if missing); to append to a file that must be new. */
export type OpenMode = 'read' | 'append' | 'new'

/** What a disk says about a file or a folder. */
export interface FileFacts {
  readonly size: number
  readonly isFolder: boolean
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  /** Who may do what with it, as Unix writes it. */
  readonly mode: number
  /** Tells it from whatever else may come to stand at the same path. */
  readonly identity: string
}

/** The few things a library asks of a disk. Passed in, so that tests can fill, lock and break it. */
export interface FileSystem {
  open(path: string, mode: OpenMode): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  /** Nothing when there is no such file or folder. */
  stat(path: string): Promise<FileFacts | undefined>
  /** Names in a folder, sorted; empty when the folder is missing. */
  list(folder: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name. Unlike `rename` it never takes a name that is in use: `EEXIST`. */
  link(from: string, to: string): Promise<void>
  setMode(path: string, mode: number): Promise<void>
  /** The path without links in it. */
  realPath(path: string): Promise<string>
  /** Removes a file; no error when it is missing. */
  remove(path: string): Promise<void>
  /** Removes an empty folder; no error when it is missing or not empty. */
  removeFolder(path: string): Promise<void>
  /** Makes renames and new files in a folder durable, where the system knows that notion. */
  syncFolder(path: string): Promise<void>
  isWritable(folder: string): Promise<boolean>
  /** Bytes that this user can still write on the folder's disk; nothing where the system does not say. */
  freeBytes(folder: string): Promise<number | undefined>
}

const FLAGS: Record<OpenMode, string> = { read: 'r', append: 'a+', new: 'ax+' }

/** The error codes by which Windows and network disks say that folders cannot be synced. Nothing is lost then. */
const NO_FOLDER_SYNC = new Set(['EPERM', 'EISDIR', 'EINVAL', 'EBADF', 'ENOTSUP'])

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  open: async (path, mode) => openFile(await open(path, FLAGS[mode])),
  readFile,
  stat: async (path) => {
    const found = await stat(path).catch(ignoring('ENOENT', 'ENOTDIR'))
    return (
      found && {
        size: found.size,
        isFolder: found.isDirectory(),
        modifiedAt: found.mtimeMs,
        mode: found.mode & 0o7777,
        identity: identityOf(found),
      }
    )
  },
  list: async (folder) => ((await readdir(folder).catch(ignoring('ENOENT'))) ?? []).sort(),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  rename,
  link,
  setMode: chmod,
  realPath: (path) => realpath(path),
  remove: (path) => rm(path, { force: true }),
  removeFolder: async (path) => {
    await rmdir(path).catch(ignoring('ENOENT', 'ENOTEMPTY', 'EEXIST'))
  },
  syncFolder: async (path) => {
    const handle = await open(path, 'r').catch(ignoring(...NO_FOLDER_SYNC))
    try {
      await handle?.sync().catch(ignoring(...NO_FOLDER_SYNC))
    } finally {
      await handle?.close()
    }
  },
  isWritable: (folder) =>
    access(folder, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    ),
  freeBytes: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    ),
}

function openFile(handle: FileHandle): OpenFile {
  return {
    append: async (bytes) => {
      // A write may take fewer bytes than given, on a disk that is filling up for instance.
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done)
        done += bytesWritten
      }
    },
    read: async (position, length) => {
      const buffer = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    identity: async () => identityOf(await handle.stat()),
    close: () => handle.close(),
  }
}

/** Not the device: Windows names the same one differently for a path and for an open file. */
function identityOf({ ino }: { readonly ino: number }): string {
  return String(ino)
}

/** The code of a system error (`ENOSPC`), or nothing for any other value. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function ignoring(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(systemCode(error) ?? '')) throw error
    return undefined
  }
}
