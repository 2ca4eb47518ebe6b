import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An archive that the system asked Pacta to open, until a window asks for it. */
export interface WaitingArchive {
  offer(path: string): void
  /** Gives it out, once. */
  take(): string | undefined
}

/** Nothing waiting. */
export function waitingArchive(): WaitingArchive {
  let waiting: string | undefined
  return {
    offer: (path) => {
      waiting = path
    },
    take: () => {
      const path = waiting
      waiting = undefined
      return path
    },
  }
}

/**
 * The archive named on a command line, if there is one: the last argument that ends in `.pacta` and is no option.
 * Whether it is there, and what it holds, is found out when it is opened.
 */
export function archiveArgument(args: readonly string[], folder: string): string | undefined {
  const paths = args.filter((arg) => !arg.startsWith('-')).map(pathOf)
  const named = paths.findLast((path) => path?.toLowerCase().endsWith('.pacta'))
  return named === undefined ? undefined : resolve(folder, named)
}

/** File managers on Linux name a file by its address; one of another kind than `file:` is no file here. */
function pathOf(arg: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(arg)) return arg
  try {
    return fileURLToPath(arg)
  } catch {
    return undefined
  }
}
