import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'

/** A script that runs a worker's source, translated as the scripts of this repository are. */
export function workerScript(sourcePath: string): string {
  const translator = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs')
  const script = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(
    script,
    `import { register } from '${pathToFileURL(translator).href}'\nregister()\nawait import('${pathToFileURL(sourcePath).href}')\n`,
  )
  return script
}
