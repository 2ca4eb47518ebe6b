import { basename, dirname } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { z } from '#contract/schema.ts'
import { systemCode, type FileSystem } from '../files/file-system.ts'
import type { Instant } from '#domain/shared/time.ts'

/** Who holds a library open. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  readonly startedAt: Instant
  /** Tells this opening from every other, also of the same process. */
  readonly token: string
}

/** A lock that is held. */
export interface HeldLock {
  release(): Promise<void>
}

const holderSchema = z.looseObject({
  pid: z.int(),
  host: z.string(),
  startedAt: z.string(),
  token: z.string(),
})

/**
 * Takes the lock of a library: a file that only one program can create. A lock left behind by a program of this
 * computer that is no longer running is taken over; one of another computer is not, because it cannot be asked.
 *
 * @throws PactaError `library-in-use` when someone else holds it; what the system says when the folder refuses.
 */
export async function takeLock(
  fs: FileSystem,
  path: string,
  me: LockHolder,
  isRunning: (pid: number) => boolean,
): Promise<HeldLock> {
  if (!(await create(fs, path, me))) {
    const holder = await readHolder(fs, path)
    if (holder && !isStale(holder, me, isRunning)) throw inUse(path, holder)
    // Moved away under a name of our own before it is removed: of two programs that both saw a stale lock, only
    // one can move it.
    const aside = `${path}.stale-${me.token}`
    await fs.rename(path, aside).catch((error: unknown) => {
      // Another has moved it first. Any other refusal is the folder's: whoever held the lock is gone.
      if (systemCode(error) !== 'ENOENT') throw error
    })
    await fs.remove(aside)
    if (!(await create(fs, path, me))) throw inUse(path, (await readHolder(fs, path)) ?? me)
  }
  return {
    release: async () => {
      const holder = await readHolder(fs, path)
      if (holder?.token === me.token) await fs.remove(path)
    },
  }
}

function isStale(holder: LockHolder, me: LockHolder, isRunning: (pid: number) => boolean): boolean {
  return holder.host === me.host && (holder.pid === me.pid || !isRunning(holder.pid))
}

function inUse(path: string, holder: LockHolder): PactaError {
  return new PactaError('library-in-use', {
    name: basename(dirname(path)),
    holder: `on ${holder.host}, since ${holder.startedAt.slice(0, 16).replace('T', ' ')}`,
  })
}

async function create(fs: FileSystem, path: string, me: LockHolder): Promise<boolean> {
  const file = await fs.open(path, 'new').catch((error: unknown) => {
    if (systemCode(error) === 'EEXIST') return undefined
    throw error
  })
  if (!file) return false
  try {
    await file.append(Buffer.from(`${JSON.stringify(me)}\n`))
    return true
  } catch (error) {
    // An empty lock would say nothing to anyone.
    await fs.remove(path).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

async function readHolder(fs: FileSystem, path: string): Promise<LockHolder | undefined> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(Buffer.from(await fs.readFile(path)).toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // Unreadable or cut short: its writer died while making it.
    return undefined
  }
}

/** Whether a process of this computer is running. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return systemCode(error) === 'EPERM'
  }
}
