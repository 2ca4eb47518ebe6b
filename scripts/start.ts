import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { ensureBuilt } from './runtime/build.ts'
import { requireDisplay } from './runtime/display.ts'
import { thisHost } from './runtime/host.ts'
import type { ElectronLaunch } from './runtime/electron-launch.ts'
import { withElectron } from './runtime/prepare-electron.ts'
import { RuntimeProblem } from './runtime/problem.ts'

const root = resolve(import.meta.dirname, '..')

/** Runs the app on the person's own terminal until it ends, and returns its exit status. */
function runApp(launch: ElectronLaunch, args: readonly string[]): Promise<number> {
  const app = spawn(launch.executablePath, [...launch.args, root, ...args], {
    env: launch.env,
    stdio: 'inherit',
  })
  // The terminal sends Ctrl+C to the app as well; we only have to stay until it has put its things in order.
  const pass = (signal: NodeJS.Signals): boolean => app.kill(signal)
  process
    .on('SIGINT', () => undefined)
    .on('SIGTERM', pass)
    .on('SIGHUP', pass)
  return new Promise((settle, fail) => {
    app.on('error', fail)
    app.on('close', (code, signal) => settle(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
  })
}

try {
  const host = thisHost()
  // Asked first: without a display the answer should not have to wait for a build or a download.
  requireDisplay(host, 'present')
  await ensureBuilt(host, root)
  const options = { root, display: 'present', keepHome: true, host } as const
  process.exitCode = await withElectron(options, (launch) => runApp(launch, process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof RuntimeProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
