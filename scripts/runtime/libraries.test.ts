import { describe, expect, it } from 'vitest'
import { fakeHost, type Answer } from './fake-host.testing.ts'
import { ensureLibraries, missingLibraries } from './libraries.ts'
import { tempFolder } from './temp-folder.testing.ts'

const LDD = `	linux-vdso.so.1 (0x00007ffc)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f2)
`

describe('missingLibraries', () => {
  it('names what the linker did not find', () => {
    expect(missingLibraries(LDD)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })

  it('is empty when all is there', () => {
    expect(missingLibraries('	libc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([])
  })
})

describe('ensureLibraries', () => {
  it('does nothing on a complete system', async () => {
    const host = fakeHost()
    await ensureLibraries(host, '/opt/electron', true)
    expect(host.ran.some((line) => line.includes('apt'))).toBe(false)
  })

  it('does nothing where Electron brings its libraries', async () => {
    const host = fakeHost({ platform: 'darwin' })
    await ensureLibraries(host, '/opt/electron', false)
    expect(host.ran).toEqual([])
  })

  it('misses Xvfb only when a virtual display is wanted', async () => {
    const withoutXvfb: Answer = (line) => (line.endsWith('sh Xvfb') ? { code: 1 } : undefined)
    await ensureLibraries(fakeHost({}, withoutXvfb), '/opt/electron', false)
    await expect(ensureLibraries(fakeHost({}, withoutXvfb), '/opt/electron', true)).rejects.toThrow(
      /Xvfb[^]*apt-get install .*xvfb/,
    )
  })

  it('installs what is missing and looks again', async () => {
    let installed = false
    const env = { PACTA_RUNTIME_CACHE: await tempFolder() }
    const host = fakeHost({ uid: 0, env }, (line) => {
      if (line.includes(' install ')) installed = true
      return line.startsWith('ldd') && !installed ? { code: 0, stdout: LDD } : undefined
    })
    await expect(ensureLibraries(host, '/opt/electron', false)).resolves.toBeUndefined()
  })

  it('names what is still missing after the installation', async () => {
    const env = { PACTA_RUNTIME_CACHE: await tempFolder() }
    const host = fakeHost({ uid: 0, env }, (line) => (line.startsWith('ldd') ? { stdout: LDD } : undefined))
    await expect(ensureLibraries(host, '/opt/electron', false)).rejects.toThrow(/still lacks libnss3\.so/)
  })
})
