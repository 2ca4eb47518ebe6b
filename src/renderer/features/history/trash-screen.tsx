import { useCallback, useState, type ReactNode } from 'react'
import type { ListedTrash } from '#contract/safety.ts'
import type { EntityKind } from '#domain/library/entities.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import { when } from '../../ui/when.ts'
import { runCommand } from '../../workspace/commands.ts'
import { closeScreen } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './history.module.css'

const KINDS: Record<EntityKind, string> = {
  agreement: 'Agreement',
  text: 'Text',
  structure: 'Provisions',
  codebook: 'Codebook',
  theme: 'Theme',
  annotation: 'Annotation',
  assessment: 'Assessment',
  brief: 'Brief',
}

/** Everything that was deleted: what, when, by whom, from where; to be brought back one by one or together. */
export function TrashScreen(): ReactNode {
  const { client, projection } = useWorkspace()
  const { value, reload } = useLoaded(useCallback(() => client.invoke('trash.list'), [client]))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const items = value ?? []
  const wanted = items.filter((item) => chosen.has(keyOf(item)))
  const choose = (keys: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen)
    for (const key of keys)
      if (isOn) next.add(key)
      else next.delete(key)
    setChosen(next)
  }
  const restore = async (some: readonly ListedTrash[]): Promise<void> => {
    try {
      const { seq } = await client.invoke('trash.restore', {
        items: some.map(({ ref, isNote }) => ({ ref, isNote })),
      })
      await projection.applied(seq)
      const what = some.length === 1 ? (some[0]?.name ?? 'It') : `${some.length} things`
      notify(`${what} ${some.length === 1 ? 'is' : 'are'} back.`, {
        label: 'Undo',
        run: () => void (runCommand('edit.undo') && setTimeout(reload, 300)),
      })
    } catch (error) {
      notifyError(error)
    }
    setChosen(new Set())
    reload()
  }
  return (
    <Screen
      title="Trash"
      lead="What was deleted, the latest first. It stays in the library until you want it back."
      actions={
        <Button tone="primary" disabled={wanted.length === 0} onClick={() => void restore(wanted)}>
          {wanted.length > 1 ? `Restore ${wanted.length}` : 'Restore'}
        </Button>
      }
      onClose={closeScreen}
    >
      {value?.length === 0 ? (
        <EmptyState title="The trash is empty.">
          Agreements, annotations, notes, themes and briefs that you delete will be here.
        </EmptyState>
      ) : (
        <div className={styles['trash']}>
          <label className={styles['all']}>
            <input
              type="checkbox"
              checked={items.length > 0 && wanted.length === items.length}
              onChange={(event) => choose(items.map(keyOf), event.target.checked)}
            />
            All
          </label>
          <ul aria-label="Trash">
            {items.map((item) => (
              <li key={keyOf(item)} className={styles['deleted']}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(keyOf(item))}
                    onChange={(event) => choose([keyOf(item)], event.target.checked)}
                  />
                  <span className={styles['what']}>
                    <span className={styles['name']} dir="auto">
                      {item.name}
                    </span>
                    <span className={styles['soft']}>
                      {item.isNote ? 'Note' : KINDS[item.ref.kind]}
                      {item.from !== undefined && (
                        <>
                          , <bdi>{item.from}</bdi>
                        </>
                      )}
                    </span>
                  </span>
                  <span className={styles['soft']}>
                    {item.by}, {when(item.at)}
                  </span>
                </label>
                <Button aria-label={`Restore ${item.name}`} onClick={() => void restore([item])}>
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Screen>
  )
}

function keyOf({ ref, isNote }: ListedTrash): string {
  return `${ref.kind}/${ref.id}/${isNote ? 'note' : ''}`
}
