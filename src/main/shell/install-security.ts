import { app, session, shell, type Session } from 'electron'
import {
  isExternalLink,
  isNavigationAllowed,
  isPermissionAllowed,
  isRequestAllowed,
} from './security-policy.ts'

/** Refuses, in every page there will ever be, whatever the policy does not list. Called once, before any window. */
export function installContentsGuards(): void {
  app.on('web-contents-created', (_, contents) => {
    const guard = (event: { preventDefault(): void; url: string }): void => {
      if (!isNavigationAllowed(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', guard)
    contents.on('will-redirect', guard)
    contents.on('will-frame-navigate', guard)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      // The user clicked a link in a note: the system's browser opens it, never a window of ours.
      if (isExternalLink(url)) setImmediate(() => void shell.openExternal(url))
      return { action: 'deny' }
    })
  })
}

/** Closes the session to the network and to every permission and device not listed. Needs a ready app. */
export function installSessionGuards(target: Session = session.defaultSession): void {
  target.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !isRequestAllowed(details.url) }),
  )
  target.setPermissionRequestHandler((_, permission, callback, details) =>
    callback(isPermissionAllowed(permission, details.requestingUrl)),
  )
  target.setPermissionCheckHandler((_, permission, origin) => isPermissionAllowed(permission, origin))
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler(null)
  // No dictionary is ever downloaded.
  target.setSpellCheckerEnabled(false)
}
