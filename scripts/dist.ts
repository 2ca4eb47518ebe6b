import { resolve } from 'node:path'
import { findElectron } from './runtime/find-electron.ts'
import { thisHost } from './runtime/host.ts'
import { RuntimeProblem } from './runtime/problem.ts'
import { packable } from './runtime/release-electron.ts'
import { bin, runProgram } from './steps.ts'

const root = resolve(import.meta.dirname, '..')

/** Packs the app for users, from a fresh, minified build. Arguments go on to electron-builder: `--linux`, `--dir`. */
async function dist(args: readonly string[]): Promise<number> {
  const binary = await findElectron(thisHost(), root)
  const rest = packable(binary, args)
  const built = await runProgram(bin('electron-vite'), ['build'], { NODE_ENV: 'production' })
  if (built !== 0) return built
  return runProgram(bin('electron-builder'), [
    ...rest,
    '--publish=never',
    `--config.electronDist=${binary.folder}`,
    `--config.electronVersion=${binary.version}`,
  ])
}

try {
  process.exitCode = await dist(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof RuntimeProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
