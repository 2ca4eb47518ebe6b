import { describe, expect, it } from 'vitest'
import { openDisplay, requireDisplay, wantsVirtualDisplay } from './display.ts'
import { fakeHost } from './fake-host.testing.ts'

const headless = fakeHost()
const desktop = fakeHost({ env: { DISPLAY: ':0' } })
const wayland = fakeHost({ env: { WAYLAND_DISPLAY: 'wayland-0' } })
const shown = fakeHost({ env: { DISPLAY: ':0', PACTA_SHOW: '1' } })
const mac = fakeHost({ platform: 'darwin' })

describe('wantsVirtualDisplay', () => {
  it('is never so for an app that is started to be used', () => {
    expect([headless, desktop].map((host) => wantsVirtualDisplay(host, 'present'))).toEqual([false, false])
  })

  it('is so where any display will do and there is none', () => {
    expect([headless, desktop, wayland].map((host) => wantsVirtualDisplay(host, 'any'))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is always so for tests, unless one wants to watch', () => {
    expect([headless, desktop, shown].map((host) => wantsVirtualDisplay(host, 'virtual'))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('still is when one wants to watch where nothing can be shown', () => {
    expect(wantsVirtualDisplay(fakeHost({ env: { PACTA_SHOW: '1' } }), 'virtual')).toBe(true)
  })

  it('is never so where there always is a display', () => {
    expect(wantsVirtualDisplay(mac, 'virtual')).toBe(false)
  })
})

describe('requireDisplay', () => {
  it('says what is missing and what can be done', () => {
    expect(() => requireDisplay(headless, 'present')).toThrow(/There is no display.*npm run demo/)
  })

  it('is content with either kind of display, and elsewhere than on Linux', () => {
    expect(() => [desktop, wayland, mac].forEach((host) => requireDisplay(host, 'present'))).not.toThrow()
  })
})

describe('openDisplay', () => {
  it("passes the session's display on", async () => {
    const display = await openDisplay(desktop, 'any')
    expect(display).toMatchObject({ env: { DISPLAY: ':0' }, virtual: false })
    await display.close()
  })
})
