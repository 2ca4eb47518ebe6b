import { PactaError } from '#contract/errors.ts'
import type { VersionPreview } from '#contract/versions.ts'
import type { Author } from '#domain/shared/author.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { TextEncoding } from '#domain/text/encodings.ts'
import type { Handlers } from './dispatch.ts'
import { encodingSamples } from './documents/encoding-samples.ts'
import type { ImportedFile } from './documents/import-agreement.ts'
import { prepareVersion, type PreparedVersion, type VersionStep } from './documents/prepare-version.ts'
import { previewOf } from './documents/preview-version.ts'
import type { HandlerParts } from './handler-parts.ts'
import { importVersion } from './import-version.ts'
import { readChosen } from './import-calls.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { wordsOf } from './library/words-of.ts'
import { requireSpace } from './require-space.ts'

/** What the user reads while a version is prepared. */
const STEPS: Readonly<Record<VersionStep, string>> = {
  reading: 'Reading the file',
  carrying: 'Finding what you marked',
}

/** What was previewed. */
interface Waiting {
  readonly id: string
  readonly prepared: PreparedVersion
  /** It is the text's own file, read in another encoding. */
  readonly isReread: boolean
  readonly library: OpenLibrary
  readonly seq: number
}

/** Answers the calls that bring a new version of a text in: first a preview, then one commit. */
export function versionCalls(
  parts: HandlerParts,
  author: () => Author,
): Pick<
  Handlers,
  'version.choose' | 'version.encodings' | 'version.reread' | 'version.import' | 'version.cancel'
> {
  const { host, session, tasks, dialogs, paths } = parts
  /** What was previewed last, for one library at one position: what was compared must be what is changed. */
  let waiting: Waiting | undefined

  const compare = (file: ImportedFile, textId: TextId, encoding?: TextEncoding): Promise<VersionPreview> =>
    tasks.run(`Compare “${file.name}”`, async (progress) => {
      const library = session.require()
      const seq = library.headSeq
      progress.step('Reading the file', 0)
      const prepared = await prepareVersion(file, textId, {
        state: library.state,
        read: (bytes, name, known) => parts.reader.read(bytes, name, { ...known, encoding }),
        carry: parts.carry,
        content: (hash) => wordsOf(library, hash),
        step: (step, share) => progress.step(STEPS[step], share),
        signal: progress.signal,
      })
      progress.checkCancelled()
      waiting = { id: host.ids.next(), prepared, isReread: encoding !== undefined, library, seq }
      return previewOf(waiting.id, prepared)
    })

  const originalOf = async (textId: TextId): Promise<ImportedFile> => {
    const library = session.require()
    const text = library.state.find('text', textId)
    if (!text) throw new PactaError('changed-elsewhere')
    const { hash, fileName } = text.original
    return { name: fileName, bytes: await library.sources.get(hash) }
  }

  return {
    'version.choose': async ({ textId }) => {
      const [path] = await dialogs.chooseFiles({ title: 'Import a new version', startIn: paths.documents })
      if (path === undefined) return undefined
      return compare(await readChosen(parts, path), textId)
    },
    'version.encodings': async ({ textId }) => encodingSamples(await originalOf(textId)),
    'version.reread': async ({ textId, encoding }) => compare(await originalOf(textId), textId, encoding),
    'version.import': async ({ previewId }) => {
      const library = session.require()
      if (waiting?.id !== previewId || waiting.library !== library || waiting.seq !== library.headSeq) {
        throw new PactaError('changed-elsewhere')
      }
      const { prepared, isReread } = waiting
      const seq = await importVersion(
        library,
        prepared,
        isReread,
        previewId,
        author(),
        () => host.ids.next(),
        (name) => requireSpace(host.fs, library.root, { name, bytes: prepared.file.bytes }),
      )
      waiting = undefined
      return { textId: previewId, seq }
    },
    'version.cancel': async ({ previewId }) => {
      if (waiting?.id === previewId) waiting = undefined
    },
  }
}
