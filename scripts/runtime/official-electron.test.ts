import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeHost } from './fake-host.testing.ts'
import { downloadElectron, installedElectron, recentlyFailed } from './official-electron.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

async function projectWithElectron(distVersion: string): Promise<string> {
  const root = await tempFolder()
  await put(root, 'node_modules/electron/package.json', '{"version":"45.4.1"}')
  await put(root, 'node_modules/electron/path.txt', 'electron')
  await put(root, 'node_modules/electron/dist/version', distVersion)
  await put(root, 'node_modules/electron/dist/electron')
  return root
}

describe('installedElectron', () => {
  it('finds the binary the package downloaded', async () => {
    const root = await projectWithElectron('v45.4.1\n')
    expect(await installedElectron(fakeHost(), root)).toEqual({
      executable: join(root, 'node_modules/electron/dist/electron'),
      folder: join(root, 'node_modules/electron/dist'),
      version: '45.4.1',
      origin: 'official',
    })
  })

  it('ignores one that is left from another version', async () => {
    expect(await installedElectron(fakeHost(), await projectWithElectron('44.0.0'))).toBeUndefined()
  })

  it('finds nothing before a download', async () => {
    expect(await installedElectron(fakeHost(), await tempFolder())).toBeUndefined()
  })
})

describe('downloadElectron', () => {
  it('returns the reason of a failure and remembers it for an hour', async () => {
    const cache = await tempFolder()
    const host = fakeHost({}, () => ({ code: 1, stderr: 'TypeError: fetch failed\n    at node:internal' }))
    expect(await recentlyFailed(cache)).toBe(false)
    expect(await downloadElectron(host, cache, cache)).toEqual({ ok: false, reason: 'fetch failed' })
    expect(await recentlyFailed(cache)).toBe(true)
    expect(await recentlyFailed(cache, Date.now() + 3_700_000)).toBe(false)
  })

  it('says so when the time was up', async () => {
    const cache = await tempFolder()
    const host = fakeHost({}, () => ({ code: 124 }))
    expect(await downloadElectron(host, cache, cache)).toEqual({ ok: false, reason: 'it took too long' })
  })

  it('returns the binary and forgets an earlier failure', async () => {
    const root = await projectWithElectron('45.4.1')
    await put(root, 'official-download-failed')
    expect(await downloadElectron(fakeHost(), root, root)).toMatchObject({ ok: true })
    expect(await recentlyFailed(root)).toBe(false)
  })
})
