import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isLinuxRoot, type Host } from './host.ts'
import { reasonOf, RuntimeProblem } from './problem.ts'

/**
 * Where the runtime is kept between starts: outside node_modules, so that `npm ci` does not throw it away. Root
 * gets a folder that others can read, because the app is then run as an unprivileged user, who cannot look
 * below root's home.
 */
export function chooseCacheFolder(host: Host): string {
  const chosen = host.env['PACTA_RUNTIME_CACHE']
  if (chosen) return chosen
  if (isLinuxRoot(host)) return '/var/cache/pacta-runtime'
  return join(host.env['XDG_CACHE_HOME'] || join(host.home, '.cache'), 'pacta-runtime')
}

/** Makes the cache folder when it is missing and returns it; a sentence about the setting when it cannot. */
export async function openCacheFolder(host: Host): Promise<string> {
  const folder = chooseCacheFolder(host)
  try {
    await mkdir(folder, { recursive: true })
    // Whatever root's umask is, the user the app runs as has to get in.
    if (isLinuxRoot(host)) await chmod(folder, 0o755)
    return folder
  } catch (error) {
    throw new RuntimeProblem(
      `The folder ${folder} for the Electron runtime cannot be made (${reasonOf(error)}). ` +
        'Set PACTA_RUNTIME_CACHE to a folder that can be written.',
    )
  }
}
