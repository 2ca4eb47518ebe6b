import { installPackages, type PackageNames } from './apt.ts'
import { hasProgram, type Host } from './host.ts'
import { RuntimeProblem } from './problem.ts'

/**
 * The packages of Debian 12 that were enough to run Electron there, each with the names it has had since: the
 * change to 64-bit time renamed some in Debian 13 and Ubuntu 24.04.
 */
const LIBRARIES: readonly PackageNames[] = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
]
const VIRTUAL_DISPLAY: readonly PackageNames[] = [['xvfb'], ['xauth']]

/**
 * Makes sure that what Electron needs from a Linux system is there, installing it when that is in our power.
 * Elsewhere Electron brings all it needs.
 */
export async function ensureLibraries(
  host: Host,
  executable: string,
  virtualDisplay: boolean,
): Promise<void> {
  if (host.platform !== 'linux') return
  const missing = await missingParts(host, executable, virtualDisplay)
  if (missing.length === 0) return
  await installPackages(host, [...VIRTUAL_DISPLAY, ...LIBRARIES], missing)
  const still = await missingParts(host, executable, virtualDisplay)
  if (still.length === 0) return
  throw new RuntimeProblem(
    `Electron cannot run here: the system still lacks ${still.join(', ')} after the installation. ` +
      'Install the packages that contain them and start again.',
  )
}

/** The names of shared libraries that the dynamic linker did not find, from the output of `ldd`. */
export function missingLibraries(ldd: string): readonly string[] {
  return ldd.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])
}

async function missingParts(
  host: Host,
  executable: string,
  virtualDisplay: boolean,
): Promise<readonly string[]> {
  const { stdout } = await host.run('ldd', [executable], { env: { ...host.env, LC_ALL: 'C' } })
  const libraries = missingLibraries(stdout)
  return virtualDisplay && !(await hasProgram(host, 'Xvfb')) ? [...libraries, 'Xvfb'] : libraries
}
