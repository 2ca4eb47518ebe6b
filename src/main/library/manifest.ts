import { basename } from 'node:path'
import { id, instant } from '#contract/entities.ts'
import { PactaError } from '#contract/errors.ts'
import { z } from '#contract/schema.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { LibraryFolder } from './library-folder.ts'

/** The version of the folder format that this program writes, and the newest it reads. */
export const LIBRARY_FORMAT = 1

const manifest = z.looseObject({
  format: z.literal(LIBRARY_FORMAT),
  libraryId: id,
  createdAt: instant,
  appVersion: z.string(),
  epoch: z.int().min(1),
})

/** `library.json`: what the folder is. */
export type Manifest = z.infer<typeof manifest>

/** Only the version is read first: a newer program may have changed everything else. */
const version = z.looseObject({ format: z.int() })

/**
 * Reads a folder's manifest.
 *
 * @throws PactaError `folder-missing`, `folder-not-library` or `library-newer`.
 */
export async function readManifest(fs: FileSystem, folder: LibraryFolder): Promise<Manifest> {
  const name = basename(folder.root)
  if (!(await fs.stat(folder.root))?.isFolder) throw new PactaError('folder-missing', { name })
  if (!(await fs.stat(folder.manifest))) throw new PactaError('folder-not-library', { name })
  const json = parse(await fs.readFile(folder.manifest))
  const known = version.safeParse(json)
  if (known.success && known.data.format > LIBRARY_FORMAT) throw new PactaError('library-newer', { name })
  const whole = manifest.safeParse(json)
  if (!whole.success) throw new PactaError('library-damaged', { name, file: 'library.json', byte: 0 })
  return whole.data
}

/** Writes a folder's manifest, as a whole. */
export async function writeManifest(fs: FileSystem, folder: LibraryFolder, content: Manifest): Promise<void> {
  await replaceFile(fs, folder.manifest, Buffer.from(`${JSON.stringify(content, null, 2)}\n`))
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
