import { useState, type ReactNode } from 'react'
import type { Codebook } from '#domain/codebook/theme.ts'
import type { Themes } from '#domain/codebook/theme-tree.ts'
import {
  differenceOf,
  freezeVersion,
  frozenThemes,
  isUnchangedSinceVersion,
} from '#domain/library/changes/codebook-changes.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { notify } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'
import { useCodebookView } from './codebook-view.ts'
import dialogStyles from './dialogs.module.css'
import { VersionChanges } from './version-changes.tsx'

/** The versions of a codebook, what has changed since each, and a field to freeze one more. */
export function VersionsDialog({
  codebook,
  themes,
}: {
  readonly codebook: Codebook
  readonly themes: Themes
}): ReactNode {
  const { commit, author } = useWorkspace()
  const [name, setName] = useState('')
  const close = (): void => useCodebookView.setState({ asking: undefined })
  const freeze = async (): Promise<void> => {
    const operations = freezeVersion(codebook, themes, name, author())
    if (operations.length === 0) return
    close()
    if ((await commit({ action: 'codebook.version', operations })) !== 'saved') return
    notify(`Version ${codebook.version}, “${name.trim()}”, is saved.`, {
      label: 'Undo',
      run: () => runCommand('edit.undo'),
    })
  }
  const now = frozenThemes(themes, codebook.id)
  return (
    <Modal open onClose={close} title={`Versions of ${codebook.name}`} showTitle>
      <div className={styles['dialog']}>
        <p>
          A version keeps what every theme means today. Codings say with which version they were made; now
          that is version {codebook.version}.
        </p>
        <ul className={dialogStyles['versions']} aria-label="Versions">
          {(codebook.versions ?? []).toReversed().map((version) => {
            const named = new Map([...version.themes, ...now].map((theme) => [theme.id, theme]))
            return (
              <li key={version.number}>
                <bdi>
                  {version.number} {version.name}
                </bdi>
                <span>
                  {new Date(version.at).toLocaleDateString()}, <bdi>{version.by}</bdi>
                </span>
                <VersionChanges
                  difference={differenceOf(version.themes, now)}
                  nameOf={(id) => {
                    const theme = named.get(id)
                    return theme ? `${theme.code} ${theme.label}` : id
                  }}
                />
              </li>
            )
          })}
        </ul>
        {isUnchangedSinceVersion(codebook, themes) && (
          <p className={styles['soft']}>Nothing has changed since the last version.</p>
        )}
        <label className={styles['field']}>
          <span>Name of version {codebook.version}</span>
          <input
            dir="auto"
            maxLength={200}
            value={name}
            placeholder="For example: as agreed in May"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // The focus goes back to the button that opened this, and Enter must not press it again.
              event.preventDefault()
              void freeze()
            }}
          />
        </label>
        <div className={styles['buttons']}>
          <Button onClick={close}>Close</Button>
          <Button tone="primary" disabled={name.trim() === ''} onClick={() => void freeze()}>
            Save version {codebook.version}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
