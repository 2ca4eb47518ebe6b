import { basename } from 'node:path'
import { id, instant } from '#contract/entities.ts'
import { PactaError } from '#contract/errors.ts'
import { z } from '#contract/schema.ts'
import type { FileSystem } from '../files/file-system.ts'
import { patiently, replaceFile } from '../files/replace-file.ts'
import type { LibraryFolder } from './library-folder.ts'
import { checksum } from './record-codec.ts'

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

/** In the file the manifest has its own checksum beside it. One written by hand may leave it out. */
const checked = z.looseObject({ checksum: z.string() })
const KNOWN = new Set(Object.keys(manifest.shape))

/**
 * Reads a folder's manifest.
 *
 * @throws PactaError `folder-missing`, `folder-not-library`, `library-newer`, `library-damaged` or `library-unreadable`.
 */
export async function readManifest(fs: FileSystem, folder: LibraryFolder): Promise<Manifest> {
  const name = basename(folder.root)
  if (!(await fs.stat(folder.root))?.isFolder) throw new PactaError('folder-missing', { name })
  if (!(await fs.stat(folder.manifest))) throw new PactaError('folder-not-library', { name })
  const bytes = await patiently(() => fs.readFile(folder.manifest)).catch((cause: unknown) => {
    throw new PactaError('library-unreadable', { name, file: 'library.json' }, { cause })
  })
  const json = parse(bytes)
  const known = version.safeParse(json)
  if (known.success && known.data.format > LIBRARY_FORMAT) throw new PactaError('library-newer', { name })
  const whole = manifest.safeParse(json)
  if (!whole.success || !isAsWritten(json)) {
    throw new PactaError('library-damaged', { name, file: 'library.json', byte: 0 })
  }
  return whole.data
}

/**
 * What can be told of a library whose manifest a newer program wrote: enough to read it, when the meaning of what is
 * needed for that has stayed. Nothing when it has not.
 */
export async function readNewerManifest(
  fs: FileSystem,
  folder: LibraryFolder,
): Promise<Manifest | undefined> {
  const json = parse(await fs.readFile(folder.manifest))
  const known = z.looseObject({ ...manifest.shape, format: z.int() }).safeParse(json)
  return known.success ? { ...known.data, format: LIBRARY_FORMAT } : undefined
}

/** Writes a folder's manifest, as a whole. */
export async function writeManifest(fs: FileSystem, folder: LibraryFolder, content: Manifest): Promise<void> {
  const { checksum: _old, ...rest } = content
  const json = JSON.stringify({ ...rest, checksum: sumOf(rest) }, null, 2)
  await replaceFile(fs, folder.manifest, Buffer.from(`${json}\n`))
}

function isAsWritten(json: unknown): boolean {
  const parsed = checked.safeParse(json)
  if (!parsed.success) return Object.keys(json as object).every((key) => KNOWN.has(key))
  const { checksum: sum, ...rest } = parsed.data
  return sum === sumOf(rest)
}

function sumOf(content: object): string {
  return checksum(Buffer.from(JSON.stringify(content)))
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
