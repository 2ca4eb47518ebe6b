import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Who made a binary: Electron's own release, a community repackaging of it, or whoever set the override. */
export type ElectronOrigin = 'official' | 'community' | 'override'

/** An Electron that is on this disk and complete. */
export interface ElectronBinary {
  readonly executable: string
  /** The folder of the distribution, which is what `ELECTRON_OVERRIDE_DIST_PATH` names. */
  readonly folder: string
  /** For example `45.4.1`; `unknown` when the distribution does not say. */
  readonly version: string
  readonly origin: ElectronOrigin
}

/** Where the executable lies inside a distribution folder: the same in every release for a platform. */
function executableWithin(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The binary of a distribution folder, or nothing when there is no executable in it. */
export async function binaryIn(
  folder: string,
  platform: NodeJS.Platform,
  origin: ElectronOrigin,
): Promise<ElectronBinary | undefined> {
  const executable = join(folder, executableWithin(platform))
  if (!existsSync(executable)) return undefined
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => 'unknown')
  return { executable, folder, version: version.trim().replace(/^v/, ''), origin }
}
