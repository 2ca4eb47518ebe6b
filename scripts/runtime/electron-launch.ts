import type { AppProcess } from './app-process.ts'
import type { Display } from './display.ts'
import type { ElectronBinary } from './electron-binary.ts'
import { isLinuxRoot, type Host } from './host.ts'
import { RuntimeProblem } from './problem.ts'
import { canWrite, giveTo, type SystemUser } from './unprivileged.ts'

/** A runnable Electron, for child_process and for Playwright alike. */
export interface ElectronLaunch {
  readonly executablePath: string
  /** What has to stand before the app's own arguments. */
  readonly args: readonly string[]
  /** The whole environment, with the display. */
  readonly env: Readonly<Record<string, string>>
  /** False when renderers run without Chromium's sandbox; the app knows it from `PACTA_NO_SANDBOX`. */
  readonly sandboxed: boolean
  /** True when the app runs with root's rights. */
  readonly asRoot: boolean
  readonly binary: ElectronBinary
  /** True when the app runs on a display of our own that nobody sees. */
  readonly virtualDisplay: boolean
  /**
   * Makes a folder, with all that is in it, the property of the user the app runs as. To be called for each folder
   * the app is to write; it does nothing where the app runs as we do.
   */
  readonly handOver: (folder: string) => Promise<void>
  /** Ends the virtual display and deletes the launch's own files. Close the app before. */
  readonly dispose: () => Promise<void>
}

/** The parts a launch is described from. */
export interface LaunchParts {
  readonly binary: ElectronBinary
  readonly display: Display
  readonly process: AppProcess
  /** True when /dev/shm is too small for Chromium, as it is in many containers. */
  readonly tight: boolean
  readonly dispose: () => Promise<void>
}

/** Puts the description together; pure, so that each kind of machine can be tested. */
export function describeLaunch(host: Host, parts: LaunchParts): ElectronLaunch {
  const { binary, display, process, tight, dispose } = parts
  return {
    executablePath: process.executable,
    args: [...process.args, ...(tight ? ['--disable-dev-shm-usage'] : [])],
    env: definedOnly(process.env),
    sandboxed: process.sandboxed,
    asRoot: isLinuxRoot(host) && process.user === undefined,
    binary,
    virtualDisplay: display.virtual,
    handOver: (folder) => handOver(host, process.user, folder),
    dispose,
  }
}

async function handOver(host: Host, user: SystemUser | undefined, folder: string): Promise<void> {
  if (!user) return
  await giveTo(host, user, folder)
  if (await canWrite(host, user, folder)) return
  throw new RuntimeProblem(
    `The app runs as user ${user.uid}, who cannot write ${folder}. Choose a folder below the system's temporary one.`,
  )
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
