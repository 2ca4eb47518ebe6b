import { describe, expect, it } from 'vitest'
import { availableNames, installPackages, offeredPackages, type PackageNames } from './apt.ts'
import { fakeHost, lacking, type Answer } from './fake-host.testing.ts'
import { tempFolder } from './temp-folder.testing.ts'

const NEWER = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1
  Version table:
     3.24.41-4ubuntu1 500
libnss3:
  Installed: 2:3.98-1
  Candidate: 2:3.98-1
`
const WANTED: readonly PackageNames[] = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3']]
const onNewer: Answer = (line) => (line.startsWith('apt-cache') ? { stdout: NEWER } : undefined)

describe('package names', () => {
  it('reads which packages have a version to install', () => {
    expect([...offeredPackages(NEWER)]).toEqual(['libgtk-3-0t64', 'libnss3'])
  })

  it('takes the name this release uses', async () => {
    expect(await availableNames(fakeHost({}, onNewer), WANTED)).toEqual(['libgtk-3-0t64', 'libnss3'])
  })

  it('keeps the first name when the lists are empty', async () => {
    expect(await availableNames(fakeHost(), WANTED)).toEqual(['libgtk-3-0', 'libnss3'])
  })
})

describe('installPackages', () => {
  it('installs as root, after refreshing the lists, and says so', async () => {
    const host = fakeHost({ uid: 0, env: { PACTA_RUNTIME_CACHE: await tempFolder() } }, onNewer)
    await installPackages(host, WANTED, ['libgtk-3.so.0'])
    expect(host.ran.filter((line) => line.startsWith('apt-get'))).toEqual([
      'apt-get -o DPkg::Lock::Timeout=300 update',
      'apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends libgtk-3-0t64 libnss3',
    ])
    expect(host.said[0]).toMatch(/libgtk-3\.so\.0/)
  })

  it('goes on with the lists that are there when they cannot be refreshed', async () => {
    const env = { PACTA_RUNTIME_CACHE: await tempFolder() }
    const host = fakeHost({ uid: 0, env }, (line) => (line.endsWith('update') ? { code: 100 } : undefined))
    await installPackages(host, WANTED, ['x'])
    expect(host.said).toContainEqual(expect.stringMatching(/could not be refreshed/))
  })

  it('passes on why an installation failed', async () => {
    const env = { PACTA_RUNTIME_CACHE: await tempFolder() }
    const failing: Answer = (line) =>
      line.startsWith('apt-get') ? { code: 100, stderr: 'disk full' } : undefined
    await expect(installPackages(fakeHost({ uid: 0, env }, failing), WANTED, ['x'])).rejects.toThrow(
      /disk full/,
    )
  })

  it('gives anyone else the exact command', async () => {
    await expect(installPackages(fakeHost({}, onNewer), WANTED, ['libnss3.so'])).rejects.toThrow(
      'sudo apt-get install --no-install-recommends libgtk-3-0t64 libnss3',
    )
  })

  it('names what is missing where there is no apt', async () => {
    const host = fakeHost({ uid: 0 }, lacking('apt-get'))
    await expect(installPackages(host, WANTED, ['libnss3.so'])).rejects.toThrow(/not have: libnss3\.so\./)
  })
})
