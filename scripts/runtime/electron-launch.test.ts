import { describe, expect, it } from 'vitest'
import { describeLaunch, type LaunchParts } from './electron-launch.ts'
import { fakeHost } from './fake-host.testing.ts'
import { playwrightOptions } from './playwright-options.ts'

const user = { uid: 65_534, gid: 65_534 }
const process = {
  executable: '/tmp/run/electron',
  args: [],
  env: { HOME: '/h', GONE: undefined },
  sandboxed: true,
}
const parts: LaunchParts = {
  binary: { executable: '/opt/electron', folder: '/opt', version: '42.0.0', origin: 'community' },
  display: { env: {}, virtual: true, close: () => Promise.resolve() },
  process,
  tight: false,
  dispose: () => Promise.resolve(),
}
const bare = { ...process, args: ['--no-sandbox'], sandboxed: false }

describe('describeLaunch', () => {
  it('describes an app that runs as we do', () => {
    expect(describeLaunch(fakeHost(), parts)).toMatchObject({
      executablePath: '/tmp/run/electron',
      args: [],
      env: { HOME: '/h' },
      sandboxed: true,
      asRoot: false,
      virtualDisplay: true,
    })
  })

  it('knows when the app has the rights of root', () => {
    const root = fakeHost({ uid: 0 })
    expect(describeLaunch(root, { ...parts, process: { ...process, user } }).asRoot).toBe(false)
    expect(describeLaunch(root, { ...parts, process: bare }).asRoot).toBe(true)
  })

  it('keeps Chromium off a shared memory that is too small', () => {
    const launch = describeLaunch(fakeHost(), { ...parts, process: bare, tight: true })
    expect(launch.args).toEqual(['--no-sandbox', '--disable-dev-shm-usage'])
  })
})

describe('handOver', () => {
  it('does nothing where the app runs as we do', async () => {
    const host = fakeHost()
    await describeLaunch(host, parts).handOver('/tmp/library')
    expect(host.ran).toEqual([])
  })

  it('gives the folder to the user and makes sure that it can be written', async () => {
    const host = fakeHost({ uid: 0 })
    await describeLaunch(host, { ...parts, process: { ...process, user } }).handOver('/tmp/library')
    expect(host.ran).toEqual([
      'chown -R -h 65534:65534 /tmp/library',
      'setpriv --reuid=65534 --regid=65534 --clear-groups test -w /tmp/library',
    ])
  })

  it('says so when the user still cannot write it', async () => {
    const host = fakeHost({ uid: 0 }, (line) => (line.startsWith('setpriv') ? { code: 1 } : undefined))
    const launch = describeLaunch(host, { ...parts, process: { ...process, user } })
    await expect(launch.handOver('/root/library')).rejects.toThrow(/cannot write \/root\/library/)
  })
})

describe('playwrightOptions', () => {
  it('adds the app and its environment, and keeps Playwright from turning the sandbox off', () => {
    const launch = describeLaunch(fakeHost(), { ...parts, tight: true })
    expect(playwrightOptions(launch, ['.', '--flag'], { PACTA_TEST: '1' })).toEqual({
      executablePath: '/tmp/run/electron',
      args: ['--disable-dev-shm-usage', '-r', expect.stringMatching(/loader\.js$/), '.', '--flag'],
      env: { HOME: '/h', PACTA_TEST: '1' },
      chromiumSandbox: true,
    })
  })
})
