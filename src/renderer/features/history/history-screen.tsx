import { useCallback, useState, type ReactNode } from 'react'
import type { EntityRef } from '#domain/library/entities.ts'
import type { Text } from '#domain/text/text.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen, TwoPanes } from '../../ui/screen.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { when } from '../../ui/when.ts'
import { runCommand } from '../../workspace/commands.ts'
import { flushAll } from '../../workspace/flush.ts'
import { closeScreen } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { EntityPreview } from './entity-preview.tsx'
import { PastText } from './past-text.tsx'
import styles from './history.module.css'

function waitingWords(waiting: number): string {
  if (waiting === 0) return ''
  return waiting === 1
    ? ' One mark was not found there for certain; it waits beside the text.'
    : ` ${waiting} marks were not found there for certain; they wait beside the text.`
}

/** Every state that one thing has had, and the way back to each. */
export function HistoryScreen({ of }: { readonly of: EntityRef }): ReactNode {
  const { client, projection } = useWorkspace()
  const { value, reload } = useLoaded(
    useCallback(async () => {
      await flushAll()
      return client.invoke('history.list', { ref: of })
    }, [client, of]),
  )
  const [chosen, setChosen] = useState<number>()
  const version = value?.versions.find(({ seq }) => seq === chosen) ?? value?.versions[0]
  const restore = async (seq: number, at: string): Promise<void> => {
    try {
      const restored = await client.invoke('history.restore', { ref: of, seq })
      await projection.applied(restored.seq)
      notify(`It is as it was on ${when(at)}.${waitingWords(restored.waiting)}`, {
        label: 'Undo',
        run: () => {
          closeScreen()
          runCommand('edit.undo')
        },
      })
      setChosen(restored.seq)
    } catch (error) {
      notifyError(error)
    }
    reload()
  }
  const what = value && [value.name, value.from].filter((part) => part !== undefined).join(', ')
  return (
    <Screen title="History" lead={<bdi>{what ?? 'Reading…'}</bdi>} onClose={closeScreen}>
      {value && version && (
        <TwoPanes
          list={
            <ChoiceList
              label="Past states"
              choices={value.versions.map(({ seq, at, by, label, isPresent }) => ({
                id: String(seq),
                title: when(at),
                detail: `${label}, ${by}`,
                mark: isPresent ? 'as it is now' : undefined,
              }))}
              chosen={String(version.seq)}
              onChoose={(id) => setChosen(Number(id))}
            />
          }
          detail={
            version.value ? (
              <article
                className={styles['version']}
                data-kind={value.kind}
                aria-label={`As it was on ${when(version.at)}`}
              >
                <div className={styles['back']}>
                  <Button
                    tone="primary"
                    disabled={version.isPresent}
                    onClick={() => void restore(version.seq, version.at)}
                  >
                    Restore this state
                  </Button>
                </div>
                {value.kind === 'text' ? (
                  // Safe: the kind says which entity it is.
                  <PastText text={version.value as Text} seq={version.seq} />
                ) : (
                  <EntityPreview kind={value.kind} value={version.value} />
                )}
              </article>
            ) : (
              <EmptyState title="It was not there then.">Its creation had been undone.</EmptyState>
            )
          }
        />
      )}
    </Screen>
  )
}
