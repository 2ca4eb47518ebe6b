import { useMemo, useState, type ReactNode } from 'react'
import { countThemes, planImport, type ExchangedCodebook, type LeftOut } from '#domain/codebook/exchanged.ts'
import type { Codebook } from '#domain/codebook/theme.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { openScreen } from '../../workspace/navigation.ts'
import { notify } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'

const LEFT_OUT: Readonly<Record<LeftOut['what'], string>> = {
  sets: 'sets of codes are not taken over',
  'unknown-columns': 'columns are not known and are not taken over',
  'unknown-parents': 'themes name a parent that is not in the file; they will stand outermost',
  'unlinked-examples': 'themes have examples; they come in as quotations without their texts',
}

/** How many changed codes are listed. */
const SHOWN = 6

/** What a file holds and what importing it would do, before anything is done. */
export function ImportDialog({
  exchanged,
  current,
  onClose,
}: {
  readonly exchanged: ExchangedCodebook
  /** The codebook on screen, which can take the themes in. */
  readonly current: Codebook | undefined
  readonly onClose: () => void
}): ReactNode {
  const { commit } = useWorkspace()
  const { themes } = useCatalog()
  const [into, setInto] = useState<string>()
  const plan = useMemo(
    () => planImport(exchanged, { themes, into }, { next: () => crypto.randomUUID() }),
    [exchanged, themes, into],
  )
  const total = countThemes(exchanged.themes)
  const run = async (): Promise<void> => {
    onClose()
    if ((await commit({ action: 'codebook.import', operations: plan.operations })) !== 'saved') return
    const made = plan.operations.find((op) => op.ref.kind === 'codebook')
    const codebookId = made?.ref.id ?? into
    if (codebookId !== undefined) openScreen({ kind: 'codebook', codebookId })
    notify(`${total} themes are imported.`, { label: 'Undo', run: () => runCommand('edit.undo') })
  }
  return (
    <Modal open onClose={onClose} title="Import codebook" showTitle>
      <div className={styles['dialog']}>
        <p>
          <bdi>“{exchanged.name}”</bdi> holds {total} {total === 1 ? 'theme' : 'themes'}.
        </p>
        {current && (
          <fieldset>
            <legend>Import</legend>
            <label>
              <input
                type="radio"
                name="into"
                checked={into === undefined}
                onChange={() => setInto(undefined)}
              />{' '}
              as a codebook of its own
            </label>
            <label>
              <input
                type="radio"
                name="into"
                checked={into !== undefined}
                onChange={() => setInto(current.id)}
              />{' '}
              into <bdi>“{current.name}”</bdi>, behind its themes
            </label>
          </fieldset>
        )}
        {plan.recoded.length > 0 && (
          <div>
            <p>{plan.recoded.length} codes are taken there. These themes come in with another code:</p>
            <ul className={styles['counts']}>
              {plan.recoded.slice(0, SHOWN).map(({ label, from, to }) => (
                <li key={to}>
                  <bdi>{label}</bdi>{' '}
                  <span>
                    {from} → {to}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {exchanged.leftOut.map(({ what, count }) => (
          <p key={what} className={styles['soft']}>
            {count} {LEFT_OUT[what]}.
          </p>
        ))}
        <div className={styles['buttons']}>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" onClick={() => void run()}>
            Import {total} {total === 1 ? 'theme' : 'themes'}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
