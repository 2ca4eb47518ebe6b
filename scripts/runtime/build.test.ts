import { rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureBuilt, isBuilt } from './build.ts'
import { fakeHost } from './fake-host.testing.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** A project that was built an hour from now, so that everything written in the test is older. */
async function builtProject(): Promise<string> {
  const root = await tempFolder()
  await put(root, 'package.json')
  await put(root, 'src/main/index.ts')
  await put(root, 'src/main/other.ts')
  await put(root, 'node_modules/.keep')
  for (const file of OUTPUTS) await setTime(await put(root, file), 1)
  return root
}

/** Sets a file's time to this many hours from now. */
async function setTime(path: string, hours: number): Promise<void> {
  const time = new Date(Date.now() + hours * 3_600_000)
  await utimes(path, time, time)
}

describe('isBuilt', () => {
  it('is so after a build', async () => {
    expect(await isBuilt(await builtProject())).toBe(true)
  })

  it.each(['src/main/index.ts', 'resources/icon.svg', 'package-lock.json', 'electron.vite.config.ts'])(
    'is no longer so when %s is newer',
    async (file) => {
      const root = await builtProject()
      await setTime(await put(root, file), 2)
      expect(await isBuilt(root)).toBe(false)
    },
  )

  it('is no longer so when a source file was removed', async () => {
    const root = await builtProject()
    await rm(join(root, 'src/main/other.ts'))
    await setTime(join(root, 'src/main'), 2)
    expect(await isBuilt(root)).toBe(false)
  })

  it.each(OUTPUTS)('is not so without %s', async (file) => {
    const root = await builtProject()
    await rm(join(root, file))
    expect(await isBuilt(root)).toBe(false)
  })
})

describe('ensureBuilt', () => {
  it('does and says nothing when the build is fresh', async () => {
    const host = fakeHost()
    await ensureBuilt(host, await builtProject())
    expect([...host.ran, ...host.said]).toEqual([])
  })

  it('builds a stale project', async () => {
    const root = await builtProject()
    await setTime(await put(root, 'src/new.ts'), 2)
    const host = fakeHost()
    await ensureBuilt(host, root)
    expect(host.said).toEqual(['Building…'])
    expect(host.ran).toEqual([expect.stringMatching(/electron-vite\.js build$/)])
  })

  it('shows what the build said when it failed', async () => {
    const root = await builtProject()
    await setTime(await put(root, 'src/new.ts'), 2)
    const host = fakeHost({}, () => ({ code: 1, stdout: 'transforming\n', stderr: 'Unexpected token' }))
    await expect(ensureBuilt(host, root)).rejects.toThrow(/transforming\nUnexpected token/)
  })
})
