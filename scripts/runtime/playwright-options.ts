import type { ElectronLaunch } from './electron-launch.ts'

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
    args: [...launch.args, ...appArgs],
    env: { ...launch.env, ...env },
    chromiumSandbox: launch.sandboxed,
  }
}
