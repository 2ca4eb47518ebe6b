import type { ReactNode } from 'react'
import styles from './kbd.module.css'

/** A key as printed on a keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={styles['kbd']}>{children}</kbd>
}
