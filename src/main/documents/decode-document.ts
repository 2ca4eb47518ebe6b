import { PactaError } from '#contract/errors.ts'
import { guessLanguage } from '#domain/text/guess-language.ts'
import { normaliseText } from '#domain/text/normalise.ts'
import { decodeAkomaNtoso } from './decode-akoma-ntoso.ts'
import { decodeBytes } from './decode-bytes.ts'
import type { DecodedBody } from './decoded-body.ts'
import type { DecodeControl, DecodedDocument, DecodedText, DocumentFormat } from './decoded-document.ts'
import { decodeHtml } from './decode-html.ts'
import { decodeMarkdown, looksLikeMarkdown } from './decode-markdown.ts'
import { decodeOpenTreaties, isOpenTreaty } from './decode-open-treaties.ts'
import { decodeTota } from './decode-tota.ts'
import { decodeDocx } from './docx/decode-docx.ts'
import { droppedTally, type DroppedTally } from './dropped.ts'
import { LARGEST_FILE_BYTES, LARGEST_TEXT_BYTES, tooLarge } from './limits.ts'
import { decodePdf } from './pdf/decode-pdf.ts'
import { sniffCharacters, sniffContainer } from './sniff-format.ts'
import { readXml } from './xml-tree.ts'

interface Read {
  readonly format: DocumentFormat
  readonly encoding?: string
  readonly body: DecodedBody
}

/**
 * Turns a file into the words of an agreement: plain text, a web page, Markdown, Word (.docx), PDF, ToTA XML, Akoma
 * Ntoso or open-treaties JSON. The content says which, not the name. Pure but for the time it takes: nothing is
 * written, fetched or run.
 *
 * @throws PactaError for anything it cannot read, `cancelled` when the signal says so; never another error.
 */
export async function decodeDocument(
  bytes: Uint8Array,
  fileName: string,
  control: DecodeControl = {},
): Promise<DecodedDocument> {
  const dropped = droppedTally()
  try {
    const { format, encoding, body } = await read(bytes, fileName, dropped, control)
    const texts = body.texts.filter(({ text }) => text.trim() !== '').map(withLanguage)
    if (texts.length === 0) throw new PactaError('file-empty', { name: fileName })
    return {
      ...body,
      texts,
      format,
      ...(encoding === undefined ? {} : { encoding }),
      dropped: dropped.list(),
    }
  } catch (error) {
    if (error instanceof PactaError) throw error
    // A library stumbled over bytes that no writer makes. The cause is kept for the log.
    throw new PactaError(
      'file-corrupt',
      { name: fileName, problem: 'its content makes no sense' },
      { cause: error },
    )
  }
}

async function read(
  bytes: Uint8Array,
  name: string,
  dropped: DroppedTally,
  control: DecodeControl,
): Promise<Read> {
  if (bytes.length === 0) throw new PactaError('file-empty', { name })
  const container = sniffContainer(bytes)
  if (container.is === 'pdf') {
    if (bytes.length > LARGEST_FILE_BYTES) throw tooLarge(name, bytes.length, 'PDF files', LARGEST_FILE_BYTES)
    return { format: 'pdf', body: await decodePdf(bytes, name, dropped, control) }
  }
  if (container.is === 'zip') {
    if (bytes.length > LARGEST_FILE_BYTES)
      throw tooLarge(name, bytes.length, 'Word files', LARGEST_FILE_BYTES)
    return { format: 'docx', body: await decodeDocx(bytes, name, dropped, control) }
  }
  if (container.is === 'ole') throw oleError(name, bytes)
  if (container.is === 'unsupported') throw new PactaError('file-unsupported', { name, kind: container.kind })
  if (container.is === 'binary') throw new PactaError('file-binary', { name })
  if (bytes.length > LARGEST_TEXT_BYTES) throw tooLarge(name, bytes.length, 'text files', LARGEST_TEXT_BYTES)
  const { characters, encoding, notes } = decodeBytes(name, bytes, control.encoding)
  const { format, body } = readCharacters(characters, name, dropped)
  return { encoding, format, body: { ...body, notes: [...notes, ...body.notes] } }
}

function readCharacters(characters: string, name: string, dropped: DroppedTally): Omit<Read, 'encoding'> {
  switch (sniffCharacters(characters, name, looksLikeMarkdown)) {
    case 'html':
      return { format: 'html', body: decodeHtml(name, characters, dropped) }
    case 'markdown':
      return { format: 'markdown', body: decodeMarkdown(characters, dropped) }
    case 'json':
      return { format: 'open-treaties', body: readJson(characters, name) }
    case 'xml':
      return readXmlDocument(characters, name, dropped)
    case 'text': {
      const { text, notes } = normaliseText(characters)
      return { format: 'text', body: { texts: [{ text, hints: [] }], metadata: {}, notes } }
    }
  }
}

function readJson(characters: string, name: string): DecodedBody {
  let value: unknown
  try {
    value = JSON.parse(characters.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new PactaError('file-corrupt', { name, problem: 'it is not well-formed JSON' }, { cause })
  }
  if (!isOpenTreaty(value)) throw new PactaError('file-no-agreement', { name, kind: 'a JSON file' })
  return decodeOpenTreaties(value)
}

function readXmlDocument(characters: string, name: string, dropped: DroppedTally): Omit<Read, 'encoding'> {
  const root = readXml(name, characters.replace(/^\uFEFF/, ''))
  if (root.name === 'treaty') return { format: 'tota-xml', body: decodeTota(root) }
  if (root.name === 'akomaNtoso') {
    return { format: 'akoma-ntoso', body: decodeAkomaNtoso(root, dropped) }
  }
  throw new PactaError('file-no-agreement', { name, kind: 'an XML file' })
}

/** The old Word format and a Word file with a password come in the same wrapping. */
function oleError(name: string, bytes: Uint8Array): PactaError {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
  return isEncrypted
    ? new PactaError('file-password', { name })
    : new PactaError('file-unsupported', { name, kind: 'a document in Word’s format of before 2007' })
}

function withLanguage(text: DecodedText): DecodedText {
  if (text.language !== undefined) return text
  const language = guessLanguage(text.text)
  return language === undefined ? text : { ...text, language }
}
