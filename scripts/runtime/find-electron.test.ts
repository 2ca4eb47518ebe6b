import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMUNITY_PACKAGE } from './community-electron.ts'
import { fakeHost, type Answer, type FakeHost } from './fake-host.testing.ts'
import { findElectron } from './find-electron.ts'
import type { Host } from './host.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

const unreachable: Answer = () => ({ code: 1, stderr: 'TypeError: fetch failed' })
const unpacked = `${COMMUNITY_PACKAGE.name}-${COMMUNITY_PACKAGE.version}/electron`

/** A machine that cannot reach any server and keeps its cache in the folder. */
function offlineHost(cache: string, differences: Partial<Host> = {}): FakeHost {
  return fakeHost({ env: { PACTA_RUNTIME_CACHE: cache }, ...differences }, unreachable)
}

describe('findElectron', () => {
  it('takes the folder it is told to', async () => {
    const folder = await tempFolder()
    await put(folder, 'electron')
    const host = fakeHost({ env: { ELECTRON_OVERRIDE_DIST_PATH: folder } })
    expect(await findElectron(host, folder)).toMatchObject({ origin: 'override', version: 'unknown' })
  })

  it('says when that folder holds no Electron', async () => {
    const folder = await tempFolder()
    const host = fakeHost({ env: { ELECTRON_OVERRIDE_DIST_PATH: folder } })
    await expect(findElectron(host, folder)).rejects.toThrow(/no Electron executable in it/)
  })

  it('falls back to the repackaging, with a notice, when the release server cannot be reached', async () => {
    const cache = await tempFolder()
    await put(cache, unpacked)
    const host = offlineHost(cache)
    expect(await findElectron(host, cache)).toMatchObject({ origin: 'community' })
    expect(host.ran).toEqual([expect.stringContaining(join('electron', 'install.js'))])
    expect(host.said.at(-1)).toMatch(/community repackaging .*for development and tests only/)
  })

  it('does not ask the release server again soon after', async () => {
    const cache = await tempFolder()
    await put(cache, unpacked)
    await findElectron(offlineHost(cache), cache)
    const host = offlineHost(cache)
    expect(await findElectron(host, cache)).toMatchObject({ origin: 'community' })
    expect(host.ran).toEqual([])
    expect(host.said).toHaveLength(1)
  })

  it.each([{ platform: 'darwin' }, { platform: 'win32' }, { arch: 'arm64' }] as const)(
    'says what to do where the repackaging does not fit: %o',
    async (differences) => {
      const cache = await tempFolder()
      const host = offlineHost(cache, differences)
      await expect(findElectron(host, cache)).rejects.toThrow(
        /fetch failed.*ELECTRON_MIRROR.*ELECTRON_OVERRIDE/,
      )
    },
  )
})
