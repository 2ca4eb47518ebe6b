import type { ChosenFolder } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { problemOf } from '#contract/problem.ts'
import type { Author } from '#domain/shared/author.ts'
import { archiveCalls } from './archive-calls.ts'
import { backupKeeper } from './backup/backup-keeper.ts'
import { backupCalls } from './backup-calls.ts'
import { codebookCalls } from './codebook-calls.ts'
import type { Handlers } from './dispatch.ts'
import { draftCalls } from './draft-calls.ts'
import { exportCalls } from './export-calls.ts'
import type { HandlerParts } from './handler-parts.ts'
import { historyCalls } from './history-calls.ts'
import { importCalls } from './import-calls.ts'
import { freeFolder, infoOf, requireLibrary } from './library/library-session.ts'
import { entityPage } from './library/entity-pages.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { buildSample } from './samples/build-sample.ts'
import { showProgress } from './show-progress.ts'
import { readingCalls } from './reading-calls.ts'
import { verifyCalls } from './verify-calls.ts'
import { textCalls } from './text-calls.ts'
import { versionCalls } from './version-calls.ts'
import { suggestionCalls } from './suggestion-calls.ts'
import { scrubber } from './scrubber.ts'
import { makeTokens, type Tokens } from './tokens.ts'

const NEW_LIBRARY = 'Pacta library'
const SAMPLE_LIBRARY = 'Pacta sample library'

/** Opening comes first: a backup that is due begins when the window stands. Milliseconds. */
const BACKUP_AFTER_MS = 5000

/** Answers every call of the contract. */
export function makeHandlers(parts: HandlerParts): Handlers {
  const { host, session, settings, tasks, dialogs, paths } = parts
  const tokens = makeTokens(host.ids)
  const tell = (library: OpenLibrary, notice: PactaError): void =>
    parts.emit('library.notice', { libraryId: library.manifest.libraryId, notice: problemOf(notice) })
  const drafts = draftCalls(parts)
  const keeper = backupKeeper(
    host,
    (title, work) => tasks.run(title, (progress) => work(showProgress(progress))),
    (library, reason) => tell(library, new PactaError('backup-failed', { reason })),
  )
  // Beside the work: a backup never keeps anyone waiting. A library that can only be read gets no backups written into it.
  const checkBackups = (library: OpenLibrary): void => {
    if (!library.readOnly) void keeper.check(library)
  }
  const lookAfter = (library: OpenLibrary): void => {
    setTimeout(() => {
      if (!library.isClosed) checkBackups(library)
    }, BACKUP_AFTER_MS).unref()
    void scrub(library)
  }
  const scrub = scrubber(host.fs, tell)
  const author = (): Author => ({ name: settings.settings.analyst, at: host.clock.now() })
  const folder = (path: string): ChosenFolder => ({ token: tokens.tokenOf(path), path })
  const opened = async (root: string): Promise<ReturnType<typeof infoOf>> => {
    await settings.setOpen(root)
    lookAfter(session.require())
    return infoOf(session.require())
  }

  return {
    'app.start': async () => {
      const suggested = folder(await freeFolder(host, paths.documents, NEW_LIBRARY))
      const { current } = session
      if (current) lookAfter(current)
      current?.announceHistory()
      return {
        version: host.appVersion,
        platform: parts.platform,
        settings: settings.settings,
        suggested,
        recent: settings.recent.map(folder),
        ...(settings.open === undefined ? {} : { reopen: folder(settings.open) }),
        ...(current ? { library: infoOf(current) } : {}),
      }
    },
    'settings.set': (next) => settings.set(next),
    'folder.choose': async ({ purpose }) => {
      const title = purpose === 'create' ? 'Choose an empty folder for the library' : 'Open a library'
      const chosen = await dialogs.chooseFolder({ title, startIn: paths.documents })
      return chosen === undefined ? undefined : folder(chosen)
    },
    'library.create': async ({ token }) => {
      const root = pathOf(tokens, token)
      await session.create(root, settings.settings.analyst)
      return opened(root)
    },
    'library.open': async ({ token }) => {
      const root = pathOf(tokens, token)
      await session.open(root)
      return opened(root)
    },
    'library.openSample': async () => {
      const root = await freeFolder(host, paths.documents, SAMPLE_LIBRARY)
      await session.create(root, settings.settings.analyst)
      await buildSample(session.require(), paths.samples, host.ids, author())
      return opened(root)
    },
    'library.takeOver': async () => opened((await session.takeOver()).path),
    'library.close': async () => {
      await session.close()
      await settings.setOpen(undefined)
    },
    'library.records': ({ after, limit }) => session.require().records(after, limit),
    'library.entities': async ({ from }) => entityPage(session.require(), from),
    'library.commit': async ({ libraryId, transaction }) => {
      const library = requireLibrary(session, libraryId)
      // Also before: what is due before a newer program writes holds what was there before it.
      checkBackups(library)
      const seq = await drafts.commit(library, transaction)
      checkBackups(library)
      return { seq }
    },
    'library.info': async () => infoOf(session.require()),
    'library.undo': async () => ({ label: await session.require().undo(settings.settings.analyst) }),
    'library.redo': async () => ({ label: await session.require().redo(settings.settings.analyst) }),
    ...textCalls(parts, author),
    ...verifyCalls(parts),
    ...importCalls(parts, author),
    ...versionCalls(parts, author),
    ...exportCalls(parts, tokens),
    ...archiveCalls(parts, tokens),
    ...backupCalls(parts, keeper),
    ...historyCalls(parts),
    ...readingCalls(parts),
    ...suggestionCalls(parts),
    ...drafts.calls,
    ...codebookCalls(parts, tokens),
    'clipboard.write': ({ text }) => parts.clipboard.writeText(text),
    'window.flushed': async () => parts.farewell.flushed(),
    'task.cancel': async ({ taskId }) => tasks.cancel(taskId),
  }
}

function pathOf(tokens: Tokens, token: string): string {
  const path = tokens.pathOf(token)
  if (path === undefined) throw new PactaError('invalid-request')
  return path
}
