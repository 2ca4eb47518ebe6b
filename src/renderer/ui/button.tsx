import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './button.module.css'

/** How much a button asks to be pressed. */
export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger'

/** A button with words in it. */
export function Button({
  tone = 'plain',
  icon,
  children,
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly tone?: ButtonTone; readonly icon?: ReactNode }): ReactNode {
  return (
    <button type="button" {...rest} className={`${styles['button']} ${styles[tone]}`}>
      {icon}
      {children}
    </button>
  )
}

/** A button that shows only an icon; its name is spoken and shown on hover. */
export function IconButton({
  label,
  children,
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly label: string }): ReactNode {
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={styles['icon']}>
      {children}
    </button>
  )
}
