import { existsSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binaryIn, type ElectronBinary } from './electron-binary.ts'
import type { Host } from './host.ts'

const MINUTE = 60_000
/** The archive is about 110 MB: ten minutes suffice for a slow line, and a dead one does not hold us for ever. */
const DOWNLOAD_LIMIT = 10 * MINUTE
/** How long a failed download is remembered, so that not every start waits for a network that says no. */
const MEMORY = 60 * MINUTE
const STAMP = 'official-download-failed'

/**
 * The binary that the electron package has already downloaded, or nothing. It is judged as the package's own
 * installer does: `path.txt` is written last, and the version has to be the package's.
 */
export async function installedElectron(host: Host, root: string): Promise<ElectronBinary | undefined> {
  const folder = join(root, 'node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const binary = await binaryIn(join(folder, 'dist'), host.platform, 'official')
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return binary && binary.version === versionIn(manifest) ? binary : undefined
}

/** What came of asking Electron's own release server: the binary, or why there is none. */
export type OfficialDownload =
  | { readonly ok: true; readonly binary: ElectronBinary }
  | { readonly ok: false; readonly reason: string }

/**
 * Runs the electron package's own installer, which verifies the archive against the checksums in the package. Its
 * output is kept for the reason only, because a refused download is a case we have an answer to.
 */
export async function downloadElectron(host: Host, root: string, cache: string): Promise<OfficialDownload> {
  const installer = join(root, 'node_modules/electron/install.js')
  const stamp = join(cache, STAMP)
  const result = await host.run(process.execPath, [installer], { cwd: root, timeout: DOWNLOAD_LIMIT })
  const binary = result.code === 0 ? await installedElectron(host, root) : undefined
  if (binary) {
    await rm(stamp, { force: true })
    return { ok: true, binary }
  }
  await writeFile(stamp, '')
  return { ok: false, reason: result.code === 124 ? 'it took too long' : messageIn(result.stderr) }
}

/** Whether the official download failed within the last hour. */
export async function recentlyFailed(cache: string, now = Date.now()): Promise<boolean> {
  const failed = await stat(join(cache, STAMP)).catch(() => undefined)
  return failed !== undefined && now - failed.mtimeMs < MEMORY
}

function versionIn(manifest: unknown): unknown {
  return typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined
}

/** The error's own words out of a stack trace. */
function messageIn(trace: string): string {
  return /Error: (.+)/.exec(trace)?.[1] ?? 'the installer gave no reason'
}
