import { app, BrowserWindow } from 'electron'

/** How long quitting waits for `finish`. Nothing acknowledged depends on it. */
const QUIT_WAIT_MS = 5000

/**
 * Opens the first window, and makes every way of leaving (menu, closing the window, the system) run `finish`
 * once, while the window still stands, before anything goes.
 */
export function orderlyQuit(openWindow: () => BrowserWindow, finish: () => Promise<void>): void {
  let finished = false
  let finishing: Promise<unknown> | undefined
  const open = (): void => {
    openWindow().on('close', (event) => {
      if (finished) return
      event.preventDefault()
      app.quit()
    })
  }
  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    const late = new Promise((resolve) => setTimeout(resolve, QUIT_WAIT_MS))
    finishing ??= Promise.race([finish(), late]).finally(() => {
      finished = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => app.quit())
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  open()
}
