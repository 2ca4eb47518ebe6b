import { basename } from 'node:path'
import type { ImportResult } from '#contract/calls.ts'
import { PactaError, type ErrorCode } from '#contract/errors.ts'
import type { Author } from '#domain/shared/author.ts'
import type { TextEncoding } from '#domain/text/encodings.ts'
import type { Handlers } from './dispatch.ts'
import { encodingSamples } from './documents/encoding-samples.ts'
import { LARGEST_FILE_BYTES, tooLarge } from './documents/limits.ts'
import { prepareImport, type ImportedFile } from './documents/import-agreement.ts'
import type { HandlerParts } from './handler-parts.ts'
import { folderError } from './library/library-opener.ts'
import { requireSpace } from './require-space.ts'

const ABOUT_ENCODING: ReadonlySet<ErrorCode> = new Set(['file-encoding', 'file-mixed-encoding'])

/** Answers the calls that bring agreements in. */
export function importCalls(
  parts: HandlerParts,
  author: () => Author,
): Pick<
  Handlers,
  'import.choose' | 'import.file' | 'import.clipboard' | 'import.text' | 'import.encodings' | 'import.as'
> {
  const { host, session, tasks, dialogs, paths } = parts

  /** The file that was refused last because its encoding is not known, until another import is tried. */
  let refused: ImportedFile | undefined

  const importOne = async (file: ImportedFile, encoding?: TextEncoding): Promise<ImportResult> => {
    refused = undefined
    try {
      return await importNow(file, encoding)
    } catch (error) {
      if (error instanceof PactaError && ABOUT_ENCODING.has(error.code)) refused = file
      throw error
    }
  }

  const importNow = (file: ImportedFile, encoding: TextEncoding | undefined): Promise<ImportResult> =>
    tasks.run(`Import “${file.name}”`, async (progress) => {
      const library = session.require()
      const by = author()
      await requireSpace(host.fs, library.root, file)
      progress.step('Reading the file', 0)
      const { operations, result } = await prepareImport(file, by, {
        ids: host.ids,
        read: (bytes, name, known) =>
          parts.reader.read(bytes, name, {
            ...known,
            encoding,
            signal: progress.signal,
            progress: (share) => progress.step('Reading the file', share * 0.8),
          }),
        keep: (bytes) =>
          library.sources.put(bytes).catch((error: unknown) => {
            throw folderError(error, library.name)
          }),
      })
      progress.checkCancelled()
      progress.step('Saving', 0.8)
      const seq = await library.commit({ action: 'agreement.import', operations }, by.name)
      return { ...result, seq }
    })

  const importText = (text: string): Promise<ImportResult> =>
    importOne({ name: 'Pasted text', bytes: Buffer.from(text, 'utf8') })

  return {
    'import.choose': async () => {
      // While the user looks for the file, its reader gets ready.
      parts.reader.prepare()
      const chosen = await dialogs.chooseFiles({ title: 'Import agreements', startIn: paths.documents })
      const results: ImportResult[] = []
      for (const path of chosen) results.push(await importOne(await readChosen(parts, path)))
      return results
    },
    'import.file': (file) => importOne(file),
    'import.clipboard': async () => importText(await parts.clipboard.readText()),
    'import.text': ({ text }) => importText(text),
    'import.encodings': async () => {
      if (!refused) throw new PactaError('changed-elsewhere')
      return encodingSamples(refused)
    },
    'import.as': async ({ encoding }) => {
      if (!refused) throw new PactaError('changed-elsewhere')
      return importOne(refused, encoding)
    },
  }
}

/**
 * Reads a file that the user chose.
 *
 * @throws PactaError `file-too-large` or `file-unreadable`.
 */
export async function readChosen({ host }: HandlerParts, path: string): Promise<ImportedFile> {
  const name = basename(path)
  const found = await host.fs.stat(path)
  if (found && found.size > LARGEST_FILE_BYTES) throw tooLarge(name, found.size, 'files', LARGEST_FILE_BYTES)
  try {
    return { name, bytes: await host.fs.readFile(path) }
  } catch (cause) {
    throw new PactaError('file-unreadable', { name }, { cause })
  }
}
