import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Says what will be here, and offers the one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}): ReactNode {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <p className={styles['words']}>{children}</p>}
      {action}
    </div>
  )
}
