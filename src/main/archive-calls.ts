import { basename, extname, join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { ArchiveProblem } from './archive/archive-problem.ts'
import { exportArchive } from './archive/export-archive.ts'
import { importArchive } from './archive/import-archive.ts'
import { backupReason } from './backup/restore-backup.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { showProgress } from './show-progress.ts'
import type { Tokens } from './tokens.ts'

const PACTA_ARCHIVE = { name: 'Pacta library', extensions: ['pacta'] }

/** Answers the calls that move a library as one file. */
export function archiveCalls(
  { host, session, tasks, dialogs, paths, archives }: HandlerParts,
  tokens: Tokens,
): Pick<Handlers, 'archive.export' | 'archive.choose' | 'archive.waiting' | 'archive.unpack'> {
  const named = (path: string): { token: string; name: string } => ({
    token: tokens.tokenOf(path),
    name: basename(path),
  })
  return {
    'archive.export': async () => {
      const library = session.require()
      const startAt = join(paths.documents, `${library.name}.pacta`)
      const chosen = await dialogs.saveFile({ title: 'Export the library', startAt, kinds: [PACTA_ARCHIVE] })
      if (chosen === undefined) return undefined
      const path = extname(chosen) === '' ? `${chosen}.pacta` : chosen
      const fileName = basename(path)
      try {
        const { bytes } = await tasks.run(`Export “${library.name}”`, (progress) =>
          exportArchive(host, library, path, showProgress(progress)),
        )
        return { exportId: tokens.tokenOf(path), fileName, bytes }
      } catch (cause) {
        if (cause instanceof PactaError) throw cause
        const reason = cause instanceof ArchiveProblem ? cause.words : backupReason(cause)
        throw new PactaError('archive-not-written', { name: fileName, reason }, { cause })
      }
    },
    'archive.choose': async () => {
      const [path] = await dialogs.chooseFiles({
        title: 'Open a library archive',
        startIn: paths.documents,
        kinds: [PACTA_ARCHIVE],
      })
      return path === undefined ? undefined : named(path)
    },
    'archive.waiting': async () => {
      const path = archives.take()
      return path === undefined ? undefined : named(path)
    },
    'archive.unpack': async ({ token }) => {
      const path = tokens.pathOf(token)
      if (path === undefined) throw new PactaError('invalid-request')
      const root = await dialogs.chooseFolder({
        title: `Choose an empty folder for “${basename(path)}”`,
        startIn: paths.documents,
      })
      if (root === undefined) return undefined
      await tasks.run(`Open “${basename(path)}”`, (progress) =>
        importArchive(host.fs, path, root, showProgress(progress)),
      )
      return { token: tokens.tokenOf(root) }
    },
  }
}
