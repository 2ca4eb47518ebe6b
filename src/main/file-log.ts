import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '#domain/shared/time.ts'
import type { Log } from './shell-services.ts'

const LARGEST_BYTES = 1024 * 1024

/** A log in one file of at most a megabyte, with the one before it kept. Failing to log is never an error. */
export function fileLog(path: string, clock: Clock): Log {
  let last: Promise<void> = Promise.resolve()
  const write = async (line: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    const size = (await stat(path).catch(() => undefined))?.size ?? 0
    if (size > LARGEST_BYTES) await rename(path, `${path}.old`)
    await appendFile(path, line)
  }
  return {
    error: (message, cause) => {
      const detail = cause instanceof Error ? (cause.stack ?? cause.message) : cause
      const line = `${JSON.stringify({ at: clock.now(), message, ...(detail === undefined ? {} : { detail }) })}\n`
      last = last.then(() => write(line)).catch(() => undefined)
    },
  }
}
