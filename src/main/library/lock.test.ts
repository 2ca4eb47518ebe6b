import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem as fs } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { takeLock, type LockHolder } from './lock.ts'

const me: LockHolder = { pid: 100, host: 'here', startedAt: '2026-01-02T03:04:05.000Z', token: 'me' }
const other: LockHolder = { ...me, pid: 200, token: 'other' }
const running = (): boolean => true
const gone = (): boolean => false

describe('takeLock', () => {
  it('keeps a second program out and says who is in', async () => {
    const path = join(temporaryFolder(), 'lock')
    await takeLock(fs, path, other, running)
    await expect(takeLock(fs, path, me, running)).rejects.toMatchObject({
      code: 'library-in-use',
      details: { holder: 'on here, since 2026-01-02 03:04' },
    })
  })

  it('is free again after release', async () => {
    const path = join(temporaryFolder(), 'lock')
    const lock = await takeLock(fs, path, other, running)
    await lock.release()
    expect(existsSync(path)).toBe(false)
    await takeLock(fs, path, me, running)
  })

  it('takes over from a program that is no longer running', async () => {
    const path = join(temporaryFolder(), 'lock')
    await takeLock(fs, path, other, running)
    const lock = await takeLock(fs, path, me, gone)
    await lock.release()
    expect(existsSync(path)).toBe(false)
  })

  it('never takes over from another computer, which cannot be asked', async () => {
    const path = join(temporaryFolder(), 'lock')
    await takeLock(fs, path, { ...other, host: 'there' }, running)
    await expect(takeLock(fs, path, me, gone)).rejects.toMatchObject({ code: 'library-in-use' })
  })

  it('blames the folder, not a program that is gone, when a left lock may not be removed', async () => {
    const path = join(temporaryFolder(), 'lock')
    await takeLock(fs, path, other, running)
    const refusing = {
      ...fs,
      rename: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
    }
    await expect(takeLock(refusing, path, me, gone)).rejects.toMatchObject({ code: 'EACCES' })
    expect(existsSync(path)).toBe(true)
  })

  it('takes over a lock that was cut short while being made', async () => {
    const path = join(temporaryFolder(), 'lock')
    writeFileSync(path, '{"pid":')
    await expect(takeLock(fs, path, me, running)).resolves.toBeDefined()
  })

  it('does not release a lock that someone else has taken over', async () => {
    const path = join(temporaryFolder(), 'lock')
    const lost = await takeLock(fs, path, other, running)
    await takeLock(fs, path, me, gone)
    await lost.release()
    expect(existsSync(path)).toBe(true)
  })
})
