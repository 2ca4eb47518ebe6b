import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseCacheFolder, openCacheFolder } from './cache-folder.ts'
import { fakeHost } from './fake-host.testing.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

describe('chooseCacheFolder', () => {
  it('takes the folder that was chosen, even for root', () => {
    const env = { PACTA_RUNTIME_CACHE: '/srv/runtime', XDG_CACHE_HOME: '/xdg' }
    expect(chooseCacheFolder(fakeHost({ env }))).toBe('/srv/runtime')
    expect(chooseCacheFolder(fakeHost({ env, uid: 0 }))).toBe('/srv/runtime')
  })

  it('follows the desktop convention', () => {
    expect(chooseCacheFolder(fakeHost({ env: { XDG_CACHE_HOME: '/xdg' } }))).toBe(join('/xdg/pacta-runtime'))
    expect(chooseCacheFolder(fakeHost())).toBe(join('/home/ada/.cache/pacta-runtime'))
  })

  it('keeps root out of its own home, where no other user can read', () => {
    const root = fakeHost({ uid: 0, env: { XDG_CACHE_HOME: '/root/.cache' } })
    expect(chooseCacheFolder(root)).toBe('/var/cache/pacta-runtime')
  })
})

describe('openCacheFolder', () => {
  it('makes the folder and those above it', async () => {
    const folder = join(await tempFolder(), 'a/b')
    await openCacheFolder(fakeHost({ env: { PACTA_RUNTIME_CACHE: folder } }))
    expect((await stat(folder)).isDirectory()).toBe(true)
  })

  it('names the setting when the folder cannot be made', async () => {
    const file = await put(await tempFolder(), 'file')
    const host = fakeHost({ env: { PACTA_RUNTIME_CACHE: join(file, 'below') } })
    await expect(openCacheFolder(host)).rejects.toThrow(/Set PACTA_RUNTIME_CACHE to a folder/)
  })
})
