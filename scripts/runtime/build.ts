import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from './host.ts'
import { withLock } from './lock.ts'
import { RuntimeProblem } from './problem.ts'

/** All that the built app is made from. */
const INPUTS = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts']
/** One file of each of the three parts; every build writes all three, so the oldest dates the last complete build. */
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds the app unless the last build is newer than everything it was made from. */
export async function ensureBuilt(host: Host, root: string): Promise<void> {
  if (await isBuilt(root)) return
  await withLock(join(root, 'node_modules/.pacta-build.lock'), async () => {
    // Another start may have built while this one waited.
    if (await isBuilt(root)) return
    host.say('Building…')
    const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const result = await host.run(process.execPath, [builder, 'build'], { cwd: root })
    if (result.code === 0) return
    throw new RuntimeProblem(`The build failed:\n${result.stdout}${result.stderr}`)
  })
}

/** Whether the built app is complete and newer than every file it was made from. */
export async function isBuilt(root: string): Promise<boolean> {
  const built = await Promise.all(OUTPUTS.map((file) => modified(join(root, file))))
  const made = await Promise.all(INPUTS.map((entry) => newestBelow(join(root, entry))))
  return Math.min(...built) > Math.max(...made)
}

/** The newest time in a tree, that of folders included: removing a file changes its folder only. */
async function newestBelow(path: string): Promise<number> {
  const below = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all([path, ...below.map((name) => join(path, name))].map(modified))
  return Math.max(...times)
}

/** Milliseconds of the last change; 0 for what does not exist. */
async function modified(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0
}
