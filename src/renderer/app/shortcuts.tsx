import type { ReactNode } from 'react'
import { COMMAND_IDS, describeCommand } from '#contract/commands.ts'
import { MORE_KEYS } from '#contract/more-keys.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Modal } from '../ui/modal.tsx'
import { printedKeys } from '../workspace/keys.ts'
import styles from './help.module.css'
import { IS_MAC } from './key-listener.ts'

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
      {/* The list is scrolled by key too: there is nothing in it that takes the focus. */}
      <section tabIndex={0} aria-label="Keys" className={styles['scroll']}>
        <dl className={styles['keys']}>
          {commands.map((id) => (
            <div key={id}>
              <dt>{describeCommand(id).label.replace('…', '')}</dt>
              <dd>
                <Kbd>{printedKeys(id, IS_MAC)}</Kbd>
              </dd>
            </div>
          ))}
          {MORE_KEYS.map(([keys, what]) => (
            <div key={keys}>
              <dt>{what}</dt>
              <dd>
                <Kbd>{keys}</Kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <p className={styles['note']}>
        Keys without Ctrl or ⌘ work while you are not typing. The View menu switches them off.
      </p>
    </Modal>
  )
}
