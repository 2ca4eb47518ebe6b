import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { useDeferredValue, type ReactNode } from 'react'
import styles from './item-menu.module.css'

/** Something that can be done to one item of a list. */
export interface ItemAction {
  readonly label: string
  readonly run: () => void
}

/** The small menu of an item. It is made once what it belongs to is on the screen: it takes longer than that. */
export function ItemMenu({
  label,
  actions,
}: {
  /** What the menu is about: "More about North Atlantic Treaty". */
  readonly label: string
  readonly actions: readonly ItemAction[]
}): ReactNode {
  const isReady = useDeferredValue(true, false)
  if (!isReady) return <span className={styles['trigger']} aria-hidden />
  return (
    <Menu.Root>
      <Menu.Trigger className={styles['trigger']} aria-label={label} title={label}>
        <Ellipsis size={14} />
      </Menu.Trigger>
      <Menu.Portal>
        {/* A region of its own while it is open, for who goes from region to region. */}
        <Menu.Positioner
          role="region"
          aria-label={label}
          sideOffset={4}
          align="end"
          className={styles['positioner']}
        >
          <Menu.Popup className={styles['popup']}>
            {actions.map((action) => (
              <Menu.Item key={action.label} className={styles['item']} onClick={action.run}>
                {action.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
