import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isBindingnessLevel } from '#domain/bindingness/scale.ts'
import type { Annotation, AnnotationTarget } from '#domain/annotation/annotation.ts'
import { quotationBlock, themeMatrixBlock } from '#domain/brief/brief.ts'
import { defaultThemeId } from '#domain/codebook/default-codebook.ts'
import { addAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { setBindingness } from '#domain/library/changes/assessment-changes.ts'
import {
  LEXICAL_VERSION,
  paragraph,
  RICH_TEXT_SCHEMA,
  richText,
  type RichNode,
} from '#domain/rich-text/rich-text.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { change, create, type Operation } from '#domain/library/operation.ts'
import type { Author } from '#domain/shared/author.ts'
import type { AgreementId, Ids, TextId } from '#domain/shared/id.ts'
import { findByAddress } from '#domain/structure/citation-label.ts'
import type { Structure } from '#domain/structure/provision.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'
import { anchorOf, type Anchor } from '#domain/text/anchor.ts'
import { readDocument } from '../documents/read-document.ts'
import { prepareImport } from '../documents/import-agreement.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { markdownParagraph } from './sample-markdown.ts'
import { sampleFormat, type Sample, type SampleAgreement, type SampleBlock } from './sample-format.ts'
import { sampleRecord } from './sample-record.ts'

/** A sample agreement that has been put into the library. */
interface Placed {
  readonly agreementId: AgreementId
  readonly textId?: TextId
  readonly content: string
  readonly tree: ProvisionTree
}

/**
 * Fills an empty library with the sample in a folder: agreements, annotations, assessments, a finished brief. It
 * goes through the same import and the same journal as a user's own work.
 *
 * @throws Error when the sample contradicts itself; a test makes sure that the one shipped does not.
 */
export async function buildSample(
  library: OpenLibrary,
  folder: string,
  ids: Ids,
  author: Author,
): Promise<void> {
  const sample = sampleFormat.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')))
  const placed = new Map<string, Placed>()
  for (const agreement of sample.agreements) {
    placed.set(agreement.key, await placeAgreement(library, agreement, folder, ids, author))
  }
  const find = (key: string): Placed => {
    const found = placed.get(key)
    if (!found) throw new Error(`The sample has no agreement “${key}”`)
    return found
  }
  const annotations = sample.annotations.flatMap((a) =>
    annotationOperations(a, find(a.agreement), ids, author),
  )
  await library.commit({ action: 'annotation.add', operations: annotations }, author.name)
  const assessments = sample.assessments.flatMap((a) => assessmentOperations(a, find(a.agreement), author))
  await library.commit({ action: 'assessment.bindingness', operations: assessments }, author.name)
  await library.commit(
    { action: 'brief.create', operations: briefOperations(sample, find, ids, author) },
    author.name,
  )
}

async function placeAgreement(
  library: OpenLibrary,
  sample: SampleAgreement,
  folder: string,
  ids: Ids,
  author: Author,
): Promise<Placed> {
  if (sample.file === undefined) {
    const agreementId = ids.next()
    const operations = [create('agreement', sampleRecord(sample, agreementId, author))]
    await library.commit({ action: 'agreement.create', operations }, author.name)
    return { agreementId, content: '', tree: treeOf([]) }
  }
  const bytes = await readFile(join(folder, sample.file))
  const file = { name: sample.file, bytes }
  const { operations, result } = await prepareImport(file, author, {
    ids,
    read: readDocument,
    keep: (b) => library.sources.put(b),
  })
  await library.commit({ action: 'agreement.import', operations }, author.name)
  const imported = library.state.find('agreement', result.agreementId)
  const structure: Structure | undefined = library.state.find('structure', result.textId)
  if (!imported || !structure) throw new Error('An import puts its agreement and structure into the state')
  const record = change('agreement', imported, sampleRecord(sample, result.agreementId, author))
  await library.commit({ action: 'agreement.edit', operations: record }, author.name)
  const { agreementId, textId } = result
  return { agreementId, textId, content: bytes.toString('utf8'), tree: treeOf(structure.provisions) }
}

function annotationOperations(
  sample: Sample['annotations'][number],
  placed: Placed,
  ids: Ids,
  author: Author,
): Operation[] {
  const id = ids.next()
  const added = addAnnotation(
    {
      id,
      textId: textOf(placed),
      target: targetOf(sample, placed),
      themeIds: sample.themes.map(defaultThemeId),
    },
    author,
  )
  if (!sample.note) return added
  const note = richText(sample.note.map(markdownParagraph))
  return added.map((op) =>
    op.op === 'create' ? { ...op, value: { ...(op.value as Annotation), note } } : op,
  )
}

function targetOf(sample: Sample['annotations'][number], placed: Placed): AnnotationTarget {
  if (sample.words !== undefined) return { kind: 'span', anchor: spanOf(placed, sample.words) }
  const provision = provisionOf(placed, sample.provision ?? '')
  const anchor = anchorOf(placed.content, provision.start, provision.end)
  return { kind: 'provision', provisionId: provision.id, anchor }
}

function assessmentOperations(
  sample: Sample['assessments'][number],
  placed: Placed,
  author: Author,
): Operation[] {
  const { id: provisionId } = provisionOf(placed, sample.provision)
  const { level, reason } = sample
  if (!isBindingnessLevel(level)) throw new Error(`The sample has a level ${level}`)
  return setBindingness({ textId: textOf(placed), provisionId }, { level, reason }, author)
}

function briefOperations(
  sample: Sample,
  find: (key: string) => Placed,
  ids: Ids,
  author: Author,
): Operation[] {
  const brief: Brief = {
    id: ids.next(),
    title: sample.brief.title,
    language: 'en',
    paper: sample.brief.paper,
    schema: RICH_TEXT_SCHEMA,
    lexical: LEXICAL_VERSION,
    blocks: sample.brief.blocks.flatMap((block) => briefBlocks(block, find)),
    createdAt: author.at,
    createdBy: author.name,
  }
  return [create('brief', brief)]
}

function briefBlocks(block: SampleBlock, find: (key: string) => Placed): RichNode[] {
  if ('heading' in block) return [{ ...paragraph(block.text), type: 'heading', tag: `h${block.heading}` }]
  if ('paragraph' in block) return [markdownParagraph(block.paragraph)]
  if ('list' in block) {
    const items = block.list.map((item, i): RichNode => ({
      ...markdownParagraph(item),
      type: 'listitem',
      value: i + 1,
    }))
    return [{ ...paragraph(''), type: 'list', listType: 'bullet', start: 1, tag: 'ul', children: items }]
  }
  if ('quotation' in block) {
    const placed = find(block.quotation.agreement)
    const { agreementId } = placed
    return [
      quotationBlock({ textId: textOf(placed), agreementId, anchor: spanOf(placed, block.quotation.words) }),
    ]
  }
  const placed = find(block.matrix.agreement)
  const { rows } = block.matrix
  return [themeMatrixBlock({ textId: textOf(placed), agreementId: placed.agreementId, rows, themeIds: [] })]
}

function textOf(placed: Placed): TextId {
  if (placed.textId === undefined) throw new Error('The sample refers to a text that is not held')
  return placed.textId
}

function spanOf(placed: Placed, words: string): Anchor {
  const start = placed.content.indexOf(words)
  if (start < 0 || placed.content.indexOf(words, start + 1) >= 0) {
    throw new Error(`The sample's words do not occur exactly once: ${words}`)
  }
  return anchorOf(placed.content, start, start + words.length)
}

function provisionOf(placed: Placed, label: string) {
  const provision = findByAddress(placed.tree, label)
  if (!provision) throw new Error(`The sample refers to a provision that is not there: ${label}`)
  return provision
}
