import { useCallback, useState, type ReactNode } from 'react'
import type { ListedBackup } from '#contract/safety.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen, TwoPanes } from '../../ui/screen.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { when } from '../../ui/when.ts'
import { flushAll } from '../../workspace/flush.ts'
import { closeScreen } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { BackupDetail } from './backup-detail.tsx'
import styles from './backups.module.css'

const REASONS: Record<ListedBackup['reason'], string> = {
  daily: 'Made by itself',
  'by-hand': 'Made by you',
  'before-upgrade': 'Before an upgrade of Pacta',
  'before-restore': 'Before a restore',
}

/** The backups of the library: what each holds, what has changed since, and the way back. */
export function BackupsScreen(): ReactNode {
  const { client } = useWorkspace()
  const { value, reload } = useLoaded(useCallback(() => client.invoke('backups.list'), [client]))
  const [chosen, setChosen] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const make = async (): Promise<void> => {
    setIsBusy(true)
    try {
      await flushAll()
      await client.invoke('backups.make')
      notify('The backup is made, and was read again.')
    } catch (error) {
      notifyError(error)
    } finally {
      setIsBusy(false)
      reload()
    }
  }
  const backup = value?.backups.find(({ backupId }) => backupId === chosen) ?? value?.backups[0]
  return (
    <Screen
      title="Backups"
      lead="Pacta makes one a day, reads it again, and keeps seven days, eight weeks and twelve months of them in the library’s folder."
      actions={
        <Button disabled={isBusy} onClick={() => void make()}>
          Back up now
        </Button>
      }
      onClose={closeScreen}
    >
      {value?.problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          The last backup could not be made: {value.problem}. Pacta will try again.
        </p>
      )}
      {value?.backups.length === 0 && (
        <EmptyState title="There is no backup yet.">
          The first is made after a day of work. Everything you do is in the library’s journal all the same.
        </EmptyState>
      )}
      {value && backup && (
        <TwoPanes
          list={
            <ChoiceList
              label="Backups"
              choices={value.backups.map(choiceOf)}
              chosen={backup.backupId}
              onChoose={setChosen}
            />
          }
          detail={<BackupDetail key={backup.backupId} backup={backup} onRestored={reload} />}
        />
      )}
    </Screen>
  )
}

function choiceOf({ backupId, at, reason, bytes, counts }: ListedBackup): {
  id: string
  title: string
  detail: string
  mark: string
} {
  const holds = counts ? REASONS[reason] : 'Cannot be read'
  return { id: backupId, title: when(at), detail: holds, mark: size(bytes) }
}

function size(bytes: number): string {
  const kilo = bytes / 1000
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} kB` : `${(kilo / 1000).toFixed(1)} MB`
}
