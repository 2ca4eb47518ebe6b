import { useCallback, type ReactNode } from 'react'
import type { ListedDraft } from '#contract/safety.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { when } from '../../ui/when.ts'
import { runCommand } from '../../workspace/commands.ts'
import { closeScreen } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './backups.module.css'

/** What was typed and could not be saved before Pacta was left: to be saved now, copied, or let go. */
export function DraftsScreen(): ReactNode {
  const { client, projection } = useWorkspace()
  const { value, reload } = useLoaded(useCallback(() => client.invoke('drafts.list'), [client]))
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      notifyError(error)
    }
    reload()
  }
  const save = ({ draftId, label }: ListedDraft): Promise<void> =>
    attempt(async () => {
      const { seq } = await client.invoke('drafts.restore', { draftId })
      await projection.applied(seq)
      notify(`Saved: ${label.toLowerCase()}.`, { label: 'Undo', run: () => runCommand('edit.undo') })
    })
  const discard = ({ draftId }: ListedDraft): Promise<void> =>
    attempt(() => client.invoke('drafts.discard', { draftId }))
  return (
    <Screen
      title="Changes not saved"
      lead="When the disk refuses a change (it is full, or the folder is read-only), Pacta keeps the words here until they are saved."
      onClose={closeScreen}
    >
      {value?.length === 0 && <EmptyState title="Everything is saved." />}
      <ul className={styles['drafts']} aria-label="Changes not saved">
        {value?.map((draft) => (
          <li key={draft.draftId}>
            <strong>{draft.label}</strong>{' '}
            <span className={styles['from']}>{`${draft.by}, ${when(draft.at)}`}</span>
            {/* Long words scroll: the keyboard must reach them. */}
            <section className={styles['typed']} dir="auto" aria-label="Words not saved" tabIndex={0}>
              {draft.words}
            </section>
            <div className={styles['choices']}>
              <Button onClick={() => void save(draft)}>Save it now</Button>
              <Button tone="danger" onClick={() => void discard(draft)}>
                Discard
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
