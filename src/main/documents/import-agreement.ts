import { basename, extname } from 'node:path'
import type { ImportResult } from '#contract/calls.ts'
import { displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import { proposed, type FactSource } from '#domain/agreement/fact.ts'
import { proposeRecord, type Proposal } from '#domain/agreement/propose.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import type { Author } from '#domain/shared/author.ts'
import type { Ids } from '#domain/shared/id.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import type { ContentHash, Text } from '#domain/text/text.ts'
import { decodeText } from './decode-text.ts'

/** A file to import, as it came. */
export interface ImportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An agreement ready to be recorded, and the bytes that must be kept before it is. */
export interface PreparedImport {
  readonly operations: readonly Operation[]
  readonly result: ImportResult
}

/** What preparing an import needs from outside. */
export interface ImportHost {
  readonly ids: Ids
  /** Keeps bytes in the library's sources and returns their hash when they are durable. */
  keep(bytes: Uint8Array): Promise<ContentHash>
}

/**
 * Turns a file into an agreement with one text and its provisions. Title and date are proposals with the words
 * that gave them; a file without a title gets its name.
 *
 * @throws PactaError of `decodeText`; nothing is kept then.
 */
export async function prepareImport(
  file: ImportedFile,
  author: Author,
  host: ImportHost,
): Promise<PreparedImport> {
  const { text: content, notes } = decodeText(file.name, file.bytes)
  const provisions = detectStructure(content)
  const proposals = proposeRecord(content, provisions)
  const textId = host.ids.next()
  const sourceOf = (proposal: Proposal<unknown>): FactSource => {
    const { start, end } = proposal
    return { kind: 'text', textId, start, end, quote: content.slice(start, end) }
  }
  const agreement: Agreement = {
    id: host.ids.next(),
    title: proposals.title
      ? proposed(proposals.title.value.slice(0, LONGEST_TITLE), sourceOf(proposals.title))
      : proposed(titleFromName(file.name)),
    ...(proposals.signedOn
      ? { signedOn: proposed(proposals.signedOn.value, sourceOf(proposals.signedOn)) }
      : {}),
    createdAt: author.at,
    createdBy: author.name,
  }
  const text: Text = {
    id: textId,
    agreementId: agreement.id,
    language: 'en',
    direction: 'ltr',
    content: { hash: await host.keep(Buffer.from(content, 'utf8')), length: content.length },
    original: {
      hash: await host.keep(file.bytes),
      fileName: basename(file.name),
      mediaType: 'text/plain',
      byteLength: file.bytes.length,
    },
    conversionNotes: notes,
    importedAt: author.at,
    importedBy: author.name,
  }
  return {
    operations: [
      create('agreement', agreement),
      create('text', text),
      create('structure', { id: textId, provisions }),
    ],
    result: {
      agreementId: agreement.id,
      textId,
      title: displayTitle(agreement),
      articles: provisions.filter((p) => p.kind === 'article').length,
    },
  }
}

/** What the record's title holds; a longer one is the first paragraph, and the analyst will shorten it. */
const LONGEST_TITLE = 500

function titleFromName(name: string): string {
  const words = basename(name, extname(name)).replace(/[-_]+/g, ' ').trim()
  return words === '' ? 'Untitled agreement' : words.slice(0, LONGEST_TITLE)
}
