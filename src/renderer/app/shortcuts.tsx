import type { ReactNode } from 'react'
import { COMMAND_IDS, describeCommand } from '#contract/commands.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Modal } from '../ui/modal.tsx'
import { printedKeys } from '../workspace/keys.ts'
import styles from './help.module.css'
import { IS_MAC } from './key-listener.ts'

/** Keys that are no commands of their own. */
const MORE: readonly (readonly [string, string])[] = [
  ['1 – 9', 'Tag the selected words with one of the nine themes used last'],
  ['] and [', 'Make the selection a word longer or shorter at its end'],
  ['} and {', 'Move the beginning of the selection by a word'],
  ['0 – 5', 'Choose a level, while the bindingness scale has the focus'],
]

/** Every key there is. */
export function Shortcuts({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}): ReactNode {
  const commands = COMMAND_IDS.filter((id) => describeCommand(id).keys !== undefined)
  return (
    <Modal open={open} onClose={onClose} title="Keyboard shortcuts" showTitle>
      <dl className={styles['keys']}>
        {commands.map((id) => (
          <div key={id}>
            <dt>{describeCommand(id).label.replace('…', '')}</dt>
            <dd>
              <Kbd>{printedKeys(id, IS_MAC)}</Kbd>
            </dd>
          </div>
        ))}
        {MORE.map(([keys, what]) => (
          <div key={keys}>
            <dt>{what}</dt>
            <dd>
              <Kbd>{keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>Keys without Ctrl or ⌘ work while you are not typing.</p>
    </Modal>
  )
}
