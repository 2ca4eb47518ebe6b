import type { BackupKeeper } from './backup/backup-keeper.ts'
import { compareBackup } from './backup/compare-backup.ts'
import { listBackups, openBackup, type OpenedBackup } from './backup/open-backup.ts'
import { backupReason, restoreBackup } from './backup/restore-backup.ts'
import { PactaError } from '#contract/errors.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { restoreItem } from './history/restore-item.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { textRestorer } from './text-restorer.ts'
import { showProgress } from './show-progress.ts'

/** Answers the calls about backups. */
export function backupCalls(
  { host, session, settings, tasks, carry }: HandlerParts,
  keeper: BackupKeeper,
): Pick<
  Handlers,
  'backups.list' | 'backups.make' | 'backups.compare' | 'backups.restore' | 'backups.restoreItem'
> {
  /** The backup looked into last: whoever restores a thing from it has just looked. */
  let last: { library: OpenLibrary; backupId: string; opened: OpenedBackup } | undefined

  const look = async (library: OpenLibrary, backupId: string): Promise<OpenedBackup> => {
    if (last?.library === library && last.backupId === backupId) return last.opened
    const opened = await tasks.run('Look into the backup', (progress) => {
      const show = showProgress(progress)
      return openBackup(host.fs, library, backupId, (share) => show('Reading', share))
    })
    last = { library, backupId, opened }
    return opened
  }

  return {
    'backups.list': async () => {
      const { root } = session.require()
      const listed = await listBackups(host.fs, root)
      const backups = listed.map(({ id, at, reason, bytes, info }) => ({
        backupId: id,
        at,
        reason,
        bytes,
        ...(info ? { counts: info.counts } : {}),
      }))
      return { backups, ...(keeper.problem === undefined ? {} : { problem: keeper.problem }) }
    },
    'backups.make': async () => {
      const library = session.require()
      try {
        await tasks.run('Back up', (progress) => keeper.make(library, 'by-hand', showProgress(progress)))
      } catch (cause) {
        if (cause instanceof PactaError) throw cause
        throw new PactaError('backup-failed', { reason: backupReason(cause) }, { cause })
      }
    },
    'backups.compare': async ({ backupId }) => {
      const library = session.require()
      const { state, missingSources } = await look(library, backupId)
      const { counts, items } = await compareBackup(state, library.state)
      return { counts: [...counts], items: [...items], missingSources: missingSources.length }
    },
    'backups.restore': async ({ backupId }) => {
      const library = session.require()
      const backup = await look(library, backupId)
      const isChanged = await tasks.run('Restore the backup', (progress) =>
        restoreBackup(host, library, backup, settings.settings.analyst, showProgress(progress)),
      )
      return { isChanged }
    },
    'backups.restoreItem': async ({ backupId, ref }) => {
      const library = session.require()
      const backup = await look(library, backupId)
      const restorer = textRestorer({ host, tasks, carry })
      return { seq: await restoreItem(library, backup.state, ref, settings.settings.analyst, restorer) }
    },
  }
}
