import type { ReactNode } from 'react'
import styles from './opening.module.css'

/** Shown while a library is opened; a rebuild of the projection says how far it is. */
export function Opening({
  name,
  share,
}: {
  readonly name: string
  /** Share of a rebuild done; absent while nothing has to be rebuilt. */
  readonly share: number | undefined
}): ReactNode {
  return (
    <main className={styles['opening']}>
      <p role="status">{share === undefined ? `Opening “${name}”` : `Preparing “${name}” for reading`}</p>
      {share !== undefined && <progress value={share} aria-label="Prepared" />}
    </main>
  )
}
