import { basename, extname, join } from 'node:path'
import type { CodebookFormat } from '#contract/codebooks.ts'
import { PactaError } from '#contract/errors.ts'
import { exchangedCodebook, type ExchangedCodebook } from '#domain/codebook/exchanged.ts'
import type { Handlers } from './dispatch.ts'
import { CodebookFileError } from './exchange/codebook-file.ts'
import { readCodebookCsv, writeCodebookCsv } from './exchange/codebook-csv.ts'
import { guidOf, writeQdc } from './exchange/codebook-qdc.ts'
import { readQdc } from './exchange/read-qdc.ts'
import { safeFileName } from './export-brief.ts'
import { replaceFile } from './files/replace-file.ts'
import type { HandlerParts } from './handler-parts.ts'
import { libraryFolder } from './library/library-folder.ts'
import type { FileKind } from './shell-services.ts'
import type { Tokens } from './tokens.ts'

/** A codebook of 20,000 themes with a page of words each is smaller. */
const LARGEST_BYTES = 50_000_000

const QDC: FileKind = { name: 'REFI-QDA codebook', extensions: ['qdc'] }
const CSV: FileKind = { name: 'Table (CSV)', extensions: ['csv'] }

/** Answers the calls that bring codebooks in and out. */
export function codebookCalls(
  parts: HandlerParts,
  tokens: Tokens,
): Pick<Handlers, 'codebook.read' | 'codebook.export'> {
  const { host, session, dialogs, paths } = parts
  return {
    'codebook.read': async () => {
      const kinds = [
        { name: 'Codebooks', extensions: [...QDC.extensions, ...CSV.extensions, 'tsv', 'xml', 'txt'] },
      ]
      const [path] = await dialogs.chooseFiles({ title: 'Import codebook', startIn: paths.documents, kinds })
      return path === undefined ? undefined : readCodebook(basename(path), await bytesOf(parts, path))
    },
    'codebook.export': async ({ codebookId, format }) => {
      const library = session.require()
      const codebook = library.state.find('codebook', codebookId)
      if (!codebook) throw new PactaError('changed-elsewhere')
      const themes = new Map(library.state.all('theme').map((theme) => [theme.id, theme]))
      const { name } = codebook
      const written = writeCodebook(exchangedCodebook(codebook, themes, guidOf), format)
      const folder = libraryFolder(library.root).exports
      // The folder is only an offer: where it cannot be made, the dialog starts elsewhere.
      await host.fs.makeFolder(folder).catch(() => undefined)
      const extension = format === 'qdc' ? 'qdc' : 'csv'
      const path = await dialogs.saveFile({
        title: 'Export codebook',
        startAt: join(folder, `${safeFileName(name, 'Codebook')}.${extension}`),
        kinds: [format === 'qdc' ? QDC : CSV],
      })
      if (path === undefined) return undefined
      await replaceFile(host.fs, path, Buffer.from(written, 'utf8')).catch((cause: unknown) => {
        throw new PactaError('codebook-not-written', { name: basename(path) }, { cause })
      })
      return { exportId: tokens.tokenOf(path), fileName: basename(path) }
    },
  }
}

/**
 * Reads a codebook from the bytes of a file. What it is, its first character tells: only XML begins with `<`.
 *
 * @throws PactaError `file-encoding`, or one of the `codebook-…` codes. Nothing is changed by reading.
 */
export function readCodebook(name: string, bytes: Uint8Array): ExchangedCodebook {
  const text = decoded(name, bytes)
  const title = basename(name, extname(name))
  return named(name, () =>
    text.trimStart().startsWith('<') ? readQdc(text.trimStart(), title) : readCodebookCsv(text, title),
  )
}

function writeCodebook(codebook: ExchangedCodebook, format: CodebookFormat): string {
  if (codebook.themes.length === 0) throw new PactaError('codebook-empty', { name: codebook.name })
  return format === 'qdc' ? writeQdc(codebook) : writeCodebookCsv(codebook, format === 'csv-excel')
}

/** UTF-8, or UTF-16 where its mark says so: XML may be written in either. */
function decoded(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new PactaError('file-encoding', { name }, { cause })
  }
}

/** Gives a file's trouble its name. */
function named<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof CodebookFileError)) throw cause
    const line = cause.line === undefined ? {} : { line: cause.line }
    throw new PactaError(`codebook-${cause.reason}`, { name, ...line }, { cause })
  }
}

async function bytesOf({ host }: HandlerParts, path: string): Promise<Uint8Array> {
  const name = basename(path)
  const found = await host.fs.stat(path)
  if (found && found.size > LARGEST_BYTES) throw new PactaError('codebook-too-large', { name })
  try {
    return await host.fs.readFile(path)
  } catch (cause) {
    throw new PactaError('file-unreadable', { name }, { cause })
  }
}
