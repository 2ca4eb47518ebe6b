import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { ContentHash } from '#domain/text/text.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'

/** Files kept under the hash of their bytes: originals as they came, and the words of texts. Never changed. */
export interface SourceStore {
  /** Keeps bytes and returns their hash when they are durable. What is kept already is not written again. */
  put(bytes: Uint8Array): Promise<ContentHash>
  /**
   * The bytes with the given hash, checked against it.
   *
   * @throws PactaError `content-missing` when they are missing or not what the hash says.
   */
  get(hash: ContentHash): Promise<Uint8Array>
}

/** The sources in a library's folder. */
export function openSourceStore(fs: FileSystem, folder: string): SourceStore {
  return {
    put: async (bytes) => {
      const hash = hashOf(bytes)
      const path = join(folder, hash)
      // Its size alone would say that a spoilt file is there: bringing the agreement in again would never heal it.
      const kept = (await fs.stat(path)) && (await fs.readFile(path).catch(() => undefined))
      if (!kept || hashOf(kept) !== hash) {
        await fs.makeFolder(folder)
        await replaceFile(fs, path, bytes)
      }
      return hash
    },
    get: async (hash) => {
      const path = join(folder, hash)
      if (!(await fs.stat(path))) throw new PactaError('content-missing')
      const bytes = await fs.readFile(path)
      if (hashOf(bytes) !== hash) throw new PactaError('content-missing')
      return bytes
    },
  }
}

function hashOf(bytes: Uint8Array): ContentHash {
  return createHash('sha256').update(bytes).digest('hex')
}
