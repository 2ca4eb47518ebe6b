import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { Log } from '../shell-services.ts'
import { APP_ORIGIN } from './security-policy.ts'

/** Paper and ink of the first frame, before the page has drawn: no white flash in the dark. */
const BACKGROUND = { light: '#fbfaf8', dark: '#1d1c1a' }

/** Opens the window. A page that crashes is loaded once more; everything it had is on disk. */
export function openMainWindow(preloadFolder: string, log: Log): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    title: 'Pacta',
    // Windows and macOS take the icon of the packed app.
    ...(process.platform === 'linux' ? { icon: join(app.getAppPath(), 'resources', 'icon.png') } : {}),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(preloadFolder, 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  let crashes = 0
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || reason === 'killed') return
    log.error(`the window's page is gone: ${reason}`)
    if (crashes++ === 0) window.reload()
  })
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}
