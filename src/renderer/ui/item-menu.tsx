import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import styles from './item-menu.module.css'

/** Something that can be done to one item of a list. */
export interface ItemAction {
  readonly label: string
  readonly run: () => void
}

/**
 * The small menu of an item. Until it is asked for only its button is made: lists have many of them, and a menu takes
 * longer to make than the rest of its item.
 */
export function ItemMenu({
  label,
  actions,
}: {
  /** What the menu is about: "More about North Atlantic Treaty". */
  readonly label: string
  readonly actions: readonly ItemAction[]
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  const [isMade, setMade] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const ask = (): void => {
    setMade(true)
    setOpen(true)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['trigger']}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-popup-open={isOpen || undefined}
        onClick={ask}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          ask()
        }}
      >
        <Ellipsis size={14} />
      </button>
      {isMade && (
        <Menu.Root open={isOpen} onOpenChange={setOpen}>
          <Menu.Portal>
            {/* A region of its own while it is open, for who goes from region to region. */}
            <Menu.Positioner
              role="region"
              aria-label={label}
              anchor={button}
              sideOffset={4}
              align="end"
              className={styles['positioner']}
            >
              <Menu.Popup className={styles['popup']} finalFocus={button}>
                {actions.map((action) => (
                  <Menu.Item key={action.label} className={styles['item']} onClick={action.run}>
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      )}
    </>
  )
}
