import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { FileSystem } from '../../files/file-system.ts'
import type { LibraryFolder } from '../library-folder.ts'
import type { Findings } from './findings.ts'

const HASH = /^[0-9a-f]{64}$/

/** What is known about the sources. */
export interface CheckedSources {
  readonly count: number
  /** Hashes of those that are as they should be. */
  readonly good: ReadonlySet<string>
  /** The words kept under a hash; nothing when they are lost. */
  readonly contentOf: (hash: string) => Promise<string | undefined>
}

/** Compares every source with the hash that is its name, and finds the ones that texts need and that are not there. */
export async function checkSources(
  fs: FileSystem,
  folder: LibraryFolder,
  state: LibraryState,
  findings: Findings,
): Promise<CheckedSources> {
  const names = (await fs.list(folder.sources)).filter((name) => HASH.test(name))
  const good = new Set<string>()
  for (const name of names) {
    const bytes = await fs.readFile(join(folder.sources, name)).catch(() => undefined)
    if (bytes && createHash('sha256').update(bytes).digest('hex') === name) good.add(name)
    else
      findings.error(
        `sources/${name}`,
        bytes ? 'does not fit its name, the SHA-256 of its bytes' : 'cannot be read',
      )
  }
  for (const text of state.all('text')) {
    if (!names.includes(text.content.hash)) {
      findings.error(`sources/${text.content.hash}`, `is missing: the words of text ${text.id}`)
    }
    if (text.original.hash !== text.content.hash && !names.includes(text.original.hash)) {
      findings.error(`sources/${text.original.hash}`, `is missing: the original “${text.original.fileName}”`)
    }
  }
  return {
    count: names.length,
    good,
    contentOf: async (hash) => {
      if (!good.has(hash)) return undefined
      return Buffer.from(await fs.readFile(join(folder.sources, hash))).toString('utf8')
    },
  }
}
