/** Where the app's own pages live. A custom scheme: nothing on the network can ever have this origin. */
export const APP_ORIGIN = 'app://pacta'

/**
 * What pages may do. `'self'` is the app's own bundle; there is no inline script, no inline style, no evaluation,
 * no connection. Trusted Types make DOM injection a type error; the editor and what reads pasted HTML name their own
 * policies.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lexical pacta-paste',
].join('; ')

/** A page for printing shows; it runs nothing. */
export const PRINT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

/** Whether an address is one of the app's own pages. Compared by parts: Node gives custom schemes the origin `null`. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'app:' && url.host === 'pacta'
}

/**
 * Permissions a page of ours may use. Everything else (camera, location, notifications, devices…) is refused,
 * because nothing in the product needs it.
 */
const PERMISSIONS = new Set([
  // Asks Chromium not to throw the projection away when the disk runs low; it can be rebuilt, but that takes time.
  'persistent-storage',
  'fullscreen',
])

/** Whether a page at `origin` may use a permission. */
export function isPermissionAllowed(permission: string, origin: string): boolean {
  return PERMISSIONS.has(permission) && isAppUrl(origin)
}

/** Whether a window may show an address. */
export function isNavigationAllowed(address: string): boolean {
  return isAppUrl(address)
}

/** Schemes that never leave the machine. `devtools:` is the inspector of development builds. */
const LOCAL_SCHEMES = new Set(['app:', 'devtools:', 'blob:', 'data:'])

/** Whether a request may be made at all: only what never leaves the machine. */
export function isRequestAllowed(address: string): boolean {
  return LOCAL_SCHEMES.has(URL.parse(address)?.protocol ?? '')
}

/** Whether a link may be handed to the system's browser, which asks nothing of us and tells us nothing. */
export function isExternalLink(address: string): boolean {
  return ['https:', 'http:', 'mailto:'].includes(URL.parse(address)?.protocol ?? '')
}

/** Whether a message comes from the top frame of one of our own pages. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url)
}
