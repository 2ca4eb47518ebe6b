import { basename, dirname, join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { z } from '#contract/schema.ts'
import type { Instant } from '#domain/shared/time.ts'
import { systemCode, type FileSystem } from '../files/file-system.ts'
import { TEMPORARY_PREFIX } from '../files/replace-file.ts'
import type { Machine } from './machine.ts'

/** Who holds a library open. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
  readonly startedAt: Instant
  /** Tells this opening from every other, also of the same process. */
  readonly token: string
  /** Which start of the computer it was, where the system says so. */
  readonly boot?: string | undefined
}

/** A lock that is held. */
export interface HeldLock {
  /** Lets it go; once is enough. */
  release(): Promise<void>
}

const holderSchema = z.looseObject({
  pid: z.int(),
  host: z.string(),
  startedAt: z.string(),
  token: z.string(),
  boot: z.string().optional(),
})

/** A lock that says nothing may be one that is being made, where a disk knows no second names. Milliseconds. */
const MAKING_MS = 10_000

/** The tokens that this process holds: a lock with our own number and none of them was left by an earlier process. */
const heldHere = new Set<string>()

/**
 * Takes the lock of a library: a file that only one program can create. A lock left behind by a program of this
 * computer that is no longer running is taken over; one of another computer is not, because it cannot be asked.
 *
 * @param isForced takes it also from another computer, because the user says that nobody has the library open there.
 * @throws PactaError `library-in-use` or `library-in-use-elsewhere` when someone else holds it; what the system says when the folder refuses.
 */
export async function takeLock(
  fs: FileSystem,
  path: string,
  me: LockHolder,
  machine: Machine,
  isForced = false,
): Promise<HeldLock> {
  if (!(await create(fs, path, me))) {
    const found = await readLock(fs, path)
    if (found) await takeOver(fs, path, me, machine, found, isForced)
    else await create(fs, path, me)
  }
  // Where a disk lies about who was first, the file itself says who it was.
  const held = await readLock(fs, path)
  if (held?.holder?.token !== me.token) throw inUse(path, held?.holder ?? me)
  heldHere.add(me.token)
  return {
    release: async () => {
      try {
        const { holder } = (await readLock(fs, path)) ?? {}
        if (holder?.token === me.token) await fs.remove(path)
      } finally {
        heldHere.delete(me.token)
      }
    },
  }
}

/**
 * Puts our lock in the place of a stale one. Of several programs that see the same stale lock only the one that
 * holds a lock of its own for taking it over removes it, and it looks again before it does: what stands there by then
 * may be the new lock of whoever was quicker.
 */
async function takeOver(
  fs: FileSystem,
  path: string,
  me: LockHolder,
  machine: Machine,
  found: FoundLock,
  isForced: boolean,
): Promise<void> {
  const isElsewhere = found.holder !== undefined && found.holder.host !== me.host
  if (!isStale(found, me, machine) && !(isForced && isElsewhere)) {
    throw inUse(path, found.holder ?? me, isElsewhere)
  }
  const guard = await takeLock(fs, guardPath(path, found), { ...me, token: `${me.token}-guard` }, machine)
  try {
    const now = await readLock(fs, path)
    if (now && now.holder?.token !== found.holder?.token) throw inUse(path, now.holder ?? me)
    await fs.remove(path)
    if (await create(fs, path, me)) return
    throw inUse(path, (await readLock(fs, path))?.holder ?? me)
  } finally {
    await guard.release()
  }
}

function guardPath(path: string, { holder }: FoundLock): string {
  return `${path}.stale-${holder?.token.replaceAll(/[^\w-]/g, '') ?? 'unreadable'}`
}

function isStale({ holder, modifiedAt }: FoundLock, me: LockHolder, machine: Machine): boolean {
  // Without a holder: cut short by a program that died while making it, or being made at this moment.
  if (!holder) return Math.abs(machine.now() - modifiedAt) > MAKING_MS
  if (holder.host !== me.host) return false
  if (holder.pid === me.pid && heldHere.has(holder.token)) return false
  // After a restart of the computer its number may be that of any other program.
  if (wasBeforeBoot(holder, me, machine)) return true
  return holder.pid === me.pid || !machine.isRunning(holder.pid)
}

function wasBeforeBoot(holder: LockHolder, me: LockHolder, machine: Machine): boolean {
  // Exact, whatever has been done to the clock.
  if (holder.boot !== undefined && me.boot !== undefined) return holder.boot !== me.boot
  return Date.parse(holder.startedAt) < machine.bootedAt()
}

function inUse(path: string, holder: LockHolder, isElsewhere = false): PactaError {
  return new PactaError(isElsewhere ? 'library-in-use-elsewhere' : 'library-in-use', {
    name: basename(dirname(path)),
    holder: `on ${holder.host}, since ${holder.startedAt.slice(0, 16).replace('T', ' ')}`,
  })
}

/**
 * Makes the lock unless there is one. It is written under a name of our own and then given the lock's: whoever reads
 * the lock, at any moment, finds it whole.
 */
async function create(fs: FileSystem, path: string, me: LockHolder): Promise<boolean> {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${basename(path)}.${me.token}`)
  try {
    await writeNew(fs, temporary, me)
    return await linked(fs, temporary, path, me)
  } finally {
    await fs.remove(temporary).catch(() => undefined)
  }
}

async function linked(fs: FileSystem, temporary: string, path: string, me: LockHolder): Promise<boolean> {
  try {
    await fs.link(temporary, path)
    return true
  } catch (error) {
    // A disk that knows no second names, such as a memory stick, is given the lock under its own name at once.
    return systemCode(error) === 'EEXIST' ? false : createInPlace(fs, path, me)
  }
}

async function createInPlace(fs: FileSystem, path: string, me: LockHolder): Promise<boolean> {
  try {
    await writeNew(fs, path, me)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

async function writeNew(fs: FileSystem, path: string, me: LockHolder): Promise<void> {
  const file = await fs.open(path, 'new')
  try {
    await file.append(Buffer.from(`${JSON.stringify(me)}\n`))
  } catch (error) {
    // An empty lock would say nothing to anyone.
    await fs.remove(path).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

interface FoundLock {
  /** Nothing when it cannot be read. */
  readonly holder?: LockHolder
  readonly modifiedAt: number
}

/** What takeovers that were interrupted have left beside a lock; safe to remove by whoever holds it. */
export const GUARD_PREFIX = 'lock.stale-'

/** The lock as it stands; nothing when there is none. */
async function readLock(fs: FileSystem, path: string): Promise<FoundLock | undefined> {
  const facts = await fs.stat(path)
  if (!facts) return undefined
  const { modifiedAt } = facts
  try {
    const parsed = holderSchema.safeParse(JSON.parse(Buffer.from(await fs.readFile(path)).toString('utf8')))
    return parsed.success ? { holder: parsed.data, modifiedAt } : { modifiedAt }
  } catch {
    return { modifiedAt }
  }
}
