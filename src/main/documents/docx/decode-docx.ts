import { PactaError } from '#contract/errors.ts'
import type { DecodedBody } from '../decoded-body.ts'
import type { DecodeControl, DocumentMetadata } from '../decoded-document.ts'
import type { DroppedTally } from '../dropped.ts'
import { foldSpace, textBuilder } from '../text-builder.ts'
import { childOf, childrenOf, readXml, wordsOf, type XmlElement } from '../xml-tree.ts'
import { openArchive, type DocxArchive } from './docx-archive.ts'
import { writeBody, type BodyContext } from './docx-body.ts'
import { paragraphWords } from './docx-inline.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'

/** What other archives are, by a part that each must have. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, 'an Excel workbook'],
  [/^ppt\/presentation\.xml$/, 'a PowerPoint presentation'],
  [/^content\.xml$/, 'an OpenDocument file'],
  [/^META-INF\/container\.xml$/, 'an e-book (EPUB)'],
]

/**
 * Reads a Word document: paragraphs with the numbers Word would print, headings as hints, tables as lines, footnotes
 * at the end, tracked changes accepted. Macros are never looked at, and no part outside the file is.
 */
export async function decodeDocx(
  bytes: Uint8Array,
  name: string,
  dropped: DroppedTally,
  control: DecodeControl,
): Promise<DecodedBody> {
  const archive = await openArchive(bytes, name)
  const main = await mainPart(archive, name)
  const step = (share: number): void => {
    if (control.signal?.aborted) throw new PactaError('cancelled')
    control.progress?.(share)
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const readPart = async (part: string): Promise<XmlElement | undefined> => {
    const xml = await archive.read(part)
    return xml === undefined ? undefined : readXml(name, xml)
  }
  step(0)
  const document = await readPart(main)
  step(0.4)
  const body = childOf(document, 'body')
  if (!body) throw new PactaError('file-corrupt', { name, problem: 'its main part has no body' })
  const notes = noteReader(await readPart(`${folder}footnotes.xml`), await readPart(`${folder}endnotes.xml`))
  const styles = readStyles(await readPart(`${folder}styles.xml`))
  const context: BodyContext = {
    builder: textBuilder(),
    dropped,
    styles,
    numbering: readNumbering(await readPart(`${folder}numbering.xml`)),
    inline: { dropped, styles, noteMark: notes.mark, boxes: [] },
  }
  step(0.6)
  writeBody(context, body)
  writeNotes(context, notes)
  noteParts(archive, dropped)
  step(1)
  const { text, hints, notes: changes } = context.builder.result()
  const metadata = metadataOf(await readPart('docProps/core.xml'))
  return {
    texts: [{ text, hints, ...(metadata.title ? { title: metadata.title } : {}) }],
    metadata: {},
    notes: changes,
  }
}

/** The main part's name, as the package's relations give it. */
async function mainPart(archive: DocxArchive, name: string): Promise<string> {
  const relations = await archive.read('_rels/.rels')
  const target = relations && childrenOf(readXml(name, relations), 'Relationship').find(isOfficeDocument)
  const main = target ? (target.attributes['Target'] ?? '').replace(/^\//, '') : 'word/document.xml'
  const [, other] = OTHERS.find(([part]) => archive.names.some((each) => part.test(each))) ?? []
  if (other !== undefined) throw new PactaError('file-unsupported', { name, kind: other })
  if (archive.has(main)) return main
  throw archive.has('[Content_Types].xml')
    ? new PactaError('file-corrupt', { name, problem: 'its main part is missing' })
    : new PactaError('file-unsupported', { name, kind: 'a zip archive without a Word document' })
}

function isOfficeDocument({ attributes }: XmlElement): boolean {
  return (attributes['Type'] ?? '').endsWith('/officeDocument') && attributes['TargetMode'] !== 'External'
}

interface NoteReader {
  readonly mark: (kind: 'footnote' | 'endnote', id: string) => string
  /** Notes in the order of their marks. */
  readonly cited: readonly { readonly mark: string; readonly note: XmlElement }[]
}

function noteReader(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined): NoteReader {
  const cited: { mark: string; note: XmlElement }[] = []
  const byId = {
    footnote: new Map(childrenOf(footnotes, 'footnote').map((note) => [note.attributes['id'], note])),
    endnote: new Map(childrenOf(endnotes, 'endnote').map((note) => [note.attributes['id'], note])),
  }
  return {
    cited,
    mark: (kind, id) => {
      const note = byId[kind].get(id)
      if (!note) return ''
      const mark = `[${cited.length + 1}]`
      cited.push({ mark, note })
      return mark
    },
  }
}

function writeNotes({ builder, dropped, inline }: BodyContext, notes: NoteReader): void {
  for (const { mark, note } of notes.cited) {
    const words = childrenOf(note, 'p').map((paragraph) => foldSpace(paragraphWords(paragraph, inline)))
    const span = builder.block(`${mark} ${words.join(' ')}`)
    if (span) builder.hint({ ...span, kind: 'note' })
  }
  dropped.add('footnotes', notes.cited.length)
}

/** Parts of the file that hold something the text does not. */
function noteParts({ names }: DocxArchive, dropped: DroppedTally): void {
  if (names.some((part) => /vbaProject\.bin$/i.test(part))) dropped.add('macros')
  if (names.some((part) => /(?:^|\/)(?:header|footer)\d*\.xml$/.test(part))) dropped.add('headers')
  dropped.add('embedded', names.filter((part) => /\/embeddings\/[^/]+$/.test(part)).length)
}

function metadataOf(core: XmlElement | undefined): DocumentMetadata {
  const title = foldSpace(wordsOf(childOf(core, 'title')))
  return title ? { title } : {}
}
