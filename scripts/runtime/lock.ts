import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE = 200

/**
 * Does the work while no other process does work under the same lock file, so that two starts at the same moment
 * fetch the runtime once. The lock is a courtesy, not a guarantee: one left behind by a process that no longer
 * lives is taken over, and after `patience` milliseconds the work is done regardless. So the work must also be
 * safe when done twice.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patience = 15 * 60_000): Promise<T> {
  const deadline = Date.now() + patience
  while (!(await take(file)) && Date.now() < deadline) {
    if (await isAbandoned(file)) await rm(file, { force: true })
    else await sleep(PAUSE)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Whether the process that holds the lock is gone. A file without a number was only just made. */
async function isAbandoned(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''))
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
