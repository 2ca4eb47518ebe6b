import { chmod } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDisplay } from './display.ts'
import { fakeHost, lacking, type FakeHost } from './fake-host.testing.ts'
import { put, tempFolder } from './temp-folder.testing.ts'
import { startVirtualDisplay } from './virtual-display.ts'

const SIZE = { width: 800, height: 600 }

/** A machine whose Xvfb is this shell script. */
async function hostWithServer(script: string, env: NodeJS.ProcessEnv = {}): Promise<FakeHost> {
  const server = await put(await tempFolder(), 'Xvfb', `#!/bin/sh\n${script}\n`)
  await chmod(server, 0o755)
  const path = `${dirname(server)}:${process.env['PATH'] ?? ''}`
  return fakeHost({ env: { ...env, PATH: path } }, lacking('setpriv'))
}

describe.skipIf(process.platform === 'win32')('startVirtualDisplay', () => {
  it('waits until the server has told its number, and ends it', async () => {
    const host = await hostWithServer(`[ "$5" = 800x600x24 ] && echo 42 >&3; exec sleep 60`)
    const display = await startVirtualDisplay(host, SIZE)
    expect(display.name).toBe(':42')
    await expect(display.stop()).resolves.toBeUndefined()
  })

  it('passes on what the server complained about', async () => {
    const host = await hostWithServer('echo no memory >&2; exit 1')
    await expect(startVirtualDisplay(host, SIZE)).rejects.toThrow(/did not start: no memory/)
  })

  it('leads programs away from the display of the session', async () => {
    const host = await hostWithServer('echo 7 >&3; exec sleep 60', { WAYLAND_DISPLAY: 'w', XAUTHORITY: '/k' })
    const display = await openDisplay(host, 'virtual')
    expect(display.virtual).toBe(true)
    expect(display.env).toMatchObject({ DISPLAY: ':7' })
    expect(display.env).not.toHaveProperty('WAYLAND_DISPLAY')
    expect(display.env).not.toHaveProperty('XAUTHORITY')
    await display.close()
  })
})
