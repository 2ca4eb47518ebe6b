import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ElectronLaunch } from './electron-launch.ts'

/**
 * Playwright's own module that holds the app back until Playwright has connected. Playwright loads it only when it
 * chooses the executable itself; without it, a window that opens while it connects can make the launch wait for ever.
 */
const LOADER = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
)

/** What Playwright's `_electron.launch` takes. */
export interface PlaywrightOptions {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
  readonly chromiumSandbox: boolean
}

/**
 * The launch as options for Playwright's `_electron.launch`. It says `chromiumSandbox` explicitly, because
 * Playwright adds `--no-sandbox` on Linux unless told otherwise.
 *
 * @param appArgs the app's folder and its arguments
 * @param env what the app is told in addition
 */
export function playwrightOptions(
  launch: ElectronLaunch,
  appArgs: readonly string[],
  env: Readonly<Record<string, string>> = {},
): PlaywrightOptions {
  return {
    executablePath: launch.executablePath,
    args: [...launch.args, '-r', LOADER, ...appArgs],
    env: { ...launch.env, ...env },
    chromiumSandbox: launch.sandboxed,
  }
}
