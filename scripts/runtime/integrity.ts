import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * The integrity of a file in the form package registries use: `sha512-` and the digest in base64. We compute it
 * ourselves over what arrived, so that neither the registry nor a cache on the way has to be trusted.
 */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
