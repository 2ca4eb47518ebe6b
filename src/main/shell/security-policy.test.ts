import { describe, expect, it } from 'vitest'
import {
  CONTENT_SECURITY_POLICY,
  isAppUrl,
  isExternalLink,
  isPermissionAllowed,
  isRequestAllowed,
  isTrustedSender,
} from './security-policy.ts'

describe('the security policy', () => {
  it('knows its own pages by scheme and host', () => {
    expect(isAppUrl('app://pacta/index.html')).toBe(true)
    for (const other of [
      'app://pactа/',
      'app://evil/',
      'https://pacta/',
      'file:///etc/passwd',
      'about:blank',
      '',
    ]) {
      expect(isAppUrl(other)).toBe(false)
    }
  })

  it.each([
    'https://example.org/',
    'http://localhost:1234/',
    'ws://localhost/',
    'file:///etc/passwd',
    'ftp://x/',
  ])('lets no request out to %s', (address) => {
    expect(isRequestAllowed(address)).toBe(false)
  })

  it('lets its own pages be loaded', () => {
    expect(isRequestAllowed('app://pacta/assets/x.js')).toBe(true)
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'usb',
    'hid',
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'openExternal',
  ])('refuses the permission %s', (permission) => {
    expect(isPermissionAllowed(permission, 'app://pacta/')).toBe(false)
  })

  it('grants what the product needs, to its own pages only', () => {
    expect(isPermissionAllowed('persistent-storage', 'app://pacta/')).toBe(true)
    expect(isPermissionAllowed('persistent-storage', 'https://example.org/')).toBe(false)
  })

  it('listens to the top frame of its own pages only', () => {
    expect(isTrustedSender({ url: 'app://pacta/index.html', parent: null })).toBe(true)
    expect(isTrustedSender({ url: 'app://pacta/index.html', parent: {} })).toBe(false)
    expect(isTrustedSender({ url: 'https://example.org/', parent: null })).toBe(false)
    expect(isTrustedSender(null)).toBe(false)
  })

  it('hands only web and mail links to the system', () => {
    expect(isExternalLink('https://treaties.example/')).toBe(true)
    expect(isExternalLink('javascript:alert(1)')).toBe(false)
    expect(isExternalLink('file:///etc/passwd')).toBe(false)
  })

  it('allows no inline script, no evaluation and no connection', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
    expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'")
  })
})
