import { basename, extname } from 'node:path'
import type { ImportResult } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import { proposed } from '#domain/agreement/fact.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import type { Author } from '#domain/shared/author.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { directionOf } from '#domain/text/guess-language.ts'
import type { ContentHash, Text } from '#domain/text/text.ts'
import type { DocumentFormat } from './decoded-document.ts'
import { droppedSentence } from './dropped.ts'
import { LONGEST_NAME, proposedFacts } from './proposed-facts.ts'
import type { Read, ReadDocument, ReadText } from './read-document.ts'

/** A file to import, as it came. */
export interface ImportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An agreement ready to be recorded, and the bytes that must be kept before it is. */
export interface PreparedImport {
  readonly operations: readonly Operation[]
  readonly result: Omit<ImportResult, 'seq'>
}

/** What preparing an import needs from outside. */
export interface ImportHost {
  readonly ids: Ids
  /** Asked for proposals, too. */
  readonly read: Read
  /** Keeps bytes in the library's sources and returns their hash when they are durable. */
  keep(bytes: Uint8Array): Promise<ContentHash>
}

/**
 * Turns a file into an agreement with its texts, one for each language version the file holds, and their provisions.
 * What the file states and what its words suggest become proposals with their source; a file without a title gets
 * its name.
 *
 * @throws PactaError of `readDocument`; nothing is kept then.
 */
export async function prepareImport(
  file: ImportedFile,
  author: Author,
  host: ImportHost,
): Promise<PreparedImport> {
  const read = await host.read(file.bytes, file.name, { withProposals: true })
  const agreementId = host.ids.next()
  const originalHash = await host.keep(file.bytes)
  const imported: ImportedText[] = []
  for (const version of read.texts) {
    const contentHash = await host.keep(Buffer.from(version.text, 'utf8'))
    const id = host.ids.next()
    const text = textOf(version, read, file, author, id, agreementId, contentHash, originalHash)
    imported.push({ text, provisions: version.provisions })
  }
  const [first] = imported
  if (!first) throw new PactaError('file-empty', { name: file.name })
  const agreement = recordOf(agreementId, first.text, read, file.name, author)
  return {
    operations: [
      create('agreement', agreement),
      ...imported.flatMap(({ text, provisions }) => [
        create('text', text),
        create('structure', { id: text.id, provisions }),
      ]),
    ],
    result: {
      agreementId,
      textId: first.text.id,
      title: displayTitle(agreement),
      articles: first.provisions.filter((p) => p.kind === 'article').length,
    },
  }
}

interface ImportedText {
  readonly text: Text
  readonly provisions: readonly Provision[]
}

/** The record of a text of a file, whose bytes are kept under the hashes. */
export function textOf(
  version: ReadText,
  read: ReadDocument,
  file: ImportedFile,
  author: Author,
  id: string,
  agreementId: string,
  contentHash: ContentHash,
  originalHash: ContentHash,
): Text {
  const language = version.language ?? 'und'
  const { format, encoding } = read
  return {
    id,
    agreementId,
    language,
    direction: directionOf(language),
    content: { hash: contentHash, length: version.text.length },
    original: {
      hash: originalHash,
      fileName: basename(file.name),
      mediaType: MEDIA_TYPES[format],
      byteLength: file.bytes.length,
      format,
      ...(encoding === undefined ? {} : { encoding }),
    },
    conversionNotes: [
      ...read.notes,
      ...read.dropped.map(droppedSentence),
      ...(version.isFlat ? [FLAT_NOTE] : []),
    ],
    importedAt: author.at,
    importedBy: author.name,
  }
}

/** A file without a title of its own gets its name. */
function recordOf(id: string, text: Text, read: ReadDocument, fileName: string, author: Author): Agreement {
  const { title, ...facts } = proposedFacts(read, basename(fileName), text)
  return {
    id,
    title: title ?? proposed(titleFromName(fileName)),
    ...facts,
    createdAt: author.at,
    createdBy: author.name,
  }
}

/** Said of a text whose articles were found in running text. */
const FLAT_NOTE =
  'The line breaks between the articles are lost; the articles were found in running text and should be looked over.'

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  'tota-xml': 'application/xml',
  'akoma-ntoso': 'application/akn+xml',
  'open-treaties': 'application/json',
}

function titleFromName(name: string): string {
  const words = basename(name, extname(name)).replace(/[-_]+/g, ' ').trim()
  return words === '' ? 'Untitled agreement' : words.slice(0, LONGEST_NAME)
}
