import { app, session, shell, type Session } from 'electron'
import {
  isExternalLink,
  isNavigationAllowed,
  isPermissionAllowed,
  isRequestAllowed,
} from './security-policy.ts'

/**
 * Takes away what Chromium would do in the network on its own: background requests, component updates, and, whatever
 * else may come, every name: nothing can be looked up, so nothing can be reached. Called before the app is ready.
 */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

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
  // Switching the spell checker off is not enough: a session asks for its dictionaries as soon as it exists.
  target.setSpellCheckerLanguages([])
  target.setSpellCheckerEnabled(false)
}
