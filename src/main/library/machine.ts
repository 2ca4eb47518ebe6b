import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { systemCode } from '../files/file-system.ts'

/** What can be asked of this computer about the programs on it. Times are milliseconds since 1970. */
export interface Machine {
  isRunning(pid: number): boolean
  now(): number
  /** When the computer was started, as far as the clock can be trusted. */
  bootedAt(): number
}

/** This computer. */
export const thisMachine: Machine = {
  isRunning: isProcessRunning,
  now: () => Date.now(),
  bootedAt: () => Date.now() - uptime() * 1000,
}

/** A name for this start of the computer, where the system gives one. */
export function bootName(): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return undefined
  }
}

function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return systemCode(error) === 'EPERM'
  }
}
