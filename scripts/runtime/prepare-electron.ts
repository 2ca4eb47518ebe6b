import { statfs } from 'node:fs/promises'
import { chooseAppProcess } from './app-process.ts'
import { openDisplay, requireDisplay, wantsVirtualDisplay, type DisplayWish } from './display.ts'
import { describeLaunch, type ElectronLaunch } from './electron-launch.ts'
import { findElectron } from './find-electron.ts'
import { thisHost, type Host } from './host.ts'
import { ensureLibraries } from './libraries.ts'
import { makeRunFolder } from './run-folder.ts'
import type { ScreenSize } from './virtual-display.ts'

/** What is to be prepared. */
export interface PrepareOptions {
  /** The folder with package.json, node_modules and the built app. */
  readonly root: string
  readonly display: DisplayWish
  /** The size of a virtual screen. */
  readonly screen?: ScreenSize
  /** For root on Linux: keep the app's own files between runs instead of deleting them with the launch. */
  readonly keepHome?: boolean
  /** The machine; another one in tests, or one that says nothing in parallel workers. */
  readonly host?: Host
}

/**
 * Makes Electron runnable on this machine: finds or fetches it, installs missing system libraries where that is in
 * our power, opens a display and chooses the user to run as. Everything that has to be said is said through the
 * host; what the person has to do is a `RuntimeProblem`. Whoever prepares a launch disposes of it.
 */
export async function prepareElectron(options: PrepareOptions): Promise<ElectronLaunch> {
  const { root, display: wish, screen, keepHome = false, host = thisHost() } = options
  requireDisplay(host, wish)
  const binary = await findElectron(host, root)
  await ensureLibraries(host, binary.executable, wantsVirtualDisplay(host, wish))
  const display = await openDisplay(host, wish, screen)
  const run = await makeRunFolder(host)
  const dispose = async (): Promise<void> => {
    await display.close()
    await run.remove()
  }
  try {
    const process = await chooseAppProcess(host, { binary, root, env: display.env, run, keepHome })
    return describeLaunch(host, {
      binary,
      display,
      process,
      tight: await hasTightSharedMemory(host),
      dispose,
    })
  } catch (error) {
    await dispose()
    throw error
  }
}

/** Prepares Electron, does the work with it and disposes of it, however the work ends. */
export async function withElectron<T>(
  options: PrepareOptions,
  work: (launch: ElectronLaunch) => Promise<T>,
): Promise<T> {
  const launch = await prepareElectron(options)
  try {
    return await work(launch)
  } finally {
    await launch.dispose()
  }
}

const COMFORTABLE_SHARED_MEMORY = 256 * 1024 ** 2

async function hasTightSharedMemory(host: Host): Promise<boolean> {
  if (host.platform !== 'linux') return false
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory === undefined || memory.blocks * memory.bsize < COMFORTABLE_SHARED_MEMORY
}
