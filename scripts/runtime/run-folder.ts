import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from './host.ts'

/** A folder for what one launch needs on disk: the starter, the home, the display's key, the probe. */
export interface RunFolder {
  readonly starter: string
  readonly home: string
  readonly displayKey: string
  readonly probe: string
  readonly remove: () => Promise<void>
}

/** Makes the folder. Others may pass through it, because the app may run as another user than we do. */
export async function makeRunFolder(host: Host): Promise<RunFolder> {
  const folder = await mkdtemp(join(host.temp, 'pacta-run-'))
  await chmod(folder, 0o711)
  return {
    starter: join(folder, 'electron'),
    home: join(folder, 'home'),
    displayKey: join(folder, 'xauthority'),
    probe: join(folder, 'probe'),
    // An app that was just killed may still be writing below its home.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
