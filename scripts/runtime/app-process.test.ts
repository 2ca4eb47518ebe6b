import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseAppProcess, type AppProcessRequest } from './app-process.ts'
import { fakeHost, lacking, type Answer, type FakeHost } from './fake-host.testing.ts'
import type { Host } from './host.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

/** A machine, and a request for an Electron that lies in a folder of the test. */
async function scene(differences: Partial<Host>, answer?: Answer): Promise<[FakeHost, AppProcessRequest]> {
  const folder = await tempFolder()
  const executable = await put(folder, 'dist/electron')
  await put(folder, 'dist/chrome-sandbox')
  const env = {
    PACTA_RUNTIME_CACHE: join(folder, 'cache'),
    DISPLAY: ':1',
    NODE_OPTIONS: '--x',
    ...differences.env,
  }
  const host = fakeHost({ ...differences, env }, answer)
  const run = {
    starter: join(folder, 'starter'),
    home: join(folder, 'home'),
    displayKey: join(folder, 'key'),
    probe: join(folder, 'probe'),
    remove: () => Promise.resolve(),
  }
  const binary = { executable, folder: join(folder, 'dist'), version: '45.4.1', origin: 'official' } as const
  return [host, { binary, root: folder, env, run, keepHome: false }]
}

/** The probe is the only command that ends with its folder. */
const isProbe = (line: string): boolean => line.endsWith('/probe')

describe('chooseAppProcess', () => {
  it('starts Electron itself where it needs no help', async () => {
    const [host, request] = await scene({ platform: 'darwin' })
    const process = await chooseAppProcess(host, request)
    expect(process).toMatchObject({ executable: request.binary.executable, args: [], sandboxed: true })
    expect(process.env).not.toHaveProperty('NODE_OPTIONS')
    expect(host.ran).toEqual([])
  })

  it('starts Electron itself for an ordinary user, once the sandbox was seen to work', async () => {
    const [host, request] = await scene({})
    expect(await chooseAppProcess(host, request)).toMatchObject({
      executable: request.binary.executable,
      sandboxed: true,
    })
    expect(host.ran.filter(isProbe)).toHaveLength(1)
    expect(existsSync(request.run.probe)).toBe(false)
  })

  it('gives an ordinary user the command that allows the sandbox', async () => {
    const [host, request] = await scene({}, (line) => (isProbe(line) ? { code: 133 } : undefined))
    await expect(chooseAppProcess(host, request)).rejects.toThrow(/sudo chmod 4755 '.*chrome-sandbox'/)
  })

  it('drops root', async () => {
    const [host, request] = await scene({ uid: 0 })
    const process = await chooseAppProcess(host, request)
    expect(process).toMatchObject({
      executable: request.run.starter,
      args: [],
      sandboxed: true,
      user: { uid: 65_534, gid: 65_534 },
      env: { HOME: request.run.home, DISPLAY: ':1' },
    })
    expect((await stat(request.run.home)).isDirectory()).toBe(true)
    expect(host.ran.some((line) => line.startsWith('chmod 4755'))).toBe(false)
  })

  it('keeps the home of an app that is started to be used', async () => {
    const [host, request] = await scene({ uid: 0 })
    const process = await chooseAppProcess(host, { ...request, keepHome: true })
    const home = join(request.root, 'cache/home')
    expect(process.env['HOME']).toBe(home)
    expect(host.said).toContainEqual(expect.stringContaining(home))
  })

  it("falls back to Chromium's own helper", async () => {
    let allowed = false
    const [host, request] = await scene({ uid: 0 }, (line) => {
      if (line.startsWith('chmod 4755')) allowed = true
      return isProbe(line) && !allowed ? { code: 133 } : undefined
    })
    expect(await chooseAppProcess(host, request)).toMatchObject({ sandboxed: true, user: { uid: 65_534 } })
  })

  it.each([
    ['the sandbox does not work', (line: string) => (isProbe(line) ? { code: 133 } : undefined)],
    ['there is no setpriv', lacking('setpriv')],
    ['cannot read', (line: string) => (line.includes('test -r') ? { code: 1 } : undefined)],
  ] as const)('runs as root without the sandbox, and says so, when %s', async (reason, answer) => {
    const [host, request] = await scene({ uid: 0 }, answer)
    const process = await chooseAppProcess(host, request)
    expect(process).toMatchObject({
      executable: request.binary.executable,
      args: ['--no-sandbox'],
      env: { PACTA_NO_SANDBOX: '1' },
      sandboxed: false,
    })
    expect(process.user).toBeUndefined()
    expect(host.said.at(-1)).toContain(reason)
    expect(host.ran.filter((line) => line.startsWith('chmod 0755'))).toHaveLength(
      host.ran.filter((line) => line.startsWith('chmod 4755')).length,
    )
  })

  it('does without the sandbox when told to', async () => {
    const [host, request] = await scene({ env: { PACTA_NO_SANDBOX: '1' } })
    expect(await chooseAppProcess(host, request)).toMatchObject({ args: ['--no-sandbox'], sandboxed: false })
  })
})
