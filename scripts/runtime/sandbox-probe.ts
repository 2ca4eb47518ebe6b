import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from './host.ts'

/** A way to start Electron that is to be tried. */
export interface Start {
  readonly executable: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

const LIMIT = 30_000

/** The smallest app that proves a sandboxed renderer: it ends well only after one has run script. */
const MAIN = `const { app, BrowserWindow } = require('electron')
app.enableSandbox()
app.on('render-process-gone', () => app.exit(3))
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  await window.loadURL('data:text/html,<title>probe</title>')
  app.exit((await window.webContents.executeJavaScript('1 + 1')) === 2 ? 0 : 4)
}).catch(() => app.exit(5))
`

/**
 * Whether Electron, started this way, can open a sandboxed window on this machine. Containers differ in what they
 * allow (user namespaces, setuid helpers), and only trying tells.
 *
 * @param folder an empty place the user Electron runs as can read
 */
export async function sandboxWorks(host: Host, start: Start, folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  const main = join(folder, 'main.cjs')
  await writeFile(main, MAIN)
  await writeFile(join(folder, 'package.json'), '{ "name": "probe", "main": "main.cjs" }')
  await Promise.all([main, join(folder, 'package.json')].map((file) => chmod(file, 0o644)))
  try {
    const args = [...start.args, folder]
    const result = await host.run(start.executable, args, { env: start.env, timeout: LIMIT })
    return result.code === 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
