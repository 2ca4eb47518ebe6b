import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import styles from './screen.module.css'

/** A page about the library as a whole: what it is for, what can be done, and the way back. */
export function Screen({
  title,
  lead,
  actions,
  onClose,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  return (
    <section className={styles['screen']} aria-labelledby={id}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h2 id={id}>{title}</h2>
          <p>{lead}</p>
        </div>
        {actions}
        <IconButton label="Close (Esc)" onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      {children}
    </section>
  )
}

/** A list on the left, what is chosen from it on the right; below one another where there is little room. */
export function TwoPanes({
  list,
  detail,
}: {
  readonly list: ReactNode
  readonly detail: ReactNode
}): ReactNode {
  return (
    <div className={styles['panes']}>
      <div className={styles['list']}>{list}</div>
      <div className={styles['detail']}>{detail}</div>
    </div>
  )
}
