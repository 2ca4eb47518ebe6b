import { basename } from 'node:path'
import type { Exported } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { readQuotation } from '#domain/brief/brief-nodes.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { composeBrief, type BriefSources } from '#domain/brief/compose.ts'
import type { TextId } from '#domain/shared/id.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'
import type { FileSystem } from './files/file-system.ts'
import { replaceFile } from './files/replace-file.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { wordsOf } from './library/words-of.ts'
import type { PdfPrinter } from './shell-services.ts'
import type { TaskProgress } from './tasks.ts'
import { briefBody } from './exchange/brief-html.ts'
import { pageStyle } from './exchange/page-style.ts'

/** What exporting needs from outside. */
export interface ExportHost {
  readonly fs: FileSystem
  readonly printer: PdfPrinter
  /** Remembers a written file, so that the user can be shown it; returns the token that stands for it. */
  remember(path: string): string
  /** Today, as a reader of the brief's language writes it. */
  today(language: string): string
}

/**
 * Composes, prints and writes a brief.
 *
 * @throws PactaError `export-failed` when it cannot be printed, `export-not-written` when the file cannot be
 * written; a file that was there before is then still whole. `cancelled` between steps.
 */
export async function exportBrief(
  library: OpenLibrary,
  brief: Brief,
  path: string,
  by: string,
  host: ExportHost,
  progress: TaskProgress,
): Promise<Exported> {
  progress.step('Checking the quotations', 0.1)
  const composed = composeBrief(brief, by, await briefSources(library, brief))
  progress.checkCancelled()
  progress.step('Laying out the pages', 0.35)
  const printed = await host.printer
    .print({
      title: composed.title,
      language: composed.language,
      body: briefBody(composed, host.today(composed.language)).html,
      style: pageStyle(composed),
      paper: composed.paper,
    })
    .catch((cause: unknown) => {
      throw new PactaError('export-failed', {}, { cause })
    })
  progress.checkCancelled()
  progress.step('Writing the file', 0.9)
  await replaceFile(host.fs, path, printed.bytes).catch((cause: unknown) => {
    throw new PactaError('export-not-written', { name: basename(path) }, { cause })
  })
  progress.step(`${printed.pages} ${printed.pages === 1 ? 'page' : 'pages'} written`, 1)
  return { exportId: host.remember(path), fileName: basename(path), pages: printed.pages }
}

/** Looks up what a brief refers to in an open library; the words of quoted texts are read beforehand. */
async function briefSources(library: OpenLibrary, brief: Brief): Promise<BriefSources> {
  const { state } = library
  const contents = new Map<TextId, string>()
  const trees = new Map<TextId, ProvisionTree>()
  for (const block of brief.blocks) {
    const textId = readQuotation(block)?.textId
    const text = textId === undefined ? undefined : state.find('text', textId)
    if (!text || contents.has(text.id)) continue
    // A text whose words are missing is shown as such in the brief; the rest is still exported.
    const words = await wordsOf(library, text.content.hash).catch(() => undefined)
    if (words !== undefined) contents.set(text.id, words)
  }
  return {
    agreement: (id) => state.find('agreement', id),
    text: (id) => state.find('text', id),
    content: (id) => contents.get(id),
    tree: (id) => {
      const structure = state.find('structure', id)
      if (structure && !trees.has(id)) trees.set(id, treeOf(structure.provisions))
      return trees.get(id)
    },
    annotations: (id) => state.annotationsOf(id),
    themes: () => state.all('theme'),
  }
}

/** What Windows, the strictest of the systems, forbids in a file name. */
// eslint-disable-next-line no-control-regex -- control characters are among what is forbidden
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001F]+/g

/** The file name offered for a brief: its title, without what a file system forbids. */
export function exportName(brief: Brief): string {
  return `${safeFileName(brief.title, 'Brief')}.pdf`
}

/** A title as a file name without extension, without what a file system forbids. */
export function safeFileName(title: string, otherwise: string): string {
  const safe = title
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return safe.slice(0, 100) || otherwise
}
