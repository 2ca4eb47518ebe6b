import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeHost } from './fake-host.testing.ts'
import { put, tempFolder } from './temp-folder.testing.ts'
import { canRead, environmentOf, makeHome, NOBODY, writeStarter } from './unprivileged.ts'

describe('writeStarter', () => {
  it('becomes the program as the user, whatever is in its path', async () => {
    const file = join(await tempFolder(), 'electron')
    await writeStarter(file, NOBODY, "/opt/o'hara/electron")
    expect(await readFile(file, 'utf8')).toBe(
      '#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups ' +
        `'/opt/o'\\''hara/electron' "$@"\n`,
    )
    expect((await stat(file)).mode & 0o111).not.toBe(0)
  })
})

describe('canRead', () => {
  it('asks for each file as that user', async () => {
    const host = fakeHost({}, (line) => (line.endsWith('secret') ? { code: 1 } : undefined))
    expect(await canRead(host, NOBODY, ['/app/a', '/app/b'])).toBe(true)
    expect(await canRead(host, NOBODY, ['/app/a', '/root/secret'])).toBe(false)
    expect(host.ran[0]).toBe('setpriv --reuid=65534 --regid=65534 --clear-groups test -r /app/a')
  })
})

describe('makeHome', () => {
  it('makes a private folder that is the user’s', async () => {
    const home = join(await tempFolder(), 'home')
    const host = fakeHost()
    await makeHome(host, NOBODY, home)
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    expect(host.ran).toEqual([`chown -R -h 65534:65534 ${home}`])
  })
})

describe('environmentOf', () => {
  it("leaves out what names root's folders and bus", async () => {
    const env = { PATH: '/bin', HOME: '/root', XDG_CACHE_HOME: '/root/.cache', DBUS_SESSION_BUS_ADDRESS: 'x' }
    const places = { home: '/run/home', displayKey: '/run/key' }
    expect(await environmentOf(fakeHost(), NOBODY, places, { ...env, DISPLAY: ':1' })).toEqual({
      PATH: '/bin',
      DISPLAY: ':1',
      HOME: '/run/home',
      USER: 'nobody',
      LOGNAME: 'nobody',
    })
  })

  it('brings the key of a protected display along', async () => {
    const folder = await tempFolder()
    const key = await put(folder, 'key', 'cookie')
    const places = { home: folder, displayKey: join(folder, 'copy') }
    const host = fakeHost()
    const env = await environmentOf(host, NOBODY, places, { XAUTHORITY: key })
    expect(env['XAUTHORITY']).toBe(places.displayKey)
    expect(await readFile(places.displayKey, 'utf8')).toBe('cookie')
    expect(host.ran).toEqual([`chown -R -h 65534:65534 ${places.displayKey}`])
  })
})
