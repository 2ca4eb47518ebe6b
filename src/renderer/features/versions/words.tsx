import type { ReactNode } from 'react'
import styles from './words.module.css'

/** Words of the earlier or the newer version, with the address where they stand. */
export function Words({
  label,
  words,
  isOld = false,
  onShow,
}: {
  readonly label: string
  readonly words: string
  readonly isOld?: boolean
  /** Goes there. */
  readonly onShow?: () => void
}): ReactNode {
  const name = isOld ? 'Earlier' : 'Now'
  return (
    <div className={styles['words']} data-version={isOld ? 'earlier' : 'now'}>
      <span className={styles['name']}>
        {name}
        {label !== '' && (
          <>
            {' · '}
            {onShow ? (
              <button type="button" onClick={onShow} title="Show in the text">
                {label}
              </button>
            ) : (
              label
            )}
          </>
        )}
      </span>
      <q dir="auto">{words.replace(/\s+/g, ' ').trim()}</q>
    </div>
  )
}
