import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemError } from '../files/faulty-file-system.testing.ts'
import { nodeFileSystem as fs, type FileSystem } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { takeLock, type LockHolder } from './lock.ts'
import type { Machine } from './machine.ts'

const me: LockHolder = { pid: 100, host: 'here', startedAt: '2026-01-02T03:04:05.000Z', token: 'me' }
const other: LockHolder = { ...me, pid: 200, token: 'other' }
const booted = Date.parse('2026-01-01T00:00:00.000Z')
const running: Machine = { isRunning: () => true, now: () => Date.now(), bootedAt: () => booted }
const gone: Machine = { ...running, isRunning: () => false }

const lockPath = (): string => join(temporaryFolder(), 'lock')

/** A disk without second names for files, such as a memory stick. */
const withoutLinks: FileSystem = { ...fs, link: () => Promise.reject(systemError('EPERM')) }

describe('takeLock', () => {
  it('keeps a second program out and says who is in', async () => {
    const path = lockPath()
    await takeLock(fs, path, other, running)
    await expect(takeLock(fs, path, me, running)).rejects.toMatchObject({
      code: 'library-in-use',
      details: { holder: 'on here, since 2026-01-02 03:04' },
    })
  })

  it('is free again after release, and leaves nothing behind', async () => {
    const path = lockPath()
    const lock = await takeLock(fs, path, other, running)
    await lock.release()
    expect(readdirSync(dirname(path))).toEqual([])
    await takeLock(fs, path, me, running)
    expect(readdirSync(dirname(path))).toEqual(['lock'])
  })

  it('takes over from a program that is no longer running', async () => {
    const path = lockPath()
    await takeLock(fs, path, other, running)
    const lock = await takeLock(fs, path, me, gone)
    expect(readdirSync(dirname(path))).toEqual(['lock'])
    await lock.release()
    expect(existsSync(path)).toBe(false)
  })

  it('never takes over from another computer, which cannot be asked', async () => {
    const path = lockPath()
    await takeLock(fs, path, { ...other, host: 'there' }, running)
    await expect(takeLock(fs, path, me, gone)).rejects.toMatchObject({ code: 'library-in-use-elsewhere' })
  })

  it('takes over from another computer when the user says so, and from nobody else', async () => {
    const path = lockPath()
    await takeLock(fs, path, { ...other, host: 'there' }, running)
    await takeLock(fs, path, me, gone, true)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ token: 'me' })
    await expect(takeLock(fs, path, { ...me, pid: 300, token: 'new' }, running, true)).rejects.toMatchObject({
      code: 'library-in-use',
    })
  })

  it('never takes over from this process itself: another path to the same folder', async () => {
    const path = lockPath()
    await takeLock(fs, path, { ...me, token: 'first' }, running)
    await expect(takeLock(fs, path, me, gone)).rejects.toMatchObject({ code: 'library-in-use' })
  })

  it('takes over what an earlier process with our number has left', async () => {
    const path = lockPath()
    writeFileSync(path, JSON.stringify({ ...me, token: 'left' }))
    await expect(takeLock(fs, path, me, running)).resolves.toBeDefined()
  })

  it('blames the folder, not a program that is gone, when a left lock may not be removed', async () => {
    const path = lockPath()
    await takeLock(fs, path, other, running)
    const refusing: FileSystem = {
      ...fs,
      remove: (file) => (file === path ? Promise.reject(systemError('EACCES')) : fs.remove(file)),
    }
    await expect(takeLock(refusing, path, me, gone)).rejects.toMatchObject({ code: 'EACCES' })
    expect(existsSync(path)).toBe(true)
  })

  it('does not release a lock that someone else has taken over', async () => {
    const path = lockPath()
    const lost = await takeLock(fs, path, other, running)
    await takeLock(fs, path, me, gone)
    await lost.release()
    expect(existsSync(path)).toBe(true)
  })
})

describe('a lock from before a restart of the computer', () => {
  it('is taken over although another program has its number now', async () => {
    const path = lockPath()
    writeFileSync(path, JSON.stringify({ ...other, startedAt: '2025-12-31T23:00:00.000Z' }))
    await expect(takeLock(fs, path, me, running)).resolves.toBeDefined()
  })

  it('is told by the name of the start where the system gives one, whatever has been done to the clock', async () => {
    const path = lockPath()
    writeFileSync(path, JSON.stringify({ ...other, startedAt: '2020-01-01T00:00:00.000Z', boot: 'b' }))
    const mine = { ...me, boot: 'b' }
    await expect(takeLock(fs, path, mine, running)).rejects.toMatchObject({ code: 'library-in-use' })
    await expect(takeLock(fs, path, { ...mine, boot: 'c' }, running)).resolves.toBeDefined()
  })
})

describe('a lock that says nothing', () => {
  it('is being made when it is new, and left by a program that died making it when it is old', async () => {
    const path = lockPath()
    writeFileSync(path, '{"pid":')
    await expect(takeLock(fs, path, me, gone)).rejects.toMatchObject({ code: 'library-in-use' })
    const long = Date.now() / 1000 - 60
    utimesSync(path, long, long)
    await expect(takeLock(fs, path, me, gone)).resolves.toBeDefined()
  })
})

describe('several programs that want the lock at the same moment', () => {
  const takers = [1, 2, 3].map((n): LockHolder => ({ ...me, pid: n, token: `t${n}` }))
  /** Only those that take part are running; the one that left the stale lock is not. */
  const machine: Machine = { ...running, isRunning: (pid) => takers.some((taker) => taker.pid === pid) }

  it.each([
    ['no lock', undefined],
    ['a stale lock', JSON.stringify(other)],
    ['a takeover that was interrupted', JSON.stringify(other)],
  ])('%s: one gets it, in whatever order their steps come', async (name, left) => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (choices) => {
        const path = lockPath()
        if (left !== undefined) writeFileSync(path, left)
        if (name.startsWith('a takeover'))
          writeFileSync(`${path}.stale-other`, JSON.stringify({ ...other, pid: 201, token: 'dead' }))
        const locks = await inTurns(takers.length, choices, (n, turn) =>
          takeLock(steppingFileSystem(turn), path, takers[n] ?? me, machine).catch(() => undefined),
        )
        const held = locks.flatMap((lock, n) => (lock ? [takers[n]?.token] : []))
        expect(held).toHaveLength(1)
        expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ token: held[0] })
        for (const lock of locks) await lock?.release()
        // Nobody is kept out for good, and nothing is left behind.
        const later = await takeLock(fs, path, { ...me, pid: 9, token: 't9' }, machine)
        await later.release()
        expect(readdirSync(dirname(path))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('also on a disk without second names', async () => {
    const path = lockPath()
    const taken = takers.map((taker) => takeLock(withoutLinks, path, taker, machine).catch(() => undefined))
    expect((await Promise.all(taken)).filter(Boolean)).toHaveLength(1)
  })
})

/** Runs several at once, one step of one of them at a time, in the order that `choices` gives. */
async function inTurns<T>(
  count: number,
  choices: Iterator<number>,
  run: (n: number, turn: () => Promise<void>) => Promise<T>,
): Promise<T[]> {
  const waiting: (() => void)[] = []
  let active = count
  const step = (): void => {
    // Nobody moves until everybody waits: the order is then that of the choices alone.
    if (waiting.length === 0 || waiting.length < active) return
    const [next] = waiting.splice(Number(choices.next().value) % waiting.length, 1)
    next?.()
  }
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve)
      step()
    })
  return Promise.all(
    Array.from({ length: count }, (_, n) =>
      run(n, turn).finally(() => {
        active--
        step()
      }),
    ),
  )
}

/** A disk whose every step waits for its turn. */
function steppingFileSystem(turn: () => Promise<void>): FileSystem {
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn()
    return work()
  }
  return {
    ...fs,
    open: async (path, mode) => {
      const file = await inTurn(() => fs.open(path, mode))
      return { ...file, append: (bytes) => inTurn(() => file.append(bytes)) }
    },
    stat: (path) => inTurn(() => fs.stat(path)),
    readFile: (path) => inTurn(() => fs.readFile(path)),
    link: (from, to) => inTurn(() => fs.link(from, to)),
    remove: (path) => inTurn(() => fs.remove(path)),
    rename: (from, to) => inTurn(() => fs.rename(from, to)),
  }
}
