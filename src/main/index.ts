import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'
import { problemOf } from '#contract/problem.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { Clock } from '#domain/shared/time.ts'
import { workerCarry } from './documents/carry.ts'
import { workerReader } from './documents/worker-reader.ts'
import { makeFarewell } from './farewell.ts'
import { fileLog } from './file-log.ts'
import { nodeFileSystem } from './files/file-system.ts'
import { makeHandlers } from './handlers.ts'
import { librarySession } from './library/library-session.ts'
import { openSettings } from './settings-store.ts'
import { registerAppScheme, serveApp } from './shell/app-protocol.ts'
import { electronClipboard, electronDialogs, electronRevealer } from './shell/electron-dialogs.ts'
import { electronPdfPrinter } from './shell/electron-pdf-printer.ts'
import { closeNetwork, installContentsGuards, installSessionGuards } from './shell/install-security.ts'
import { answerCalls, sendToWindows } from './shell/ipc.ts'
import { openMainWindow } from './shell/main-window.ts'
import { applicationMenu } from './shell/menu.ts'
import { orderlyQuit } from './shell/orderly-quit.ts'
import { printJobs } from './shell/print-jobs.ts'
import { makeTasks } from './tasks.ts'
import { workerSuggestions } from './suggestions/suggestions.ts'
import { spareMemory } from './shell/spare-memory.ts'
import { archiveArgument, waitingArchive } from './waiting-archive.ts'

const clock: Clock = { now: () => new Date().toISOString() }
const archives = waitingArchive()
const ids: Ids = { next: () => randomUUID() }

// As root on Linux Chromium's sandbox cannot start; the launcher says so, and enabling it would only crash-loop.
if (process.env['PACTA_NO_SANDBOX'] !== '1') app.enableSandbox()
if (process.env['PACTA_USER_DATA'] !== undefined) app.setPath('userData', process.env['PACTA_USER_DATA'])
closeNetwork()
spareMemory()
registerAppScheme()
installContentsGuards()

// macOS names the file in an event of its own, which may come before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  offerArchive(path)
})
offerArchive(archiveArgument(process.argv.slice(1), process.cwd()))

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start)
} else {
  process.stdout.write('Pacta is already running; its window has been brought to the front.\n')
  app.quit()
}

/** Keeps an archive for the window, and tells it when there is one. */
function offerArchive(path: string | undefined): void {
  if (path === undefined) return
  archives.offer(path)
  sendToWindows('app.archiveWaiting', {})
}

async function start(): Promise<void> {
  const paths = {
    documents: app.getPath('documents'),
    userData: app.getPath('userData'),
    samples: join(app.getAppPath(), 'resources', 'samples'),
  }
  const rendererRoot = join(import.meta.dirname, '..', 'renderer')
  const log = fileLog(join(paths.userData, 'pacta.log'), clock)
  const settings = await openSettings(
    nodeFileSystem,
    join(paths.userData, 'settings.json'),
    userInfo().username,
  )
  const host = { fs: nodeFileSystem, clock, ids, appVersion: app.getVersion() }
  const session = librarySession(host, {
    onCommitted: (record) => sendToWindows('library.committed', { record }),
    onHistory: (history) => sendToWindows('library.history', history),
    onSaving: (state, code) =>
      sendToWindows('library.saving', code === undefined ? { state } : { state, code }),
    onReadOnly: (reason) => sendToWindows('library.readOnly', { reason: problemOf(reason) }),
    onUpkeepFailed: (error) => log.error(`a snapshot could not be made: ${String(error)}`),
  })
  // The library that was open last is read while the window is still being made; the window asks for it, and for what
  // went wrong, in its own time.
  if (settings.open !== undefined) session.open(settings.open).catch(() => undefined)
  const jobs = printJobs()
  const farewell = makeFarewell(() => sendToWindows('window.flush', {}))
  installSessionGuards()
  serveApp(rendererRoot, jobs)
  const handlers = makeHandlers({
    host,
    session,
    settings,
    tasks: makeTasks(ids, sendToWindows),
    emit: sendToWindows,
    reader: workerReader(join(import.meta.dirname, 'read-worker.js')),
    carry: workerCarry(join(import.meta.dirname, 'carry-worker.js')),
    suggestions: workerSuggestions(join(import.meta.dirname, 'suggest-worker.js')),
    dialogs: electronDialogs,
    clipboard: electronClipboard,
    revealer: electronRevealer,
    printer: electronPdfPrinter(rendererRoot, jobs, ids),
    paths,
    farewell,
    archives,
    platform: process.platform,
  })
  answerCalls(handlers, log)
  Menu.setApplicationMenu(
    applicationMenu((id) => sendToWindows('command', { id }), process.platform === 'darwin'),
  )
  orderlyQuit(
    () => openMainWindow(join(import.meta.dirname, '..', 'preload'), log),
    async () => {
      await farewell.ask()
      await session.close()
    },
  )
  app.on('second-instance', (_, args, folder) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const archive = archiveArgument(args.slice(1), folder)
    if (archive === undefined) sendToWindows('app.secondStart', {})
    else offerArchive(archive)
  })
}
