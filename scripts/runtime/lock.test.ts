import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withLock } from './lock.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

describe('withLock', () => {
  it('lets one work at a time', async () => {
    const file = join(await tempFolder(), 'lock')
    const events: string[] = []
    const work = (name: string) => async () => {
      events.push(`${name} begins`)
      await sleep(20)
      events.push(`${name} ends`)
    }
    await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
    expect(existsSync(file)).toBe(false)
  })

  it('takes over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    const file = await put(await tempFolder(), 'lock', String(pid))
    await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done')
  })

  it('waits for a process that lives, but not for ever', async () => {
    const file = await put(await tempFolder(), 'lock', String(process.pid))
    const begin = performance.now()
    await withLock(file, () => Promise.resolve(), 50)
    expect(performance.now() - begin).toBeGreaterThan(45)
  })

  it('is released when the work fails', async () => {
    const file = join(await tempFolder(), 'lock')
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })
})
