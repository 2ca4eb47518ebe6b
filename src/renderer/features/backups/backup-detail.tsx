import { useCallback, useState, type ReactNode } from 'react'
import type { BackupComparison, ListedBackup } from '#contract/safety.ts'
import type { EntityKind } from '#domain/library/entities.ts'
import { Button } from '../../ui/button.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { when } from '../../ui/when.ts'
import { runCommand } from '../../workspace/commands.ts'
import { flushAll } from '../../workspace/flush.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { ProblemState } from '../../workspace/problem-state.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './backups.module.css'

const KINDS: Record<EntityKind, readonly [string, string]> = {
  agreement: ['agreement', 'agreements'],
  text: ['text', 'texts'],
  structure: ['division into provisions', 'divisions into provisions'],
  codebook: ['codebook', 'codebooks'],
  theme: ['theme', 'themes'],
  annotation: ['annotation', 'annotations'],
  assessment: ['assessment', 'assessments'],
  brief: ['brief', 'briefs'],
}

const HOW = { added: 'added', changed: 'changed', deleted: 'deleted' } as const

const UNDO = { label: 'Undo', run: () => void runCommand('edit.undo') }

/** One backup: what it holds, what has changed since, and the way back to all of it or to one thing. */
export function BackupDetail({
  backup,
  onRestored,
}: {
  readonly backup: ListedBackup
  readonly onRestored: () => void
}): ReactNode {
  const { client, projection, reload } = useWorkspace()
  const { backupId } = backup
  const compared = useLoaded(
    useCallback(async () => {
      await flushAll()
      return client.invoke('backups.compare', { backupId })
    }, [client, backupId]),
  )
  const [isBusy, setIsBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true)
    try {
      await flushAll()
      await work()
    } catch (error) {
      notifyError(error)
    } finally {
      setIsBusy(false)
    }
  }
  const restoreAll = (): Promise<void> =>
    attempt(async () => {
      const { isChanged } = await client.invoke('backups.restore', { backupId })
      if (!isChanged) return notify('Everything is as it was then. Nothing had to be changed.')
      await reload()
      notify(`The library is as it was on ${when(backup.at)}. What came later is in the trash.`, UNDO)
    })
  const restoreOne = (item: BackupComparison['items'][number]): Promise<void> =>
    attempt(async () => {
      const { seq } = await client.invoke('backups.restoreItem', { backupId, ref: item.ref })
      await projection.applied(seq)
      compared.reload()
      onRestored()
      notify(`${item.name} is as it was on ${when(backup.at)}.`, UNDO)
    })

  if (compared.error !== undefined) return <ProblemState error={compared.error} />
  const { value } = compared
  return (
    <div className={styles['backup']} aria-busy={!value || isBusy}>
      <h3>{when(backup.at)}</h3>
      {backup.counts && <p className={styles['holds']}>{holding(backup.counts)}</p>}
      {!value && <p className={styles['holds']}>Reading…</p>}
      {value && value.missingSources > 0 && (
        <p role="alert" className={styles['problem']}>
          {value.missingSources === 1 ? 'One source' : `${value.missingSources} sources`} that it needs{' '}
          {value.missingSources === 1 ? 'is' : 'are'} missing from the folder “sources”. Everything else can
          be restored.
        </p>
      )}
      {value && <Since value={value} isBusy={isBusy} onAll={restoreAll} onOne={restoreOne} />}
    </div>
  )
}

function Since({
  value,
  isBusy,
  onAll,
  onOne,
}: {
  readonly value: BackupComparison
  readonly isBusy: boolean
  readonly onAll: () => Promise<void>
  readonly onOne: (item: BackupComparison['items'][number]) => Promise<void>
}): ReactNode {
  if (value.counts.length === 0) return <p>Nothing has changed since.</p>
  const rest = value.counts.reduce((n, c) => n + c.added + c.changed + c.deleted, 0) - value.items.length
  return (
    <>
      <div className={styles['whole']}>
        <Button tone="primary" disabled={isBusy} onClick={() => void onAll()}>
          Restore everything
        </Button>
        <p>Nothing is deleted: what came later goes to the trash, and one undo takes the restore back.</p>
      </div>
      <h4>Changed since</h4>
      <ul className={styles['counts']}>
        {value.counts.flatMap((count) =>
          (['added', 'changed', 'deleted'] as const).flatMap((how) =>
            count[how] === 0 ? (
              []
            ) : (
              <li key={`${count.kind} ${how}`}>
                {count[how]} {KINDS[count.kind][count[how] === 1 ? 0 : 1]} {HOW[how]}
              </li>
            ),
          ),
        )}
      </ul>
      <ul className={styles['items']} aria-label="Changed since">
        {value.items.map((item) => (
          <li key={`${item.ref.kind}/${item.ref.id}`}>
            <div className={styles['item']}>
              <span className={styles['name']} dir="auto">
                {item.name}
              </span>
              <span className={styles['from']}>
                {KINDS[item.ref.kind][0]} {HOW[item.how]}
                {item.from !== undefined && (
                  <>
                    , <bdi>{item.from}</bdi>
                  </>
                )}
              </span>
            </div>
            {item.how !== 'added' && (
              <Button disabled={isBusy} aria-label={`Restore ${item.name}`} onClick={() => void onOne(item)}>
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles['holds']}>And {rest} more.</p>}
    </>
  )
}

function holding(counts: NonNullable<ListedBackup['counts']>): string {
  const part = (count: number, kind: EntityKind): string => `${count} ${KINDS[kind][count === 1 ? 0 : 1]}`
  const { agreements, annotations, briefs } = counts
  return `It holds ${part(agreements, 'agreement')}, ${part(annotations, 'annotation')} and ${part(briefs, 'brief')}.`
}
